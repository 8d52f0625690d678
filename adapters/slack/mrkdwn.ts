import { cleanText, shorten } from "../../src/index.ts";

/**
 * Words as mrkdwn that means nothing but themselves: https://docs.slack.dev/messaging/formatting-message-text names these
 * three characters as the only ones to replace; every control sequence (`<!channel>`, `<@U…>`, `<url|text>`) needs them.
 */
export function escapeText(text: string): string {
  return cleanText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The same, at most `limit` characters after replacing, and never cut inside an entity. */
export function escapeWithin(text: string, limit: number): string {
  let room = limit;
  let escaped = escapeText(shorten(text, room));
  while (escaped.length > limit) {
    room -= Math.max(1, Math.ceil((escaped.length - limit) / 5));
    escaped = escapeText(shorten(text, room));
  }
  return escaped;
}

/** A question as a person typed it: control sequences as words, entities undone, our own mention removed. */
export function readText(text: string, botUserId?: string): string {
  return text
    .replace(/<([^<>]*)>/gu, (_, inner: string) => sequence(inner, botUserId))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}

/** `@U1`, `#C1|general`, `!here`, `!subteam^S1|@ops`, `https://a.example|label`: the label where there is one. */
function sequence(inner: string, botUserId: string | undefined): string {
  const bar = inner.indexOf("|");
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? "" : inner.slice(bar + 1);
  if (target.startsWith("@")) return target.slice(1) === botUserId ? " " : label;
  if (target.startsWith("#")) return label === "" ? "" : `#${label}`;
  if (target.startsWith("!")) return label;
  return label === "" ? target : label;
}
