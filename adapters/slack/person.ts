import { z } from "zod";
import type { Asker } from "../../src/index.ts";
import { askerId, channelLabels, ownLabels } from "./audience.ts";
import type { Parts, Person } from "./parts.ts";

/** The person as the core knows them, with every label of their own: for what only they see. */
export async function ownAsker({ directory }: Parts, person: Person): Promise<Asker> {
  const { userTeam, user } = person;
  return { id: askerId(userTeam, user), labels: await ownLabels(directory, person) };
}

/** The labels of somebody who is only asked about; undefined where Slack does not know them. */
export async function labelsOf(
  { directory, me }: Parts,
  user: string,
): Promise<readonly string[] | undefined> {
  const userTeam = await directory.teamOf(user);
  if (userTeam === undefined) return undefined;
  return ownLabels(directory, { team: me().team, userTeam, user });
}

/** The person with no more than what everybody in the channel may read: for what they all see. */
export async function sharedAsker(parts: Parts, person: Person, channel: string): Promise<Asker> {
  const { team, userTeam, user } = person;
  const external = await readByOthers(parts, person, channel);
  return { id: askerId(userTeam, user), labels: channelLabels(team, channel, external) };
}

/** Whether people of other organisations read the channel: of a press, unlike of a message, Slack does not say so. */
export async function readByOthers(
  { directory }: Parts,
  { team, userTeam }: Person,
  channel: string,
): Promise<boolean> {
  return userTeam !== team || directory.isExternal(channel);
}

/** What every interaction says about who did it; a command says it flat, the others nested. */
const nested = z.object({
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).nullish(),
});
const flat = z.object({
  user_id: z.string(),
  team_id: z.string(),
  channel_id: z.string().optional(),
});

/** Undefined for a body that names nobody. */
export function personOf(body: unknown, ownTeam: string): Person | undefined {
  const command = flat.safeParse(body);
  if (command.success) {
    const { user_id: user, team_id: team, channel_id: channel } = command.data;
    return { team: ownTeam, userTeam: team, user, ...(channel !== undefined && { channel }) };
  }
  const parsed = nested.safeParse(body);
  if (!parsed.success) return undefined;
  const { user, team, channel } = parsed.data;
  return {
    team: ownTeam,
    userTeam: user.team_id ?? team?.id ?? ownTeam,
    user: user.id,
    ...(channel != null && { channel: channel.id }),
  };
}
