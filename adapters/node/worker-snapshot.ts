import { DocentError, explain, withDeadline } from "../../src/index.ts";
import type { Clock, Log, Metrics, Snapshot, SnapshotFacts } from "../../src/index.ts";
import type { Asked } from "./thread-messages.ts";
import type { LentThread } from "./thread-stock.ts";

export interface WorkerSnapshotParts {
  readonly facts: SnapshotFacts;
  readonly thread: LentThread;
  /** Builds the same snapshot in another thread. */
  readonly again: () => Promise<LentThread>;
  /** For one question, from when the thread takes it up. */
  readonly questionMs: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

interface Question {
  readonly method: Asked;
  readonly args: readonly unknown[];
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

interface Lane {
  readonly thread: LentThread;
  /** What the thread is at, until it has really ended. */
  busy: Promise<unknown> | undefined;
}

/**
 * A snapshot that lives in a thread. The thread is given one question at a time, so that one that takes too long is no
 * other's fault: its asker hears so, and another thread is built beside. Until that is ready the slow one may recover and go
 * on, for as long as one more question would take; then it is ended. What waits is answered by whichever thread is free.
 */
export function createWorkerSnapshot(parts: WorkerSnapshotParts): Snapshot {
  const { facts, again, questionMs, clock, log, metrics } = parts;
  const waiting = new Set<Question>();
  let lane: Lane | undefined;
  let replacing = false;
  let closed: Promise<unknown> | undefined;

  function install(thread: LentThread): void {
    const old = lane;
    const fresh: Lane = { thread, busy: undefined };
    lane = fresh;
    void thread.lost.then((error) => {
      if (lane === fresh) lane = undefined;
      replace("lost", error);
    });
    if (old !== undefined) void Promise.allSettled([old.busy]).then(() => old.thread.end());
    takeNext();
  }

  function replace(reason: "deadline" | "lost", error: unknown): void {
    if (replacing || closed !== undefined) return;
    replacing = true;
    const { version } = facts;
    metrics.count("snapshot_replaced_total", { reason });
    log.warn({ version, reason, error: explain(error) }, "the knowledge's thread is replaced");
    again().then(
      (thread) => {
        replacing = false;
        if (closed === undefined) install(thread);
        else void thread.end();
      },
      (failure: unknown) => {
        replacing = false;
        if (closed !== undefined) return;
        log.error({ version, error: explain(failure) }, "the knowledge's thread was not replaced");
        if (lane === undefined) refuseAll(failure);
      },
    );
  }

  function refuseAll(error: unknown): void {
    for (const question of waiting) question.reject(error);
    waiting.clear();
  }

  function takeNext(): void {
    const [question] = waiting;
    if (question === undefined || lane?.busy !== undefined) return;
    if (lane === undefined) {
      replace("lost", new Error("there is none"));
      return;
    }
    waiting.delete(question);
    void take(lane, question);
  }

  async function take(on: Lane, question: Question): Promise<void> {
    const { method, args } = question;
    const answer = on.thread.ask(method, args);
    const over = answer.then(
      () => undefined,
      () => undefined,
    );
    on.busy = over;
    void over.then(() => {
      on.busy = undefined;
      takeNext();
    });
    try {
      question.resolve(await withDeadline(clock, questionMs, "The question", () => answer));
    } catch (error) {
      question.reject(error);
      if (!isLate(error)) return;
      replace("deadline", error);
      await endUnlessOver(on, over);
    }
  }

  /** One that has not recovered in the time of another question will not. */
  async function endUnlessOver(on: Lane, over: Promise<void>): Promise<void> {
    try {
      await withDeadline(clock, questionMs, "The question", () => over);
    } catch {
      if (lane === on) lane = undefined;
      await on.thread.end();
    }
  }

  function ask<T>(method: Asked, args: readonly unknown[], signal?: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (closed !== undefined) reject(gone());
      else if (signal?.aborted === true) reject(reasonOf(signal));
      else {
        const question: Question = {
          method,
          args,
          resolve(value) {
            signal?.removeEventListener("abort", giveUp);
            resolve(value as T);
          },
          reject(error) {
            signal?.removeEventListener("abort", giveUp);
            reject(error);
          },
        };
        const giveUp = (): void => {
          waiting.delete(question);
          reject(reasonOf(signal));
        };
        signal?.addEventListener("abort", giveUp, { once: true });
        waiting.add(question);
        takeNext();
      }
    });
  }

  install(parts.thread);
  return {
    facts,
    answer: (query, { previous = [], signal } = {}) => ask("answer", [query, { previous }], signal),
    why: (query, { previous = [], signal } = {}) => ask("why", [query, { previous }], signal),
    suggest: (text, asker, limit) => ask("suggest", [text, asker, limit]),
    read: (passage, asker) => ask("read", [passage, asker]),
    topics: (asker) => ask("topics", [asker]),
    declared: () => ask("declared", []),
    verdicts: (from, most) => ask("verdicts", [from, most]),
    access: (page) => ask("access", [page]),
    async close() {
      // One that is still at a question may never come to its end.
      closed ??= Promise.resolve(
        lane?.busy === undefined ? lane?.thread.giveBack() : lane.thread.end(),
      );
      refuseAll(gone());
      await closed;
    },
  };
}

function isLate(error: unknown): boolean {
  return error instanceof DocentError && error.code === "deadline-exceeded";
}

function gone(): DocentError {
  return new DocentError("snapshot-failed", "The knowledge that was asked is no longer open", {
    remedy: "Ask again.",
  });
}

function reasonOf(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error("The question was given up");
}
