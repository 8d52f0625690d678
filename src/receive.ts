import { allDone } from "./all-done.ts";
import { createBeingNoted } from "./being-noted.ts";
import { createBestEffort } from "./best-effort.ts";
import { DocentError, explain } from "./errors.ts";
import { createFinding, noticeFor } from "./finding.ts";
import { gapQuestion } from "./gap-question.ts";
import type { GapSink } from "./gap-question.ts";
import { createInFlight } from "./in-flight.ts";
import type { Inbox, Ticket } from "./inbox.ts";
import type { Limits } from "./limits.ts";
import type {
  Assistant,
  Clock,
  Delivery,
  Log,
  Message,
  Metrics,
  Pseudonym,
  RandomId,
  Receive,
} from "./ports.ts";
import { questionLine } from "./question-line.ts";
import { QUESTION_LIMIT } from "./question-text.ts";
import { asksNothing } from "./starters.ts";
import { createSending } from "./sending.ts";
import { createTurns } from "./turns.ts";
import type { Abstained, Answer, Notice } from "./types.ts";

export interface ReceiveParts {
  readonly assistant: Pick<Assistant, "ask">;
  readonly inbox: Inbox;
  readonly limits: Limits;
  readonly gaps: Pick<GapSink, "record">;
  readonly clock: Clock;
  readonly randomId: RandomId;
  readonly pseudonym: Pseudonym;
  /** Another one, whose key changes: logs of different days do not tell that it was the same person. */
  readonly nameInLogs: Pseudonym;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface ReceiveOptions {
  /** Questions that are worked on at once. */
  readonly concurrency?: number;
  /** Questions that wait beyond those; more are left in the inbox for a quieter moment, or refused where they cannot be. */
  readonly waiting?: number;
  /** Answers on their way to a platform: beyond so many no question is begun. */
  readonly sendingAtOnce?: number;
  /** How long a question waits before its asker hears that it takes a while. */
  readonly busyAfterMs?: number;
  /** For finding the answer, counted from when its turn comes. */
  readonly answerMs?: number;
  /** For each message to the platform. */
  readonly sendMs?: number;
  readonly staleMs?: number;
}

interface Course {
  /** What is to be written down about it once its asker has the answer; never rejects. */
  readonly later: (() => Promise<void>)[];
  answer?: Answer;
  /** To be called when all of that is. */
  written?: () => void;
}

/** What becomes of a question that nobody has been answered. */
const AFTERWARDS: Readonly<Partial<Record<Delivery, "putBack" | "postpone">>> = {
  failed: "putBack",
  busy: "postpone",
};

/** The door, and what its keeper needs to close it. */
export interface Reception {
  readonly receive: Receive;
  inFlight(): number;
  /** Of those, the ones that wait for their turn to be looked up. */
  waiting(): number;
  /** Resolves when nothing more is written down about an answer: what is taken back before would leave the rest. */
  readonly written: (answer: string) => Promise<void>;
  /** Resolves when all that was received has ended, or after `ms`; says how many were left behind. */
  drain(ms: number): Promise<number>;
}

/**
 * The one door for platforms. Every message ends in exactly one delivery, which is counted; nothing that goes wrong
 * inside leaves it as a rejection. Logs carry pseudonyms and ids, never what was asked.
 */
export function createReceive(parts: ReceiveParts, options: ReceiveOptions = {}): Reception {
  const { assistant, inbox, limits, gaps, clock, pseudonym, log, metrics } = parts;
  const { concurrency = 16, waiting = 500, sendingAtOnce = 2_000, busyAfterMs = 5_000 } = options;
  const { answerMs = 10_000, sendMs = 30_000, staleMs = 10 * 60_000 } = options;
  const attempt = createBestEffort(log, metrics);
  const sending = createSending({ ...parts, sendMs });
  const find = createFinding({ assistant, clock, answerMs });
  const turns = createTurns({ clock, concurrency, waiting, longMs: busyAfterMs });
  const inFlight = createInFlight(clock);
  const beingNoted = createBeingNoted();
  let onTheirWay = 0;
  let refusing = 0;

  const isFull = (): boolean => turns.isFull() || onTheirWay >= sendingAtOnce;
  const isStale = ({ sentAt }: Message): boolean =>
    sentAt !== undefined && clock.now() - sentAt > staleMs;

  const notify = async (message: Message, notice: Notice): Promise<Delivery> =>
    (await sending.notify(message, notice)) ? "apologised" : "failed";

  async function tellFailure(message: Message, error: unknown): Promise<Delivery> {
    const notice = noticeFor(error);
    if (notice === undefined) return sending.apologise(message, error, "a question failed");
    log.warn({ notice: notice.kind, error: explain(error) }, "a question could not be answered");
    return notify(message, notice);
  }

  async function send(
    message: Message,
    ticket: Ticket,
    answer: Answer,
    { later }: Course,
  ): Promise<Delivery> {
    if (message.floor !== undefined && !reaches(answer, message.floor)) return "silent";
    if (!(await ticket.stillOurs())) return "duplicate";
    try {
      if ((await sending.reply(message, answer)) === "silent") return "silent";
    } catch (error) {
      return sending.apologise(message, error, "an answer could not be sent");
    }
    if (answer.kind === "found") return "answered";
    // Only what somebody was told: what Docent kept silent about is no gap.
    if (!asksNothing(answer)) later.push(() => attempt("gap", undefined, () => recordGap(answer)));
    return "abstained";
  }

  const recordGap = ({ query: { text, asker } }: Abstained): Promise<void> =>
    gaps.record(gapQuestion(text, asker, pseudonym, "abstained"));

  /** Finding takes turns; a platform that is slow to take an answer holds up nobody but its asker. */
  async function answer(message: Message, ticket: Ticket, course: Course): Promise<Delivery> {
    const found = await turns.take(
      () => find(message.query),
      () => sending.notify(message, { kind: "busy" }),
    );
    onTheirWay += 1;
    try {
      if ("error" in found) return await tellFailure(message, found.error);
      course.answer = found.answer;
      // Only what its platform brought as a message can be taken back.
      if (message.event !== undefined) course.written = beingNoted.begin(found.answer.id);
      const delivery = await send(message, ticket, found.answer, course);
      // What nobody was told is neither counted as an answer nor kept.
      if (delivery !== "silent") course.later.push(...found.later);
      return delivery;
    } finally {
      onTheirWay -= 1;
    }
  }

  /**
   * What its adapter can build again stays in the inbox and is answered in a quieter moment; its asker hears so once, as
   * long as not too many wait to be told. Who cannot be come back to is asked to come back.
   */
  async function refuse(message: Message, { resumed }: Ticket): Promise<Delivery> {
    // Where nobody asked, an answer that comes late is worse than none.
    if ((message.floor ?? 0) > 0) return "silent";
    const again = message.event !== undefined;
    if (again && (resumed || refusing >= waiting)) return "busy";
    refusing += 1;
    try {
      const notice: Notice = again ? { kind: "busy" } : { kind: "limited", retryInMs: 60_000 };
      await sending.notify(message, notice);
    } finally {
      refusing -= 1;
    }
    return "busy";
  }

  async function deliver(message: Message, ticket: Ticket, course: Course): Promise<Delivery> {
    if (ticket.resumed && isStale(message)) {
      const error = new DocentError("deadline-exceeded", "A question was left for too long", {
        remedy: "Look why the process that accepted it ended.",
      });
      return sending.apologise(message, error, "a question that was left behind is too old");
    }
    if (!ticket.resumed && message.unlimited !== true) {
      const verdict = await attempt("limits", { kind: "within" } as const, () =>
        limits.check(message),
      );
      if (verdict.kind === "over") {
        const { first, retryInMs } = verdict;
        if (first) await sending.notify(message, { kind: "limited", retryInMs });
        return "limited";
      }
    }
    const { length } = message.query.text;
    if (length > QUESTION_LIMIT) {
      return notify(message, { kind: "too-long", limit: QUESTION_LIMIT, length });
    }
    return isFull() ? await refuse(message, ticket) : await answer(message, ticket, course);
  }

  async function handle(message: Message, startedAt: number): Promise<Delivery> {
    const ticket = await inbox.accept(message);
    if (ticket === undefined) {
      message.accepted?.();
      return "duplicate";
    }
    const course: Course = { later: [] };
    let delivery: Delivery = "failed";
    try {
      message.accepted?.();
      const tooLate = isStale(message) && !ticket.resumed;
      delivery = tooLate ? "stale" : await deliver(message, ticket, course);
    } finally {
      const ms = clock.now() - startedAt;
      log.info(questionLine(message, course.answer, { outcome: delivery, ms }), "a question");
      // Its asker does not wait for what is written down about it, all of which goes to the store at once.
      const end = ticket[AFTERWARDS[delivery] ?? "end"];
      await allDone([end(), ...course.later.map((notes) => notes())]).finally(course.written);
    }
    // Nobody was spoken to where nobody had asked.
    return message.floor !== undefined && delivery === "apologised" ? "silent" : delivery;
  }

  async function receive(message: Message): Promise<Delivery> {
    metrics.count("questions_received_total");
    const startedAt = clock.now();
    let delivery: Delivery = "failed";
    try {
      delivery = await handle(message, startedAt);
    } catch (error) {
      log.error({ error }, "a message could not be handled");
    }
    metrics.count("questions_ended_total", { delivery });
    metrics.observe("delivery_seconds", (clock.now() - startedAt) / 1_000, { delivery });
    return delivery;
  }

  return {
    receive: (message) => inFlight.track(receive(message)),
    inFlight: () => inFlight.size,
    waiting: () => turns.waiting,
    written: (answer) => beingNoted.ended(answer),
    drain: (ms) => inFlight.drain(ms),
  };
}

function reaches(answer: Answer, floor: number): boolean {
  return answer.kind === "found" && answer.confidence >= floor;
}
