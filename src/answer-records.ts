import type { Store } from "./ports.ts";
import { isRecord, isTexts } from "./shapes.ts";
import type { Answer } from "./types.ts";

/** What is kept of an answer for the buttons below it: enough to ask again, nothing of what was answered. */
export interface AnswerRecord {
  readonly text: string;
  readonly previous: readonly string[];
  readonly conversation?: string;
  /** The asker's pseudonym and tenant, so that it can be forgotten. */
  readonly person: string;
  readonly tenant: string;
  /** What the asker may read, without what stands for them alone. */
  readonly labels: readonly string[];
  /** Epoch ms. */
  readonly at: number;
  readonly kind: Answer["kind"];
  /** The page the answer was cut from; votes count for it. */
  readonly page?: string;
  /** The passage, for what is asked by many. */
  readonly passage?: string;
}

export interface AnswerRecords {
  /** Records of the last seven days in no order, a few thousand at most: what is counted of many. */
  some(): AsyncIterable<AnswerRecord>;
  /** The questions answered last, latest first: what a reload asks again to see what is different. */
  recent(limit: number): Promise<readonly AnswerRecord[]>;
  keep(id: string, record: AnswerRecord): Promise<void>;
  /** Undefined: expired, forged, or not in a shape we write. */
  find(id: string): Promise<AnswerRecord | undefined>;
}

export const ANSWER_PREFIX = "answer:";
export const ANSWER_MS = 7 * 86_400_000;
/** Enough to tell what is asked by many. */
const SOME = 5_000;
/** What `RandomId` writes; everything else in a button is forged. */
const ID = /^[\w-]{1,64}$/u;

export function createAnswerRecords(store: Store): AnswerRecords {
  return {
    async *some() {
      let read = 0;
      for await (const [, value] of store.entries(ANSWER_PREFIX)) {
        const record = parseAnswerRecord(value);
        if (record !== undefined) yield record;
        read += 1;
        if (read >= SOME) return;
      }
    },
    async recent(limit) {
      const records: AnswerRecord[] = [];
      for await (const [, value] of store.entries(ANSWER_PREFIX)) {
        const record = parseAnswerRecord(value);
        if (record?.kind === "found") records.push(record);
      }
      return records.sort((a, b) => b.at - a.at).slice(0, limit);
    },
    keep: (id, record) => store.set(ANSWER_PREFIX + id, record, { ttlMs: ANSWER_MS }),
    find: async (id) =>
      ID.test(id) ? parseAnswerRecord(await store.get(ANSWER_PREFIX + id)) : undefined,
  };
}

function parseAnswerRecord(value: unknown): AnswerRecord | undefined {
  if (!isRecord(value)) return undefined;
  const { text, previous, conversation, person, tenant, labels, at, kind, page, passage } = value;
  if (typeof text !== "string" || !isTexts(previous) || !isTexts(labels)) return undefined;
  if (typeof at !== "number") return undefined;
  if (typeof person !== "string" || typeof tenant !== "string") return undefined;
  if (kind !== "found" && kind !== "abstained") return undefined;
  return {
    text,
    previous,
    person,
    tenant,
    labels,
    at,
    kind,
    ...(typeof conversation === "string" && { conversation }),
    ...(typeof page === "string" && { page }),
    ...(typeof passage === "string" && { passage }),
  };
}
