import { allDone } from "./all-done.ts";
import { answerId } from "./answer-id.ts";
import { createAnswerRecords } from "./answer-records.ts";
import type { AnswerRecord } from "./answer-records.ts";
import { createBestEffort } from "./best-effort.ts";
import { createConversations } from "./conversations.ts";
import { createFeedback } from "./feedback.ts";
import { gapQuestion, markOf } from "./gap-question.ts";
import type { GapSink } from "./gap-question.ts";
import { pickPinned } from "./pinned.ts";
import { createOutcomeMemory } from "./outcome-memory.ts";
import { createPendingNotes } from "./pending-notes.ts";
import { createPopular } from "./popular.ts";
import type {
  Assistant,
  Clock,
  Log,
  Metrics,
  Pseudonym,
  RandomId,
  Snapshot,
  Store,
} from "./ports.ts";
import { cleanQuestion } from "./question-text.ts";
import { impersonal, redact } from "./redact.ts";
import { recallOutcome } from "./recall-outcome.ts";
import { asksNothing } from "./starters.ts";
import type { Statistics } from "./statistics.ts";
import { createWishes } from "./tell-me.ts";
import { adapterOf, tenantOf } from "./tenant.ts";
import type { Answer, Asker, Outcome, Passage, Query } from "./types.ts";

export interface AssistantParts {
  readonly knowledge: { readonly snapshot: Snapshot };
  readonly store: Store;
  readonly clock: Clock;
  readonly randomId: RandomId;
  readonly pseudonym: Pseudonym;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly gaps: GapSink;
  readonly statistics: Pick<Statistics, "record">;
  /** Questions to start with, before those that pages declare. */
  readonly pinned?: readonly string[];
}

const SUGGESTIONS = 10;
/** What headings that ask begin with: they are questions to start with where pages declare too few. */
const ASKING = ["how", "what", "where", "who", "when", "can", "is"];

/** What people may do. Each call takes the snapshot once: a reload in between changes nothing for it. */
export function createAssistant(parts: AssistantParts): Assistant {
  const { knowledge, store, clock, randomId, pseudonym, log, metrics, gaps, statistics } = parts;
  const attempt = createBestEffort(log, metrics);
  const conversations = createConversations({ store, clock });
  const records = createAnswerRecords(store);
  const feedback = createFeedback({ store, clock });
  const wishes = createWishes({ store, clock, log });
  const memory = createOutcomeMemory();
  const pending = createPendingNotes();
  const popular = createPopular({ records, clock });

  const earlier = (conversation: string): Promise<readonly string[]> =>
    attempt("conversation", [], () => conversations.previous(conversation));

  async function recordOf(answer: string): Promise<AnswerRecord | undefined> {
    await pending.settle(answer);
    return records.find(answer);
  }

  /** What the question by itself is answered with, asked as it is after a reload. */
  const answerAsTested = (text: string, { id, labels }: Asker): Promise<Outcome> =>
    knowledge.snapshot.answer({ text: redact(text), asker: { id, labels: impersonal(labels) } });

  function measure(answer: Answer, ms: number): void {
    const { kind, confidence, query, capped } = answer;
    if (capped === true) metrics.count("query_capped_total");
    const reason = answer.kind === "abstained" ? answer.reason : "";
    metrics.count("answers_total", { kind, reason, platform: adapterOf(query.asker.id) });
    metrics.observe("answer_confidence", confidence);
    metrics.observe("answer_seconds", ms / 1_000, { kind });
  }

  /** What the answer leaves behind. An answer without a memory is better than none. */
  function keep(answer: Answer, previous: readonly string[], at: number): Promise<void> {
    const { id, query, kind } = answer;
    const owner = { person: pseudonym(query.asker.id), tenant: tenantOf(query.asker) };
    const { conversation } = query;
    const record = attempt("answer-record", undefined, () =>
      records.keep(id, {
        text: query.text,
        previous,
        kind,
        labels: impersonal(query.asker.labels),
        at,
        ...owner,
        ...(conversation !== undefined && { conversation }),
        ...(answer.kind === "found" && placeOf(answer.citations[0].passage)),
      }),
    );
    if (conversation === undefined || !wasUnderstood(answer)) return record;
    const remembered = attempt("conversation", undefined, () =>
      conversations.remember(conversation, { text: query.text, ...owner }, query.opens),
    );
    return allDone([record, remembered]);
  }

  return {
    async ask(query, signal, later) {
      const { snapshot } = knowledge;
      const asked: Query = { ...query, text: cleanQuestion(query.text) };
      const { conversation, opens } = asked;
      const alone = conversation === undefined || opens === true;
      const previous = alone ? [] : await earlier(conversation);
      const startedAt = clock.now();
      const said = recallOutcome(snapshot, asked, previous, memory, signal);
      const outcome = "kind" in said ? said : await said;
      const at = clock.now();
      const ms = at - startedAt;
      const answer: Answer = {
        ...outcome,
        id: answerId(at, randomId()),
        query: asked,
        version: snapshot.facts.version,
      };
      // None of it for an answer that nobody is told.
      const notes = pending.add(answer.id, () => {
        measure(answer, ms);
        if (!asksNothing(answer)) statistics.record(answer.kind, ms);
        return keep(answer, previous, at);
      });
      if (later === undefined) await notes();
      else later(notes);
      return answer;
    },

    async recall(answerId, asker) {
      const record = await attempt("answer-record", undefined, () => recordOf(answerId));
      if (record === undefined) return undefined;
      const { snapshot } = knowledge;
      const { text, conversation } = record;
      const query: Query = { text, asker, ...(conversation !== undefined && { conversation }) };
      // Asked anew as whoever clicks: what they may not read is not in it, whoever asked first.
      const outcome = await recallOutcome(snapshot, query, record.previous, memory);
      if (record.kind === "found" && outcome.kind === "abstained") return undefined;
      return { ...outcome, id: answerId, query, version: snapshot.facts.version };
    },

    async suggest(typed, asker, limit = SUGGESTIONS) {
      const { snapshot } = knowledge;
      const text = cleanQuestion(typed);
      return memory.complete(snapshot, { text, asker, limit }, () =>
        snapshot.suggest(text, asker, limit),
      );
    },
    read: (passage, asker) => knowledge.snapshot.read(passage, asker),
    topics: (asker) => knowledge.snapshot.topics(asker),

    async pinned(asker, limit) {
      const { snapshot } = knowledge;
      const [declared, topics] = await Promise.all([snapshot.declared(), snapshot.topics(asker)]);
      const picked = new Set([...(parts.pinned ?? []), ...pickPinned(declared, topics, limit)]);
      for (const word of ASKING) {
        if (picked.size >= limit) break;
        for (const { text } of await snapshot.suggest(word, asker, limit))
          if (text.endsWith("?")) picked.add(text);
      }
      // A title is a question by itself.
      if (picked.size === 0) {
        for (const { pages } of topics) for (const { title } of pages) picked.add(title);
      }
      return [...picked].slice(0, limit);
    },

    popular: (asker, limit) =>
      attempt("popular", [], () => popular.questions(knowledge.snapshot, asker, limit)),

    async why(query) {
      const asked: Query = { ...query, text: cleanQuestion(query.text) };
      const { conversation } = asked;
      const remembered = conversation === undefined ? [] : await earlier(conversation);
      // Asked about right after it was asked, the question itself is the latest of them.
      const previous = remembered.at(-1) === asked.text ? remembered.slice(0, -1) : remembered;
      return knowledge.snapshot.why(asked, { previous });
    },

    async rate(answerId, asker, vote, note, later) {
      const record = await recordOf(answerId);
      if (record === undefined) return false;
      const { page, text } = record;
      const person = pseudonym(asker.id);
      await feedback.vote({
        answer: answerId,
        person,
        tenant: tenantOf(asker),
        vote,
        ...(page !== undefined && { page }),
      });
      metrics.count("votes_total", { vote });
      const about = { ...(note !== undefined && { note }), ...(page !== undefined && { page }) };
      const notes = (): Promise<void> =>
        attempt("gap", undefined, async () => {
          if (vote === "helpful") return gaps.withdraw({ text, person });
          const unhelpful = markOf(await answerAsTested(text, asker), pseudonym);
          const gap = { ...about, ...(unhelpful !== undefined && { unhelpful }) };
          return gaps.record(gapQuestion(text, asker, pseudonym, "not-helpful", gap));
        });
      if (later === undefined) await notes();
      else later(notes);
      return true;
    },

    async tellMe(answerId, asker, channel) {
      const record = await recordOf(answerId);
      if (record === undefined) return false;
      await wishes.add({
        answer: answerId,
        question: record.text,
        previous: record.previous,
        person: pseudonym(asker.id),
        tenant: tenantOf(asker),
        labels: asker.labels,
        channel,
      });
      return true;
    },
  };
}

/** What a follow-up can lean on: a question that the knowledge had something near to. */
function wasUnderstood(outcome: Outcome): boolean {
  return !asksNothing(outcome) && (outcome.kind === "found" || outcome.reason !== "no-hit");
}

const placeOf = ({ page, id }: Passage) => ({ page, passage: id });
