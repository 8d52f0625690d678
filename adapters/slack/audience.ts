import type { Directory } from "./directory.ts";

/**
 * Labels of who may read: worked out from ids that Slack vouches for, never from names.
 * `slack:team:T1`, `slack:channel:C1`, `slack:user:U1`, `slack:group:S1`.
 */

/** What everybody has who reads a channel: what is posted there may rest on nothing else. */
export function channelLabels(team: string, channel: string, external: boolean): string[] {
  const label = `slack:channel:${channel}`;
  return external ? [label] : [`slack:team:${team}`, label];
}

/** What one person has, for what only this person sees. A guest from another workspace has no label of ours. */
export async function ownLabels(
  directory: Directory,
  who: {
    readonly team: string;
    readonly userTeam: string;
    readonly user: string;
    readonly channel?: string | undefined;
  },
): Promise<string[]> {
  const { team, userTeam, user, channel } = who;
  const labels = [
    `slack:user:${user}`,
    ...(channel === undefined ? [] : [`slack:channel:${channel}`]),
  ];
  if (userTeam !== team) return labels;
  const groups = await directory.groupsOf(user);
  return [`slack:team:${team}`, ...labels, ...groups.map((group) => `slack:group:${group}`)];
}

/** `slack:T1:U1`: who asks, in every log and store only by its pseudonym. */
export function askerId(team: string, user: string): string {
  return `slack:${team}:${user}`;
}

/** `slack:T1:C1`, as `Channels` knows it. */
export function placeOf(team: string, channel: string): string {
  return `slack:${team}:${channel}`;
}

/** Direct messages of one person with Docent: nobody else reads them. Slack tells them by their id. */
export function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}
