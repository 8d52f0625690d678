import { withoutEnding } from "./page-file.ts";

/** A folder's own page is called like the folder. */
const OF_FOLDER =
  /^_?(?:index|readme|overview|introduction|intro|getting[-_ ]started|faq|home|main|about|notes|page|untitled)$/i;

/**
 * What a page's file is called, as another name of the page: `guides/02-rate_limits.md` is about "rate limits"; numbers and
 * dates before the name and ids behind it order files and say nothing. None where the title says the same, where it holds no
 * word, or one that the page itself never uses.
 */
export function namesOfFile(path: string, title: string, text: string): readonly string[] {
  const parts = withoutEnding(path).split("/");
  const own = parts.pop() ?? "";
  const name = spaced(OF_FOLDER.test(own) ? (parts.pop() ?? "") : own);
  const said = text.toLowerCase();
  const isSaid = name.split(" ").every((word) => said.includes(word));
  return /\p{L}{2}/u.test(name) && isSaid && name !== spaced(title) ? [name] : [];
}

function spaced(name: string): string {
  return name
    .replace(/^(?:\d{1,8}[-_. ]+)+/, "")
    .replace(/[-_ ][0-9a-f]{16,}$/i, "")
    .replaceAll(/[-_\s]+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/^(?:the|an?) /, "");
}
