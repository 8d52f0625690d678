import { inlineText } from "../plain-text.ts";
import type { Inline, ListItem } from "../types.ts";

// What stands on a page for its looks, or to find one's way about it, and says nothing.

const WORDLESS = /^[^\p{L}\p{N}]*$/u;
/** A badge says "build passing"; what has more words is a picture of something. */
const BADGE_WORDS = 3;

/** A row of badges: images that lead somewhere, or several beside each other, and no word between them. */
export function isBadges(inlines: readonly Inline[]): boolean {
  const images = inlines.map(imagesIn);
  if (images.includes(undefined)) return false;
  const linked = inlines.some(({ kind }, index) => kind === "link" && (images[index] ?? 0) > 0);
  return linked || images.reduce<number>((sum, count) => sum + (count ?? 0), 0) > 1;
}

/** A heading's words without the badges and pictures beside them; all of it where it has no words. */
export function besideBadges(inlines: readonly Inline[]): readonly Inline[] {
  const words = inlines.filter((inline) => (imagesIn(inline) ?? 0) === 0);
  return words.every((inline) => imagesIn(inline) !== undefined) ? inlines : words;
}

/** How many badges something consists of, beside blanks; undefined where it holds words of its own. */
function imagesIn(inline: Inline): number | undefined {
  switch (inline.kind) {
    case "image":
      return inline.alt.trim().split(/\s+/u).length <= BADGE_WORDS ? 1 : undefined;
    case "break":
      return 0;
    case "text":
    case "code":
      return WORDLESS.test(inline.text) ? 0 : undefined;
    default: {
      const images = inline.children.map(imagesIn);
      return images.includes(undefined)
        ? undefined
        : images.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    }
  }
}

/** A table of contents: each item, and each below it, leads to a place on its own page and says nothing else. */
export function isContents(items: readonly ListItem[]): boolean {
  return items.length > 1 && items.every(isEntry);
}

function isEntry({ children }: ListItem): boolean {
  return children.every((block) =>
    block.kind === "list"
      ? block.items.every(isEntry)
      : block.kind === "paragraph" && leadsHere(block.children),
  );
}

function leadsHere(inlines: readonly Inline[]): boolean {
  return inlines.every(
    (inline) =>
      (inline.kind === "link" && inline.href.startsWith("#")) ||
      inline.kind === "break" ||
      WORDLESS.test(inlineText([inline])),
  );
}
