import type {
  Block,
  DeclaredQuestion,
  FrontMatter,
  Lines,
  Page,
  PageAccess,
  Passage,
  Problem,
} from "../types.ts";
import { accessRules } from "./access-rules.ts";
import type { AccessRules, OwnRule } from "./access-rules.ts";
import { readBlocks } from "./blocks.ts";
import { declaredQuestions } from "./declared.ts";
import { foldSections } from "./fold-sections.ts";
import { emptyFrontMatter, parseFrontMatter } from "./front-matter.ts";
import type { ParsedFrontMatter } from "./front-matter.ts";
import { linksOf } from "./links.ts";
import type { PageLink, WikiLink } from "./links.ts";
import { pageText } from "./page-text.ts";
import { urlOfLines } from "./page-url.ts";
import { partsOf } from "./parts.ts";
import { headingText, sectionsOf, titleOf } from "./sections.ts";
import type { Section } from "./sections.ts";
import { slugOf } from "./slug.ts";

export interface PagePassage {
  readonly passage: Passage;
  /** The questions declared for it by its slug. Those without a slug are the whole page's: see `declared`. */
  readonly questions: readonly string[];
}

export interface PagePassages {
  readonly path: string;
  readonly title: string;
  /** Its audience is the one that counts, whichever rule it is by. */
  readonly frontMatter: FrontMatter;
  readonly access: PageAccess;
  readonly passages: readonly PagePassage[];
  readonly declared: readonly DeclaredQuestion[];
  /**
   * What a link may name behind `#`: the slug of every section, with or without text, and every
   * HTML anchor.
   */
  readonly anchors: readonly string[];
  /** The links of the page that are not to the web. */
  readonly links: readonly PageLink[];
  readonly wikiLinks: readonly WikiLink[];
  readonly problems: readonly Problem[];
}

/** Where no folder says anything. */
const NO_RULES = accessRules({ problems: [] });

/**
 * A page as passages: one for each heading with text of its own, long ones in parts (`#slug`,
 * `#slug~2`, …). Never throws: what is wrong with the page is among its problems, and the rest of
 * it counts. A page whose front matter or folder does not say clearly who may read it has no passages.
 */
export function passagesOf(page: Page, rules: AccessRules = NO_RULES): PagePassages {
  const { text, problems } = pageText(page.markdown, page.path);
  if (text === undefined) return nothing(rules.of(page.path), problems);
  const own = parseFrontMatter(text, page.path);
  const access = rules.of(page.path, ownRule(own));
  const frontMatter = { ...own.frontMatter, audience: access.audience };
  const parsed = { ...own, frontMatter };
  const read = readBlocks(parsed.body, parsed.bodyLine);
  const title = titleOf(page.path, read.blocks, frontMatter.title);
  const sections = sectionsOf(read.blocks, title);
  const drawn = sectionsToDraw(sections);
  const slugs = sections.map(({ slug }) => slug);
  const { declared, problems: unknown } = declaredQuestions(page.path, parsed, {
    all: slugs,
    withText: holdersOf(sections, drawn),
  });
  const readable = frontMatter.audience.length > 0;
  const passages = readable
    ? drawn.flatMap((section) => drawSection(page, frontMatter, section))
    : [];
  const questions = Map.groupBy(declared, ({ passage }) => passage);
  return {
    path: page.path,
    title,
    frontMatter,
    access,
    passages: passages.map((passage) => ({
      passage,
      questions: questions.get(passage.id)?.map((question) => question.text) ?? [],
    })),
    declared: readable ? declared : [],
    anchors: [...new Set([...slugs, ...headingSlugs(sections), ...read.anchors])],
    links: linksOf(read.blocks),
    wikiLinks: read.wikiLinks,
    problems: [
      ...problems,
      ...parsed.problems,
      ...rules.problemsOf(access),
      ...read.faults.map((fault) => ({ ...fault, page: page.path })),
      ...unknown,
      ...(sections.every(({ blocks }) => blocks.length === 0)
        ? [emptyPage(page.path, read.blocks[0])]
        : []),
    ],
  };
}

function ownRule({ audienceLine, frontMatter }: ParsedFrontMatter): OwnRule | undefined {
  return audienceLine === undefined
    ? undefined
    : { line: audienceLine, labels: frontMatter.audience };
}

/** Those with text; where none has any, the headings are all there is to say. */
function sectionsToDraw(sections: readonly Section[]): readonly Section[] {
  const withText = foldSections(sections).filter(({ blocks }) => blocks.length > 0);
  if (withText.length > 0) return withText;
  const headings = sections.flatMap(({ own }) => own);
  const [title] = sections;
  if (title === undefined || headings.length === 0) return [];
  return [{ ...title, own: [], blocks: headings }];
}

/** Which passage holds the text of each section: its own, or that of the section above that it became part of. */
function holdersOf(
  sections: readonly Section[],
  drawn: readonly Section[],
): ReadonlyMap<string, string> {
  const own = new Set(drawn.map(({ slug }) => slug));
  const holders = new Map<string, string>();
  let last: string | undefined;
  for (const { slug, blocks } of sections) {
    if (own.has(slug)) last = slug;
    if (last !== undefined && (own.has(slug) || blocks.length > 0)) holders.set(slug, last);
  }
  return holders;
}

/** The heading of the title's section may have other words than the title, and links may use them. */
function headingSlugs(sections: readonly Section[]): readonly string[] {
  return sections.flatMap(({ own }) => own.map((heading) => slugOf(headingText(heading))));
}

function drawSection(page: Page, frontMatter: FrontMatter, section: Section): readonly Passage[] {
  const address = frontMatter.url ?? page.url;
  return partsOf(section.blocks).map(({ body, text }, index) => {
    const lines = linesOf(index === 0 ? [...section.own, ...body] : body);
    return {
      id: `${page.path}#${section.slug}${index === 0 ? "" : `~${index + 1}`}`,
      page: page.path,
      lines,
      headings: section.headings,
      body,
      text,
      audience: frontMatter.audience,
      ...(address === undefined ? {} : { url: urlOfLines(address, lines, section.slug) }),
      ...(frontMatter.owner === undefined ? {} : { owner: frontMatter.owner }),
      ...(frontMatter.reviewed === undefined ? {} : { reviewed: frontMatter.reviewed }),
    };
  });
}

/**
 * Text above the title's heading comes first in the body and in the file, so the order of blocks
 * says nothing.
 */
function linesOf(blocks: readonly Block[]): Lines {
  let [first, last] = blocks[0]?.lines ?? [0, 0];
  for (const { lines } of blocks) {
    first = Math.min(first, lines[0]);
    last = Math.max(last, lines[1]);
  }
  return [first, last];
}

function nothing(access: PageAccess, problems: readonly Problem[]): PagePassages {
  const { page: path, audience } = access;
  const frontMatter = { ...emptyFrontMatter, audience };
  const title = titleOf(path, [], undefined);
  const empty = { passages: [], declared: [], anchors: [], links: [], wikiLinks: [] };
  return { path, title, frontMatter, access, ...empty, problems };
}

function emptyPage(path: string, heading: Block | undefined): Problem {
  const place = { page: path, severity: "warning", code: "empty-page" } as const;
  return heading === undefined
    ? {
        ...place,
        line: 0,
        message: "The page has no text",
        remedy: "Write something below its front matter, or delete it.",
      }
    : {
        ...place,
        line: heading.lines[0],
        message: "The page has headings only, and they are all that anybody is shown",
        remedy: "Write what is to be said below them.",
      };
}
