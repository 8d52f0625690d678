import { readFileSync } from "node:fs";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { THRESHOLD } from "../../src/answer/weights.ts";
import { buildEngine } from "../quality/engine.ts";
import type { Engine } from "../quality/engine.ts";
import { entryNumber, entryPages } from "../quality/entry-pages.ts";
import { readSet } from "../quality/read-set.ts";
import type { QuestionSet } from "../quality/question-set.ts";

/** A question with what a passage must be, and an answer must hold, to be right. */
export interface FitQuestion {
  readonly text: string;
  readonly answerable: boolean;
  /** Number of a passage. */
  readonly isRight: (passage: number) => boolean;
  /** Undefined where the set cannot tell. */
  readonly holds: ((shown: string) => boolean) | undefined;
}

export interface FitSet {
  readonly name: string;
  /** Sets of one kind are left out together. */
  readonly kind: string;
  readonly engine: Engine;
  readonly questions: readonly FitQuestion[];
}

const KINDS: Readonly<Record<string, string>> = {
  squad2: "encyclopaedia",
  "xquad-en": "encyclopaedia",
};

/** A question set with its engine. */
export function fitSet(
  set: QuestionSet,
  holdsGold: (shown: string, golds: readonly string[]) => boolean,
): FitSet {
  const engine = buildEngine(entryPages(set.entries), THRESHOLD);
  const entryOf = engine.passages.map(({ page }) => set.entries[entryNumber(page)]?.id ?? "");
  return {
    name: set.name,
    kind: KINDS[set.name] ?? set.name,
    engine,
    questions: set.questions.map(({ text, gold, texts }) => ({
      text,
      answerable: gold.size > 0,
      isRight: (passage) => gold.has(entryOf[passage] ?? ""),
      holds: texts.length === 0 ? undefined : (shown) => holdsGold(shown, texts),
    })),
  };
}

export function fitSets(
  folders: readonly string[],
  holdsGold: (shown: string, golds: readonly string[]) => boolean,
): FitSet[] {
  return folders.map((folder) => fitSet(readSet(folder), holdsGold));
}

/**
 * The shipped knowledge with the questions of `test/fixtures/questions`: expressions tell what an answer must hold, and a
 * passage is right where it and its headings hold that.
 */
export function knowledgeSet(root: string): FitSet {
  const folder = join(root, "knowledge");
  const pages = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(".md") && path !== "README.md")
    .toSorted()
    .map((path) => ({
      path: path.replaceAll("\\", "/"),
      markdown: readFileSync(join(folder, path), "utf8"),
    }));
  const engine = buildEngine(pages, THRESHOLD, readFileSync(join(folder, "synonyms.yaml"), "utf8"));
  const rows = (file: string): string[][] =>
    readFileSync(join(root, "test/fixtures/questions", file), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split("\t"));
  const answerable = rows("answerable.tsv").map(([, text = "", expressions = ""]) => {
    const wanted = expressions.split("&&").map((expression) => new RegExp(expression, "iu"));
    const holds = (shown: string): boolean => wanted.every((expression) => expression.test(shown));
    return {
      text,
      answerable: true,
      isRight: (passage: number) => {
        const { headings, text: body } = engine.passages[passage] ?? { headings: [], text: "" };
        return holds([...headings, body].join("\n"));
      },
      holds,
    };
  });
  const unanswerable = rows("unanswerable.tsv").map(([, text = ""]) => ({
    text,
    answerable: false,
    isRight: () => false,
    holds: undefined,
  }));
  return {
    name: "knowledge",
    kind: "knowledge",
    engine,
    questions: [...answerable, ...unanswerable],
  };
}
