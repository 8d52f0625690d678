import type { KnownBlock, RichTextElement } from "@slack/types";
import { lineReference, passageName, shorten } from "../../src/index.ts";
import type { Abstained } from "../../src/index.ts";
import { linkElement, section, textElement } from "./rich-text.ts";

/** `Closest: Pay by region (careers/pay.md:12) · Did you mean Kanban?`: what stands where no answer does. */
export function closestBlock(answer: Abstained): KnownBlock[] {
  const elements = closestElements(answer);
  return elements.length === 0 ? [] : [{ type: "rich_text", elements: [section(...elements)] }];
}

/** The same as text; empty where nothing is close. */
export function closestText(answer: Abstained): string {
  return closestElements(answer)
    .map((element) => ("text" in element ? element.text : ""))
    .join("");
}

function closestElements({ related: [closest], didYouMean }: Abstained): RichTextElement[] {
  const near =
    closest === undefined
      ? []
      : [
          ...textElement("Closest: "),
          ...textElement(shorten(passageName(closest.passage), 200), { italic: true }),
          ...textElement(" ("),
          ...linkElement(closest.passage.url ?? "", shorten(lineReference(closest), 500), {}),
          ...textElement(")"),
        ];
  if (didYouMean === undefined) return near;
  const meant = shorten(didYouMean, 300);
  return [
    ...near,
    ...textElement(near.length === 0 ? "Did you mean " : " · Did you mean "),
    ...textElement(meant, { bold: true }),
    ...(meant.endsWith("?") ? [] : textElement("?")),
  ];
}
