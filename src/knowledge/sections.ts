import { inlineText } from "../plain-text.ts";
import type { Block } from "../types.ts";
import { withBoldQuestions } from "./bold-questions.ts";
import { withoutEnding } from "./page-file.ts";
import { slugOf, uniqueSlugs } from "./slug.ts";

export type Heading = Extract<Block, { kind: "heading" }>;

/** A heading with what stands below it, up to the next heading of any level. */
export interface Section {
  /** Unique in the page; the title's own section has the title's slug. */
  readonly slug: string;
  /** From the page's title to this section's heading. */
  readonly headings: readonly [string, ...string[]];
  /** The headings whose section it is: none above the first heading, or one. */
  readonly own: readonly Heading[];
  readonly blocks: readonly Block[];
}

/**
 * The name for a page: what its front matter says, else its first level-one heading, else its
 * file's name made readable.
 */
export function titleOf(
  path: string,
  blocks: readonly Block[],
  declared: string | undefined,
): string {
  if (declared !== undefined) return declared;
  for (const block of blocks) {
    const text = block.kind === "heading" && block.level === 1 ? headingText(block) : "";
    if (text !== "") return text;
  }
  return readableName(path);
}

/**
 * Parts a page's blocks at its headings. Text above the first heading belongs to the title's
 * section, together with the text below the heading that is the title. Headings inside quotes and
 * lists part nothing, questions in bold do. Rules carry no words and are left out.
 */
export function sectionsOf(blocks: readonly Block[], title: string): readonly Section[] {
  const slug = uniqueSlugs();
  const above: { readonly level: number; readonly text: string }[] = [];
  const sections: Section[] = [];
  let own: Heading[] = [];
  let body: Block[] = [];
  let path: readonly string[] = [];
  let name = title;
  const finish = (): void => {
    if (own.length === 0 && body.length === 0) return;
    sections.push({ slug: slug(slugOf(name)), headings: [title, ...path], own, blocks: body });
    own = [];
    body = [];
  };

  let first = true;
  for (const block of withBoldQuestions(blocks)) {
    if (block.kind === "rule") continue;
    if (block.kind !== "heading") {
      body.push(block);
      continue;
    }
    const text = headingText(block);
    if (text === "") continue;
    const repeats = text.toLowerCase() === title.toLowerCase();
    const isTitle = first && (block.level === 1 || repeats);
    first = false;
    if (isTitle) {
      // Words that the declared title has not stay findable: they are the path of this one section.
      path = repeats ? [] : [text];
      own = [block];
      continue;
    }
    finish();
    while ((above.at(-1)?.level ?? 0) >= block.level) above.pop();
    if (block.level > 1 || !repeats) above.push({ level: block.level, text });
    path = above.map((heading) => heading.text);
    own = [block];
    name = text;
  }
  finish();
  return sections;
}

/** A heading's words on one line; an image's only where it has no others, as a logo repeats the name. */
export function headingText(heading: Heading): string {
  const words = oneLine(heading.children.filter(({ kind }) => kind !== "image"));
  return words === "" ? oneLine(heading.children) : words;
}

function oneLine(inlines: Heading["children"]): string {
  return inlineText(inlines).replace(/\s+/g, " ").trim();
}

/** `it/vpn-set_up.md` is "Vpn set up"; an index page is named for its folder. */
function readableName(path: string): string {
  const parts = withoutEnding(path).split("/");
  const name = parts.at(-1) === "index" ? (parts.at(-2) ?? "index") : (parts.at(-1) ?? path);
  const words = name.replace(/[-_\s]+/g, " ").trim();
  return words === "" ? path : words.charAt(0).toUpperCase() + words.slice(1);
}
