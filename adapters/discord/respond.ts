import type { Clock, Log, Metrics } from "../../src/index.ts";
import type { Calls, Ticket } from "./calls.ts";
import { ephemeral, type Outgoing } from "./components.ts";
import { codeOf, CODES, isOver, refused } from "./failure.ts";
import { DEFER_AFTER_MS } from "./limits.ts";
import type { Modal } from "./modals.ts";

/** One interaction's answer: in time, in order, and once. */
export interface Responder {
  /** The first is the answer, later ones replace it. */
  readonly send: (message: Outgoing) => Promise<void>;
  /** Replaces the message whose button was pressed. */
  readonly update: (message: Outgoing) => Promise<void>;
  readonly openModal: (modal: Modal) => Promise<void>;
  /** Another message after the answer, for who pressed only. */
  readonly followUp: (message: Outgoing) => Promise<void>;
  /** Shows a message to everybody in the channel. */
  readonly share: (message: Outgoing) => Promise<void>;
  readonly answered: () => boolean;
  /** Ends the waiting; with `takeBack` a "thinking" that nothing followed is taken away. */
  readonly close: (takeBack: boolean) => Promise<void>;
}

/**
 * Shows "thinking" by itself when the answer is not there within a second. What Discord says when an interaction is
 * over (10062, 40060, 50027) is counted and ends here: nobody can be told any more.
 */
export function createResponder(
  ticket: Ticket,
  hidden: boolean,
  parts: {
    readonly calls: Calls;
    readonly clock: Clock;
    readonly log: Log;
    readonly metrics: Metrics;
  },
  /** Another process accepted it: it has shown "thinking" by now, or it is too late. */
  resumed = false,
): Responder {
  const { calls, clock, log, metrics } = parts;
  let state: "open" | "deferred" | "answered" | "closed" = resumed ? "deferred" : "open";
  let turn: Promise<unknown> = Promise.resolve();

  /** One call at a time, in the order they were asked for. */
  function inTurn(work: () => Promise<unknown>): Promise<void> {
    const done = turn.then(work).then(() => undefined);
    turn = done.catch(() => undefined);
    return done;
  }

  async function quietly(what: string, call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
    } catch (error) {
      if (!isOver(error)) throw refused(what, error);
      metrics.count("discord_interactions_over_total", { code: String(codeOf(error)) });
      log.info({ code: codeOf(error), what }, "an interaction was over before it was answered");
    }
  }

  const dress = (message: Outgoing): Outgoing => (hidden ? ephemeral(message) : message);

  const defer = (): Promise<void> =>
    inTurn(async () => {
      if (state !== "open") return;
      try {
        await calls.defer(ticket, hidden);
        state = "deferred";
      } catch (error) {
        // Our own first try got through and its reply did not.
        if (codeOf(error) === CODES.alreadyAcknowledged) state = "deferred";
        else log.info({ code: codeOf(error) }, "an interaction could not be deferred");
      }
    });

  const callOff = clock.after(DEFER_AFTER_MS, () => void defer());

  /** A deferral that comes due meanwhile waits for its turn and finds the answer given: there is no hurry to call it off. */
  function end(): void {
    state = "answered";
    callOff();
  }

  return {
    send: (message) =>
      inTurn(async () => {
        const first = state === "open";
        await quietly("answering", () =>
          first ? calls.reply(ticket, dress(message)) : calls.editOriginal(ticket, message),
        );
        end();
      }),
    update: (message) =>
      inTurn(async () => {
        // Too late to replace the message: said to who pressed instead.
        await quietly("updating a message", () =>
          state === "open" ? calls.update(ticket, message) : calls.editOriginal(ticket, message),
        );
        end();
      }),
    openModal: (modal) =>
      inTurn(async () => {
        await quietly("opening a form", () => calls.modal(ticket, modal));
        end();
      }),
    followUp: (message) =>
      inTurn(() => quietly("following up", () => calls.followUp(ticket, dress(message)))),
    share: (message) =>
      inTurn(async () => {
        const first = state === "open";
        await quietly("sharing an answer", async () => {
          if (first) await calls.reply(ticket, message);
          else await calls.followUp(ticket, message);
        });
        if (first) end();
      }),
    answered: () => state === "answered",
    close: (takeBack) => {
      callOff();
      if (state === "open") state = "closed";
      return inTurn(async () => {
        if (state !== "deferred" || !takeBack) return;
        state = "answered";
        await quietly("taking back an answer", () => calls.deleteOriginal(ticket));
      });
    },
  };
}
