import type { Answer, Assistant, Outcome, Passage, Query, Topic, Why } from "../../src/index.ts";
import { abstained, found } from "./answers.ts";

export interface FakeAssistant extends Assistant {
  /** Every query it was asked, in order. */
  readonly asked: readonly Query[];
}

export interface Prepared {
  /** What it answers, by the question; everything else is not known. */
  readonly answers?: Readonly<Record<string, Outcome>>;
  readonly passages?: readonly Passage[];
  readonly topics?: readonly Topic[];
  readonly pinned?: readonly string[];
  readonly why?: Why;
  /** Thrown by `ask` for a question of this text. */
  readonly failures?: Readonly<Record<string, Error>>;
}

/** An assistant that knows prepared answers only, for tests of what is drawn and written around them. */
export function createFakeAssistant(prepared: Prepared = {}): FakeAssistant {
  const asked: Query[] = [];
  return {
    asked,
    async ask(query) {
      asked.push(query);
      const failure = prepared.failures?.[query.text];
      if (failure !== undefined) throw failure;
      const outcome = prepared.answers?.[query.text] ?? abstained({ related: [] });
      return { ...outcome, id: `answer-${asked.length}`, query, version: "v1" } as Answer;
    },
    recall: async () => undefined,
    suggest: async () => [],
    read: async (id) => prepared.passages?.find((passage) => passage.id === id),
    topics: async () => prepared.topics ?? [],
    pinned: async (_asker, limit) => (prepared.pinned ?? []).slice(0, limit),
    popular: async () => [],
    async why(query) {
      if (prepared.why === undefined)
        throw new Error(`no explanation was prepared for ${query.text}`);
      return prepared.why;
    },
    rate: async () => false,
    tellMe: async () => false,
  };
}

/** The answer most tests of drawing use. */
export const SENIOR = found();
