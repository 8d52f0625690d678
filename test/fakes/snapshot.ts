import { canRead } from "../../src/index.ts";
import type { AnswerOptions, Outcome, Passage, Query, Snapshot } from "../../src/index.ts";
import { verdictsOn } from "../../src/reload/check-declared.ts";

export interface FakePage {
  readonly path: string;
  readonly audience?: readonly string[];
  /** Words that find it. */
  readonly words: readonly string[];
}

export interface FakeSnapshot extends Snapshot {
  /** What was asked, with the earlier questions that came along. */
  readonly asked: readonly { readonly query: Query; readonly previous: readonly string[] }[];
}

/** Finds the first readable page that has a word of the question; knows nothing else. */
export function createFakeSnapshot(
  pages: readonly FakePage[],
  {
    version = "v1",
    before,
  }: { readonly version?: string; readonly before?: (query: Query) => Promise<void> } = {},
): FakeSnapshot {
  const asked: { query: Query; previous: readonly string[] }[] = [];
  const passages = pages.map((page): { passage: Passage; words: readonly string[] } => ({
    passage: fakePassage(page.path, page.audience),
    words: page.words,
  }));

  async function answer(query: Query, { previous = [] }: AnswerOptions = {}): Promise<Outcome> {
    asked.push({ query, previous });
    await before?.(query);
    if (query.text === "") return abstained("empty-query");
    if (query.text === "hello") return abstained("small-talk");
    const words = query.text.toLowerCase().split(/\W+/u);
    const hit = passages.find(
      (one) => canRead(one.passage, query.asker) && one.words.some((word) => words.includes(word)),
    );
    return hit === undefined ? abstained("low-confidence") : found(hit.passage);
  }

  const declared = pages.map((page) => ({
    text: `What does ${page.path} say?`,
    page: page.path,
    line: 3,
    kind: "answers" as const,
  }));

  return {
    facts: {
      version,
      pages: pages.length,
      passages: pages.length,
      problems: [],
      buildMs: 1,
      audiences: passages.flatMap((one) => one.passage.audience),
    },
    asked,
    answer,
    why: async (query, options) => ({
      outcome: await answer(query, options),
      threshold: 0.5,
      terms: [],
      confidence: [],
      rules: [],
      candidates: [],
    }),
    suggest: async (text, asker, limit) =>
      passages
        .filter((one) => canRead(one.passage, asker) && one.passage.page.includes(text))
        .slice(0, limit)
        .map((one) => ({ text: one.passage.headings[0], passage: one.passage.id })),
    read: async (id, asker) =>
      passages.find((one) => one.passage.id === id && canRead(one.passage, asker))?.passage,
    topics: async (asker) => [
      {
        name: "all",
        pages: passages
          .filter((one) => canRead(one.passage, asker))
          .map(({ passage }) => ({
            path: passage.page,
            title: passage.headings[0],
            passage: passage.id,
          })),
      },
    ],
    declared: async () => declared,
    verdicts: (from, most) => verdictsOn(declared.slice(from, from + most), answer),
    access: async (page) => {
      const passage = passages.find((one) => one.passage.page === page)?.passage;
      if (passage === undefined) return undefined;
      const { audience } = passage;
      return { page, rule: { kind: "default" }, declared: audience, audience };
    },
    close: async () => undefined,
  };
}

function abstained(reason: "empty-query" | "small-talk" | "low-confidence"): Outcome {
  return { kind: "abstained", reason, confidence: 0.2, related: [] };
}

function found(passage: Passage): Outcome {
  return {
    kind: "found",
    confidence: 0.9,
    body: passage.body,
    citations: [{ passage, lines: passage.lines, snippet: { text: passage.text, marks: [] } }],
    related: [],
  };
}

function fakePassage(page: string, audience: readonly string[] = ["public"]): Passage {
  const text = `Says ${page}.`;
  return {
    id: `${page}#top`,
    page,
    lines: [1, 1],
    headings: [page],
    body: [{ kind: "paragraph", lines: [1, 1], children: [{ kind: "text", text }] }],
    text,
    audience,
  };
}
