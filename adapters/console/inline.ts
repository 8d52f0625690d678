import { webLink } from "../../src/index.ts";
import type { Inline } from "../../src/index.ts";
import { safeText } from "./safe-text.ts";
import { span } from "./span.ts";
import type { Span, Style } from "./span.ts";

/** Inline content as styled text. A soft line break is a blank, a hard one a newline. */
export function inlineSpans(inlines: readonly Inline[], styles: readonly Style[] = []): Span[] {
  return inlines.flatMap((inline) => {
    switch (inline.kind) {
      case "text":
        // A newline inside a text is no break: the page's breaks come as `break`.
        return [span(safeText(inline.text).replaceAll("\n", " "), ...styles)];
      case "code":
        return [span(safeText(inline.text).replaceAll("\n", " "), ...styles, "code")];
      case "strong":
      case "mark":
        return inlineSpans(inline.children, [...styles, "bold"]);
      case "emphasis":
        return inlineSpans(inline.children, [...styles, "italic"]);
      case "break":
        return [span(inline.hard ? "\n" : " ", ...styles)];
      case "image":
        return [span(safeText(inline.alt).replaceAll("\n", " "), ...styles, "italic")];
      case "link":
        return linkSpans(
          inlineSpans(inline.children, [...styles, "underline"]),
          inline.href,
          styles,
        );
    }
  });
}

/** The words, and the address where the words are not the address already. */
function linkSpans(words: readonly Span[], href: string, styles: readonly Style[]): Span[] {
  const address = webLink(href);
  const shown = words.map(({ text }) => text).join("");
  if (address === undefined || shown === address || `mailto:${shown}` === address)
    return [...words];
  return [...words, span(` (${safeText(address)})`, ...styles, "dim")];
}
