import type { Inline } from "./types.ts";

/**
 * The first `length` UTF-16 units of the words (as `inlineText` counts them), with the mark-up around them kept.
 * The caller chooses a `length` that is no place inside a grapheme.
 */
export function takeInlines(inlines: readonly Inline[], length: number): readonly Inline[] {
  const taken: Inline[] = [];
  take(inlines, length, taken);
  return taken;
}

/** Appends to `taken` and returns how much of `length` is left. */
function take(inlines: readonly Inline[], length: number, taken: Inline[]): number {
  let left = length;
  for (const inline of inlines) {
    if (left <= 0) return 0;
    switch (inline.kind) {
      case "text":
      case "code":
        taken.push(
          inline.text.length <= left ? inline : { ...inline, text: inline.text.slice(0, left) },
        );
        left -= inline.text.length;
        break;
      case "image":
        taken.push(
          inline.alt.length <= left ? inline : { ...inline, alt: inline.alt.slice(0, left) },
        );
        left -= inline.alt.length;
        break;
      case "break":
        taken.push(inline);
        left -= 1;
        break;
      default: {
        const children: Inline[] = [];
        left = take(inline.children, left, children);
        taken.push({ ...inline, children });
      }
    }
  }
  return Math.max(0, left);
}
