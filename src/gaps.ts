import { allDone } from "./all-done.ts";
import { closestGroup, groupId } from "./gap-groups.ts";
import type { GapQuestion, GapSink } from "./gap-question.ts";
import {
  GAP_ANSWER_PREFIX,
  HEAD_PREFIX,
  MARK_PREFIX,
  parseRow,
  readAnswer,
  readHeads,
  readMark,
  readRows,
  ROW_PREFIX,
} from "./gap-records.ts";
import { BY_TEST, gapOf } from "./gap-of.ts";
import type { GapHead, GapMark, GapRow, GapState } from "./gap-records.ts";
import type { Clock, Metrics, Store } from "./ports.ts";
import { impersonal, redact } from "./redact.ts";

/** Questions that mean the same and have no answer: work that can be closed. */
export interface Gap {
  /** What an admin calls it by. */
  readonly number: number;
  readonly state: GapState;
  readonly assignee?: string;
  /** Distinct people who asked. */
  readonly askers: number;
  /** Those of them who had an answer that did not help. */
  readonly notHelped: number;
  /** Askers, each less the longer ago it was, "not helpful" more than silence. */
  readonly weight: number;
  /** As they were asked, latest first, without what could be somebody's. */
  readonly examples: readonly string[];
  /** What was missing, in the askers' words. */
  readonly notes: readonly string[];
  /** What a human answered, for an author to take up. */
  readonly answer?: string;
  readonly lastAskedAt: number;
  /** When a reload found that it has an answer, where that closed it. */
  readonly closedByTestAt?: number;
}

export type MayRead = (page: string) => boolean;

/** A question to ask anew, with what its asker may read. */
export interface GapProbe extends Pick<GapQuestion, "labels" | "unhelpful"> {
  readonly question: string;
}

export interface Gaps extends GapSink {
  /** Heaviest first. Of what was said about pages that `mayRead` refuses only the number is told; all is where it is left out. */
  list(mayRead?: MayRead): Promise<readonly Gap[]>;
  /** Undefined: there is no gap of that number. */
  mark(
    number: number,
    mark: { readonly state: GapState; readonly by: string; readonly to?: string },
    mayRead?: MayRead,
  ): Promise<Gap | undefined>;
  /** A human's answer to a question, for the draft of its gap. */
  attach(question: string, answer: string): Promise<void>;
  /** The latest questions of gaps that wait for an answer. */
  probes(): Promise<readonly GapProbe[]>;
  /** Closes the waiting gaps all of whose latest questions are answered now; those closed, as whoever may read nothing sees them. */
  closeAnswered(isAnswered: (probe: GapProbe) => Promise<boolean>): Promise<readonly Gap[]>;
  /** Takes away groups nobody's question is left in. */
  prune(): Promise<void>;
}

export interface GapParts {
  readonly store: Store;
  readonly clock: Clock;
  /** A text's content words, stemmed: what questions are compared by. */
  readonly terms: (text: string) => readonly string[];
  /** Where the questions that become gaps are counted; a command line has nobody to tell. */
  readonly metrics?: Pick<Metrics, "count">;
  /** How long a question is kept. */
  readonly retentionMs?: number;
}

const everything: MayRead = () => true;
const nothing: MayRead = () => false;
const DAY_MS = 86_400_000;
/** A decision outlives the questions it was about, or a dismissed gap would be back after a month. */
const MARK_MS = 365 * DAY_MS;
const TERMS = 16;
const PROBED = 3;
/** Groups that another replica has begun are noticed after so long: until then a question like theirs begins one of its own. */
const KNOWN_MS = 10_000;

/** Rows lie under group and person: asking again writes the same place, so a gap counts people and never repetitions. */
export function createGaps(parts: GapParts): Gaps {
  const { store, clock, terms, metrics, retentionMs: ttlMs = 30 * DAY_MS } = parts;
  const termsOf = (text: string): readonly string[] => [...new Set(terms(text))].slice(0, TERMS);

  let known: { readonly heads: GapHead[]; readonly until: number } | undefined;

  /** Listing them for each question that has no answer would cost more the more of those there are. */
  async function heads(): Promise<GapHead[]> {
    if (known === undefined || known.until <= clock.now()) {
      known = { heads: [...(await readHeads(store))], until: clock.now() + KNOWN_MS };
    }
    return known.heads;
  }

  /** The group of a text, to be renewed; begun where there is none. Undefined for a text without a word that tells anything. */
  async function groupFor(text: string): Promise<GapHead | undefined> {
    const own = termsOf(text);
    if (own.length === 0) return undefined;
    const near = closestGroup(own, await heads());
    if (near !== undefined) return near;
    const id = groupId(own);
    const head = { number: await store.increment("gap-number"), terms: own };
    // Lost to another replica: its group has the same id, and serves as well. One that a store without room has dropped since
    // it was claimed begins anew.
    const isNew = await store.claim(HEAD_PREFIX + id, { ttlMs, value: head });
    const other = isNew ? undefined : (await readHeads(store)).find((one) => one.id === id);
    const begun = other ?? { id, ...head };
    const list = await heads();
    if (list.every((one) => one.id !== id)) list.push(begun);
    return begun;
  }

  /** Written again with each question in it, a group lives as long as the latest of them. */
  const renew = ({ id, number, terms }: GapHead): Promise<void> =>
    store.set(HEAD_PREFIX + id, { number, terms }, { ttlMs });

  async function all(
    mayRead: MayRead = everything,
  ): Promise<
    readonly { readonly head: GapHead; readonly rows: readonly GapRow[]; readonly gap: Gap }[]
  > {
    const [heads, rows] = await Promise.all([readHeads(store), readRows(store)]);
    const gaps = await Promise.all(
      heads.map(async (head) => {
        const own = rows.get(head.id) ?? [];
        const [mark, answer] = await Promise.all([
          readMark(store, head.id),
          readAnswer(store, head.id),
        ]);
        return own.length === 0 && answer === undefined
          ? undefined
          : {
              head,
              rows: own,
              gap: gapOf(head, { rows: own, mark, answer, now: clock.now(), mayRead }),
            };
      }),
    );
    return gaps
      .filter((one) => one !== undefined)
      .sort((a, b) => b.gap.weight - a.gap.weight || a.gap.number - b.gap.number);
  }

  const waiting = async (mayRead?: MayRead): ReturnType<typeof all> =>
    (await all(mayRead)).filter(({ gap }) => gap.state === "open" || gap.state === "assigned");
  const probesOf = (rows: readonly GapRow[]): readonly GapProbe[] =>
    rows.slice(0, PROBED).map(({ text, labels, unhelpful }) => ({
      question: text,
      labels,
      ...(unhelpful !== undefined && { unhelpful }),
    }));
  const write = (id: string, mark: Omit<GapMark, "at">): Promise<void> =>
    store.set(MARK_PREFIX + id, { ...mark, at: clock.now() }, { ttlMs: MARK_MS });

  return {
    async record({ text, note, labels, ...question }: GapQuestion) {
      const clean = redact(text);
      const head = await groupFor(clean);
      if (head === undefined) return;
      const row: GapRow = {
        ...question,
        text: clean,
        labels: impersonal(labels),
        ...(note !== undefined && { note: redact(note) }),
        at: clock.now(),
      };
      // Together: a store that gathers what a turn brings writes them at once.
      await allDone([
        renew(head),
        store.set(`${ROW_PREFIX}${head.id}:${question.person}`, row, { ttlMs }),
      ]);
      metrics?.count("gaps_total", { cause: question.cause });
    },
    async withdraw({ text, person }) {
      const clean = redact(text);
      const head = closestGroup(termsOf(clean), await heads());
      if (head === undefined) return;
      const key = `${ROW_PREFIX}${head.id}:${person}`;
      const row = parseRow(await store.get(key));
      if (row?.cause === "not-helpful" && row.text === clean) await store.delete(key);
    },
    list: async (mayRead) => (await all(mayRead)).map(({ gap }) => gap),
    async mark(number, mark, mayRead = everything) {
      const found = (await all()).find(({ gap }) => gap.number === number);
      if (found === undefined) return undefined;
      await write(found.head.id, mark);
      const { head, rows, gap } = found;
      const now = clock.now();
      return gapOf(head, { rows, mark: { ...mark, at: now }, answer: gap.answer, now, mayRead });
    },
    async attach(question, answer) {
      const head = await groupFor(redact(question));
      if (head === undefined) return;
      await allDone([
        renew(head),
        store.set(GAP_ANSWER_PREFIX + head.id, { text: redact(answer) }, { ttlMs: MARK_MS }),
      ]);
    },
    probes: async () => (await waiting()).flatMap(({ rows }) => probesOf(rows)),
    async closeAnswered(isAnswered) {
      const closed: Gap[] = [];
      for (const { head, rows, gap } of await waiting(nothing)) {
        const probes = probesOf(rows);
        let answered = probes.length > 0;
        for (const probe of probes) answered = answered && (await isAnswered(probe));
        if (!answered) continue;
        await write(head.id, { state: "closed", by: BY_TEST });
        closed.push({ ...gap, state: "closed" });
      }
      return closed;
    },
    async prune() {
      known = undefined;
      const [heads, rows] = await Promise.all([readHeads(store), readRows(store)]);
      for (const { id } of heads) {
        if (rows.has(id)) continue;
        for (const prefix of [HEAD_PREFIX, MARK_PREFIX, GAP_ANSWER_PREFIX]) {
          await store.delete(prefix + id);
        }
      }
    },
  };
}
