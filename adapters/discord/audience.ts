import type { Asker } from "../../src/index.ts";

/** Where something was asked; a thread is read by whoever reads its parent. */
export interface Place {
  readonly guild?: string;
  readonly channel: string;
  /** Of a thread. */
  readonly parent?: string;
}

/** Who asks, by ids that Discord vouches for. */
export interface Person {
  readonly user: string;
  /** Of the guild it was asked in; empty elsewhere. */
  readonly roles: readonly string[];
  readonly locale?: string;
}

/** What only this person sees: everything that they themselves may read. */
export function privateAsker(person: Person, place: Place): Asker {
  const own = [
    `discord:user:${person.user}`,
    ...person.roles.map((role) => `discord:role:${role}`),
  ];
  return asker(person, [...own, ...placeLabels(place)]);
}

/** What somebody has in the servers they are in, wherever they would ask. */
export function memberLabels(
  user: string,
  memberships: readonly { readonly guild: string; readonly roles: readonly string[] }[],
): readonly string[] {
  const roles = memberships.flatMap((one) => one.roles);
  const guilds = memberships.map(({ guild }) => `discord:guild:${guild}`);
  return [...privateAsker({ user, roles }, { channel: "" }).labels, ...guilds];
}

/** What everybody in the channel sees: only what everybody there may read, whoever asked. */
export function publicAsker(person: Person, place: Place): Asker {
  // Nobody else reads a direct message.
  return place.guild === undefined
    ? privateAsker(person, place)
    : asker(person, placeLabels(place));
}

function asker(person: Person, labels: readonly string[]): Asker {
  return {
    id: `discord:${person.user}`,
    labels,
    ...(person.locale === undefined ? {} : { locale: person.locale }),
  };
}

function placeLabels({ guild, channel, parent }: Place): string[] {
  if (guild === undefined) return [];
  const channels = parent === undefined ? [channel] : [parent, channel];
  return [`discord:guild:${guild}`, ...channels.map((id) => `discord:channel:${id}`)];
}

/** The channel as settings and limits know it: a thread goes with its parent. */
export function placeKey({ guild, channel, parent }: Place): string | undefined {
  return guild === undefined ? undefined : `discord:${guild}:${parent ?? channel}`;
}

/** Where somebody who was told "I will tell you" is reached. */
export function wishChannel(user: string): string {
  return `discord:${user}`;
}

/** The user of an asker's id or a wish's channel; undefined for those of other platforms. */
export function userOf(id: string): string | undefined {
  return /^discord:(\d{1,20})$/u.exec(id)?.[1];
}
