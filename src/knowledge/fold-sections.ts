import type { Block, Inline, Lines } from "../types.ts";
import { headingText } from "./sections.ts";
import type { Section } from "./sections.ts";

/**
 * Sections whose headings say nothing alone, told by their repetition ("Added", "Fixed" below each
 * version of a changelog), become part of the section above that has no text of its own, each led in by its heading
 * in bold. Asked about that section, people mean all of it.
 */
export function foldSections(sections: readonly Section[]): readonly Section[] {
  const named = Map.groupBy(sections, nameOf);
  const folded: Section[] = [];
  for (let at = 0; at < sections.length; at++) {
    const section = sections[at] as Section;
    let end = at + 1;
    if (section.blocks.length === 0) {
      while (end < sections.length && isBelow(sections[end], section)) end++;
    }
    const children = sections.slice(at + 1, end);
    if (foldable(children, named)) {
      folded.push({ ...section, blocks: children.flatMap(ledIn) });
      at = end - 1;
    } else {
      folded.push(section);
    }
  }
  return folded;
}

function nameOf({ headings }: Section): string {
  return `${headings.length} ${headings.at(-1)?.toLowerCase()}`;
}

function isBelow(child: Section | undefined, section: Section): boolean {
  return levelOf(child) > levelOf(section);
}

function levelOf(section: Section | undefined): number {
  return section?.own[0]?.level ?? 0;
}

/** Children of one level, each with text and a name that is no sibling's but a cousin's. */
function foldable(
  children: readonly Section[],
  named: ReadonlyMap<string, readonly Section[]>,
): boolean {
  const names = new Set(children.map(nameOf));
  if (children.length === 0 || names.size < children.length) return false;
  return children.every(
    (child) =>
      child.blocks.length > 0 &&
      levelOf(child) === levelOf(children[0]) &&
      (named.get(nameOf(child))?.length ?? 0) > 1,
  );
}

function ledIn({ own, blocks }: Section): readonly Block[] {
  return [
    ...own.map((heading) => headingLine(heading.children, headingText(heading), heading.lines)),
    ...blocks,
  ];
}

/** A heading as a line in bold that leads in to what stands below it. */
export function headingLine(words: readonly Inline[], text: string, lines: Lines): Block {
  const colon = /[.?!:…]$/u.test(text) ? [] : [{ kind: "text", text: ":" } as const];
  const children = [{ kind: "strong", children: [...words, ...colon] } as const];
  return { kind: "paragraph", children, lines };
}
