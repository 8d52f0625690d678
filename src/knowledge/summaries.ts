import type { StateCore, Token } from "markdown-it";
import { bold } from "./html-parts.ts";

/**
 * What a `<summary>` says is the heading of its `<details>`, one level below the heading above,
 * where a heading, another `<details>` or the page's end follows; else the part would take in what
 * stands below it, and the words are a paragraph in bold that leads in. A rule for markdown-it's core.
 */
export function headSummaries({ tokens }: StateCore): void {
  const heads = headed(tokens);
  let above = 1;
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.level === 0) {
      if (token.type === "details_open") depth++;
      if (token.type === "details_close") depth = Math.max(0, depth - 1);
      if (token.type === "heading_open" && depth === 0) above = Number(token.tag.slice(1));
    }
    if (token.type !== "paragraph_open" || token.info !== "summary") continue;
    const [words, close] = [tokens[at + 1], tokens[at + 2]];
    if (words === undefined || close === undefined) continue;
    if (heads.has(token)) {
      token.type = "heading_open";
      close.type = "heading_close";
      token.tag = close.tag = `h${Math.min(6, above + Math.max(1, depth))}`;
    } else {
      words.content = bold(words.content);
    }
  }
}

/** The summaries behind whose part a new one begins. */
function headed(tokens: readonly Token[]): ReadonlySet<Token> {
  const heads = new Set<Token>();
  /** For each part that is open, read from its end: whether nothing of the part around it follows. */
  const ends: boolean[] = [];
  let ended = true;
  for (const token of tokens.toReversed()) {
    if (token.level !== 0 || token.nesting < 0) continue;
    const inside = ends.at(-1);
    switch (token.type) {
      case "details_close":
        ends.push(inside === undefined ? ended : inside && ended);
        ended = true;
        break;
      case "details_open":
        ended = ends.pop() ?? false;
        break;
      case "heading_open":
        ended = true;
        break;
      default:
        if (token.info === "summary" && token.type === "paragraph_open") {
          if (inside === true) heads.add(token);
        } else {
          ended = false;
        }
    }
  }
  return heads;
}
