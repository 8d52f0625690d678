import { PUBLIC } from "../access.ts";
import type { Groups } from "../access.ts";
import type { Pages } from "../ports.ts";
import { createCorpusGatherer } from "../search/corpus.ts";
import type { Corpus } from "../search/corpus.ts";
import type { DeclaredQuestion, PageAccess, Passage, Problem } from "../types.ts";
import { accessRules } from "./access-rules.ts";
import { createPacker } from "./compact.ts";
import type { PackedPassage } from "./compact.ts";
import { distinctPages } from "./duplicates.ts";
import { namesOfFile } from "./file-name.ts";
import { passagesOf } from "./passages.ts";
import { createPlacer } from "./place-questions.ts";
import { readSynonyms } from "./synonym-file.ts";

/** All pages as passages, with what their authors declared: data only, so that it can be written down and read again. */
export interface Knowledge {
  readonly pages: number;
  readonly passages: readonly PackedPassage[];
  /** The same, with the words declared for them, as numbers. */
  readonly corpus: Corpus;
  readonly declared: readonly DeclaredQuestion[];
  /** Groups of words and phrases that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
  /** Who may read each page, by its path. */
  readonly access: ReadonlyMap<string, PageAccess>;
  /** Those of pages that not everybody may read say so. */
  readonly problems: readonly Problem[];
}

/** Reads every page; a broken one is left out or kept as far as it can be read, with a problem that says so. */
export function readPages(pages: Pages, groups?: Groups): Knowledge {
  const passages: PackedPassage[] = [];
  const gatherer = createCorpusGatherer();
  const declared: DeclaredQuestion[] = [];
  const rules = accessRules(pages, groups);
  const access = new Map<string, PageAccess>();
  const distinct = distinctPages(pages.pages);
  const problems: Problem[] = [...pages.problems, ...distinct.problems, ...rules.problems];
  const pack = createPacker();
  for (const page of distinct.pages) {
    const read = passagesOf(page, rules);
    access.set(page.path, read.access);
    problems.push(...read.problems);
    declared.push(...read.declared);
    const pageNames = [
      ...namesOfFile(page.path, read.title, page.markdown),
      ...read.frontMatter.aliases,
      ...read.declared
        .filter((question) => question.kind === "answers" && question.passage === undefined)
        .map((question) => question.text),
    ];
    const own = read.passages.map(({ questions }) => [...questions]);
    const bodies = read.passages.map(({ passage }) => passage);
    const placeOf = createPlacer(bodies);
    const opening = openingOf(bodies);
    const description = [read.frontMatter.description ?? []].flat();
    for (const question of read.declared) {
      if (question.kind === "answers" && question.passage === undefined && bodies.length > 0) {
        own[placeOf(question.text)]?.push(question.text);
      }
    }
    for (const [index, passage] of bodies.entries()) {
      passages.push(pack(passage));
      const questions = own[index] ?? [];
      gatherer.add({
        passage,
        questions,
        about: index === opening ? description : [],
        pageNames,
        pageTitle: read.title,
        opens: index === opening,
        never: read.frontMatter.never,
      });
    }
  }
  const { groups: synonyms, problems: broken } =
    pages.synonyms === undefined ? { groups: [], problems: [] } : readSynonyms(pages.synonyms);
  return {
    pages: distinct.pages.length,
    passages,
    corpus: gatherer.corpus(),
    declared,
    synonyms,
    access,
    problems: [...problems, ...broken].map((problem) => {
      const { audience } = access.get(problem.page) ?? rules.of(problem.page);
      return audience.includes(PUBLIC) ? problem : { ...problem, audience };
    }),
  };
}

/** Where a page begins to tell what it is about: where text comes first, which may be below a synopsis; else by whatever is first. */
function openingOf(passages: readonly Passage[]): number {
  return Math.max(
    0,
    passages.findIndex(({ body }) => body[0]?.kind === "paragraph"),
  );
}
