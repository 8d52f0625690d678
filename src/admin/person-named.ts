import type { Actor } from "../ports.ts";

/** Slack's ids are letters and digits, Discord's are numbers: neither is ever taken for the other's. */
const SHAPES = { slack: /^[UW][A-Z0-9]{1,20}$/u, discord: /^\d{1,20}$/u } as const;

/** A mention as platforms write it, `<@U1|ann>`; an asker's id, `slack:T1:U1`; a bare one, with or without @. */
const MENTION = /^<@!?([A-Z0-9]+)(?:\|[^>]*)?>$/u;
const NAMED = /^(?:(slack|discord):(?:[A-Z0-9]+:)?|@)?([A-Z0-9]+)$/u;

/**
 * The person that an admin names by an id, as `slack:U1` or `discord:123`. Undefined for anything else: a display name can
 * be anybody's. From a chat only its own people can be named.
 */
export function personIn(text: string, from: Actor["from"]): string | undefined {
  const mention = MENTION.exec(text)?.[1];
  const [, platform, bare = ""] = NAMED.exec(text) ?? [];
  const id = mention ?? bare;
  for (const kind of ["slack", "discord"] as const) {
    if (!SHAPES[kind].test(id)) continue;
    const here = from === "slack" || from === "discord" ? from === kind : true;
    return here && (platform ?? kind) === kind ? `${kind}:${id}` : undefined;
  }
  return undefined;
}
