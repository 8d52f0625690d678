import { closestGroup, groupId } from "./gap-groups.ts";
import type { GapQuestion, GapSink } from "./gap-question.ts";
import {
  GAP_ANSWER_PREFIX,
  HEAD_PREFIX,
  MARK_PREFIX,
  readAnswer,
  readHeads,
  readMark,
  readRows,
  ROW_PREFIX,
} from "./gap-records.ts";
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
}

/** A question to ask anew, with what its asker may read. */
export interface GapProbe {
  readonly question: string;
  readonly labels: readonly string[];
}

export interface Gaps extends GapSink {
  /** Heaviest first. */
  list(): Promise<readonly Gap[]>;
  /** Undefined: there is no gap of that number. */
  mark(
    number: number,
    mark: { readonly state: GapState; readonly by: string; readonly to?: string },
  ): Promise<Gap | undefined>;
  /** A human's answer to a question, for the draft of its gap. */
  attach(question: string, answer: string): Promise<void>;
  /** The latest questions of gaps that wait for an answer. */
  probes(): Promise<readonly GapProbe[]>;
  /** Closes the waiting gaps all of whose latest questions are answered now; those closed. */
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

const DAY_MS = 86_400_000;
const HALF_LIFE_MS = 14 * DAY_MS;
/** A decision outlives the questions it was about, or a dismissed gap would be back after a month. */
const MARK_MS = 365 * DAY_MS;
const TERMS = 16;
const EXAMPLES = 5;
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

  /** The group of a text, begun where there is none; undefined for a text without a word that tells anything. */
  async function groupFor(text: string): Promise<GapHead | undefined> {
    const own = termsOf(text);
    if (own.length === 0) return undefined;
    const near = closestGroup(own, await heads());
    const id = near?.id ?? groupId(own);
    if (near === undefined) {
      const number = await store.increment("gap-number");
      const head = { number, terms: own };
      // Lost to another replica: its group has the same id, and serves as well.
      if (await store.claim(HEAD_PREFIX + id, { ttlMs, value: head })) {
        (await heads()).push({ id, ...head });
        return { id, ...head };
      }
    }
    const head = near ?? (await readHeads(store)).find((one) => one.id === id);
    if (head === undefined) return undefined;
    await store.set(HEAD_PREFIX + id, { number: head.number, terms: head.terms }, { ttlMs });
    return head;
  }

  function gapOf(
    { number }: GapHead,
    rows: readonly GapRow[],
    mark: GapMark | undefined,
    answer: string | undefined,
  ): Gap {
    const now = clock.now();
    const lastAskedAt = rows[0]?.at ?? mark?.at ?? now;
    // Closed, and asked again since: it was not closed after all.
    const reopened = mark?.state === "closed" && lastAskedAt > mark.at;
    const weight = rows.reduce(
      (sum, { at, cause }) =>
        sum + (cause === "not-helpful" ? 1.5 : 1) * 0.5 ** ((now - at) / HALF_LIFE_MS),
      0,
    );
    return {
      number,
      state: reopened ? "open" : (mark?.state ?? "open"),
      ...(mark?.to !== undefined && !reopened && { assignee: mark.to }),
      askers: rows.length,
      notHelped: rows.filter(({ cause }) => cause === "not-helpful").length,
      weight,
      examples: [...new Set(rows.map(({ text }) => text))].slice(0, EXAMPLES),
      notes: rows.flatMap(({ note }) => note ?? []).slice(0, EXAMPLES),
      ...(answer !== undefined && { answer }),
      lastAskedAt,
    };
  }

  async function all(): Promise<
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
          : { head, rows: own, gap: gapOf(head, own, mark, answer) };
      }),
    );
    return gaps
      .filter((one) => one !== undefined)
      .sort((a, b) => b.gap.weight - a.gap.weight || a.gap.number - b.gap.number);
  }

  const waiting = async (): ReturnType<typeof all> =>
    (await all()).filter(({ gap }) => gap.state === "open" || gap.state === "assigned");
  const probesOf = (rows: readonly GapRow[]): readonly GapProbe[] =>
    rows.slice(0, PROBED).map(({ text, labels }) => ({ question: text, labels }));
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
      await store.set(`${ROW_PREFIX}${head.id}:${question.person}`, row, { ttlMs });
      metrics?.count("gaps_total", { cause: question.cause });
    },
    list: async () => (await all()).map(({ gap }) => gap),
    async mark(number, mark) {
      const found = (await all()).find(({ gap }) => gap.number === number);
      if (found === undefined) return undefined;
      await write(found.head.id, mark);
      const { head, rows, gap } = found;
      return gapOf(head, rows, { ...mark, at: clock.now() }, gap.answer);
    },
    async attach(question, answer) {
      const head = await groupFor(redact(question));
      if (head === undefined) return;
      await store.set(GAP_ANSWER_PREFIX + head.id, { text: redact(answer) }, { ttlMs: MARK_MS });
    },
    probes: async () => (await waiting()).flatMap(({ rows }) => probesOf(rows)),
    async closeAnswered(isAnswered) {
      const closed: Gap[] = [];
      for (const { head, rows, gap } of await waiting()) {
        const probes = probesOf(rows);
        let answered = probes.length > 0;
        for (const probe of probes) answered = answered && (await isAnswered(probe));
        if (!answered) continue;
        await write(head.id, { state: "closed", by: "test" });
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
