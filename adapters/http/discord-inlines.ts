import { html } from "hono/html";
import { webLink } from "../../src/index.ts";
import type { Html } from "./html.ts";

/**
 * One line of Discord's Markdown: `\x` is the character itself, then code, masked links, bare addresses, and the marks for
 * bold, italic and strike, each matched to its nearest end. A mark without an end is shown as it is.
 */
const TOKEN =
  /\\(?<escaped>[^\w\s])|(?<ticks>`{1,2})(?<code>.+?)\k<ticks>(?!`)|\[(?<label>(?:\\.|[^\]\\])+)\]\((?<href>https?:\/\/[^\s()]+)\)|(?<bare>https?:\/\/[^\s<>()[\]|*`\\]+)|(?<mark>\*\*|~~|\*)/u;

const ELEMENTS: Readonly<Record<string, (words: readonly Html[]) => Html>> = {
  "**": (words) => html`<strong>${words}</strong>`,
  "*": (words) => html`<em>${words}</em>`,
  "~~": (words) => html`<s>${words}</s>`,
};

/** How deep marks may stand in one another: as deep as anybody writes them. */
const DEEPEST = 8;

export function discordInlines(text: string, depth = 0): readonly Html[] {
  const drawn: Html[] = [];
  let rest = text;
  for (;;) {
    const match = TOKEN.exec(rest);
    if (match === null) break;
    drawn.push(html`${rest.slice(0, match.index)}`);
    const after = rest.slice(match.index + match[0].length);
    const { escaped, code, label, href, bare, mark } = match.groups ?? {};
    const element = mark === undefined ? undefined : ELEMENTS[mark];
    const end = mark === undefined || depth >= DEEPEST ? -1 : closing(after, mark);
    if (element !== undefined && end > 0) {
      drawn.push(element(discordInlines(after.slice(0, end), depth + 1)));
      rest = after.slice(end + (mark?.length ?? 0));
      continue;
    }
    if (code !== undefined) drawn.push(html`<code>${code.trim()}</code>`);
    else if (href !== undefined) drawn.push(link(href, discordInlines(label ?? "", depth + 1)));
    else if (bare !== undefined) drawn.push(link(bare, [html`${bare}`]));
    else drawn.push(html`${escaped ?? match[0]}`);
    rest = after;
  }
  return [...drawn, html`${rest}`];
}

/** Where the mark ends, outside escapes and code; -1 where it does not. */
function closing(text: string, mark: string): number {
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "`") at = Math.max(at, text.indexOf("`", at + 1));
    else if (mark === "*" && text.startsWith("**", at)) at += 1;
    else if (text.startsWith(mark, at)) return at;
  }
  return -1;
}

function link(address: string, words: readonly Html[]): Html {
  const url = webLink(address);
  return url === undefined
    ? html`${words}`
    : html`<a href="${url}" rel="noopener noreferrer nofollow">${words}</a>`;
}
