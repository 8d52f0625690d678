import { inTime } from "./deadline.ts";
import { DocentError, explain } from "./errors.ts";
import type { Clock, Delivery, Log, Message, Metrics, Pseudonym, RandomId } from "./ports.ts";
import type { Answer, Notice } from "./types.ts";

/** The way back to the asker, with a deadline on every step of it. */
export interface Sending {
  /** Rejects when the answer did not get through in time. */
  reply(message: Message, answer: Answer): ReturnType<Message["reply"]>;
  /** True when it got through. */
  notify(message: Message, notice: Notice): Promise<boolean>;
  /** The asker gets an id, and the log what it stands for. */
  apologise(message: Message, error: unknown, what: string): Promise<Delivery>;
}

export function createSending({
  clock,
  randomId,
  nameInLogs,
  log,
  metrics,
  sendMs,
}: {
  readonly clock: Clock;
  readonly randomId: RandomId;
  readonly nameInLogs: Pseudonym;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly sendMs: number;
}): Sending {
  async function notify(message: Message, notice: Notice): Promise<boolean> {
    // Where Docent listens unasked, nobody waits for a word of it.
    if (message.floor !== undefined) return true;
    try {
      await inTime(clock, sendMs, "Sending a notice", () => message.apologise(notice));
      return true;
    } catch (error) {
      metrics.count("send_failures_total", { what: notice.kind });
      log.warn({ notice: notice.kind, error: explain(error) }, "a notice could not be sent");
      return false;
    }
  }

  return {
    notify,
    async reply(message, answer) {
      const startedAt = clock.now();
      try {
        const sending = message.reply(answer);
        const sent = sending && (await inTime(clock, sendMs, "Sending an answer", () => sending));
        metrics.observe("send_seconds", (clock.now() - startedAt) / 1_000);
        return sent;
      } catch (error) {
        metrics.count("send_failures_total", { what: "answer" });
        throw error;
      }
    },
    async apologise(message, error, what) {
      const id = randomId().slice(0, 8);
      const code = error instanceof DocentError ? error.code : "unexpected";
      log.error({ id, code, asker: nameInLogs(message.query.asker.id), error }, what);
      return (await notify(message, { kind: "broken", id })) ? "apologised" : "failed";
    },
  };
}
