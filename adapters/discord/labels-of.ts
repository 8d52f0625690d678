import { memberLabels } from "./audience.ts";
import type { Calls } from "./calls.ts";
import { CODES, codeOf, refused } from "./failure.ts";

/**
 * The labels of somebody who is only asked about: their roles in every server that Docent shares with them. Undefined where
 * there is no such server. Rejects with a `DocentError` where Discord does not answer.
 */
export async function labelsOf(
  user: string,
  { guilds, calls }: { readonly guilds: readonly string[]; readonly calls: Pick<Calls, "member"> },
): Promise<readonly string[] | undefined> {
  const memberships = await Promise.all(
    guilds.map(async (guild) => {
      try {
        return { guild, roles: (await calls.member(guild, user)).roles };
      } catch (error) {
        const code = codeOf(error);
        if (code === CODES.unknownMember || code === CODES.unknownUser) return undefined;
        throw refused("asking who somebody is", error);
      }
    }),
  );
  const own = memberships.filter((one) => one !== undefined);
  return own.length === 0 ? undefined : memberLabels(user, own);
}
