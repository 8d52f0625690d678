import { canRead, PUBLIC } from "./access.ts";
import { decide } from "./answer/answering.ts";
import type { Decision } from "./answer/answering.ts";
import { createReading } from "./answer/conversation.ts";
import { byItself } from "./answer/reading.ts";
import type { Reading } from "./answer/reading.ts";
import { asksForHelp, isSmallTalk, mayBeTopic } from "./answer/small-talk.ts";
import { together } from "./answer/together.ts";
import { THRESHOLD } from "./answer/weights.ts";
import { explainWhy } from "./answer/why.ts";
import { DocentError } from "./errors.ts";
import { passageOf } from "./knowledge/compact.ts";
import type { Knowledge } from "./knowledge/read-pages.ts";
import type { Origin } from "./knowledge/version-of.ts";
import type { AnswerOptions, Snapshot } from "./ports.ts";
import { verdictsOn } from "./reload/check-declared.ts";
import { buildSearcher } from "./search/searcher.ts";
import type { Search } from "./search/searcher.ts";
import { buildSuggest } from "./search/suggest.ts";
import { synonymsOf } from "./search/synonyms.ts";
import { wordsOf } from "./search/terms.ts";
import { suggestables } from "./suggestables.ts";
import { topicsOf } from "./topics.ts";
import type { Asker, Outcome, Passage, Query } from "./types.ts";

export interface OpenOptions {
  /** Answers below this confidence are not given; 0 to 1. */
  readonly threshold?: number | undefined;
  /** Whether a lower-case word is an English one, so that it is no slip of the finger; left out, any unknown word may be. */
  readonly isWord?: (word: string) => boolean;
}

/** A snapshot, and its passages for who compares it with another. */
export type OpenedSnapshot = Snapshot & { readonly passages: readonly Passage[] };

/**
 * A complete snapshot of knowledge that was read, from pages or from what was kept of them. `tookMs` is asked at its end: the
 * milliseconds since its making began. Throws `knowledge-empty` where there is no passage.
 */
export function openSnapshot(
  knowledge: Knowledge,
  origin: Origin,
  tookMs: () => number,
  { threshold = THRESHOLD, isWord }: OpenOptions = {},
): OpenedSnapshot {
  if (knowledge.passages.length === 0) {
    throw new DocentError("knowledge-empty", "The knowledge holds no readable passage", {
      remedy: "Put at least one Markdown page with text into the knowledge folder.",
    });
  }
  const passages = knowledge.passages.map(passageOf);
  const numbers = new Map(passages.map((passage, number) => [passage.id, number]));
  const isPublic = Uint8Array.from(passages, ({ audience }) => (audience.includes(PUBLIC) ? 1 : 0));
  const synonyms = synonymsOf(knowledge.synonyms);
  const searcher = buildSearcher(knowledge.corpus, isPublic, synonyms, isWord);
  const readInConversation = createReading();
  const audiences = [...new Set(passages.flatMap(({ audience }) => audience))].filter(
    (label) => label !== PUBLIC,
  );
  // All that is kept of it: what a closure names stays in memory as a whole.
  const { declared, access } = knowledge;
  const suggest = onceAsked(() => buildSuggest(suggestables(declared, passages)));

  function readableBy(asker: Asker): (passage: number) => boolean {
    return (number) => {
      // Asked a thousand times a question: most passages are for everybody, and need not be fetched.
      if (isPublic[number] === 1) return true;
      const passage = passages[number];
      return passage !== undefined && canRead(passage, asker);
    };
  }

  function consider<T>(
    reading: Reading,
    asker: Asker,
    use: (decision: Decision, search: Search) => T,
  ): T {
    return searcher.search(
      reading.text,
      { mayRead: readableBy(asker), carried: reading.carried },
      (search) => use(decide(searcher, passages, reading, search, threshold), search),
    );
  }

  /** What to consider of a message: the readings of its questions that find. */
  function readingsOf(
    { text, asker }: Query,
    { previous = [] }: AnswerOptions,
  ): ReturnType<typeof readInConversation> {
    const reader = audiences.filter((label) => asker.labels.includes(label)).join("\n");
    return readInConversation(text, previous, reader, (reading) =>
      consider(reading, asker, ({ outcome }) =>
        outcome.kind === "found" ? outcome.confidence : 0,
      ),
    );
  }

  function outcomeOf(query: Query, options: AnswerOptions): Outcome {
    const forHelp = asksForHelp(query.text);
    if (forHelp || isSmallTalk(query.text)) {
      const looked =
        (forHelp || mayBeTopic(query.text)) &&
        consider(byItself(query.text), query.asker, outcomeIn);
      if (looked && looked.kind === "found") return looked;
      return silence(forHelp ? "empty-query" : "small-talk");
    }
    if (wordsOf(query.text.slice(0, 4_000)).length === 0) return silence("empty-query");
    const asked = (reading: Reading): Outcome => consider(reading, query.asker, outcomeIn);
    const [first, ...others] = readingsOf(query, options);
    return together(asked(first), others.map(asked));
  }

  return {
    passages,
    facts: {
      ...origin,
      pages: knowledge.pages,
      passages: passages.length,
      problems: knowledge.problems,
      buildMs: tookMs(),
      audiences,
    },
    answer: async (query, options = {}) => outcomeOf(query, options),
    why: async (query, options = {}) => {
      const [reading] = readingsOf(query, options);
      return consider(reading, query.asker, (decision, search) =>
        explainWhy(decision, search, passages, threshold),
      );
    },
    suggest: async (text, asker, limit) =>
      suggest()(text, limit, readableBy(asker)).map((entry) => ({
        text: entry.text,
        passage: passages[entry.passage]?.id ?? "",
      })),
    read: async (id, asker) => {
      const passage = passages[numbers.get(id) ?? -1];
      return passage !== undefined && canRead(passage, asker) ? passage : undefined;
    },
    topics: async (asker) => topicsOf(passages.filter((passage) => canRead(passage, asker))),
    declared: async () => declared,
    verdicts: (from, most) =>
      verdictsOn(declared.slice(from, from + most), async (query) => outcomeOf(query, {})),
    access: async (page) => access.get(page),
    close: async () => {},
  };
}

/** What a question on the command line does without is made when it is first asked for. */
function onceAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const outcomeIn = ({ outcome }: Decision): Outcome => outcome;

function silence(reason: "small-talk" | "empty-query"): Outcome {
  return { kind: "abstained", reason, confidence: 0, related: [] };
}
