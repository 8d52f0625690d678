import type { App, ReceiverEvent } from "@slack/bolt";
import { createInFlight, explain } from "../../src/index.ts";
import type { Clock, InFlight, Log, Metrics } from "../../src/index.ts";
import { createHeldBack, heldBackOf } from "./held-back.ts";
import type { Wired } from "./wire.ts";

/** Where both ways in meet: what came over a socket and what came as a signed request. */
export interface Intake {
  /** Resolves when the event has ended. Never rejects. */
  take(event: ReceiverEvent): Promise<void>;
  /** While it is not open nothing is taken, nor acknowledged: Slack delivers it again, later or to somebody else. */
  isOpen(): boolean;
  open(): void;
  close(): void;
  readonly inFlight: InFlight;
}

/** Slack wants its answer within three seconds; a store that hangs must not make it deliver again for ever. */
const ACK_WITHIN_MS = 1500;

/**
 * Events go to their own listeners, interactions to Bolt's. The acknowledgement of an event waits until the question is
 * written down (or the listener has ended): a process that dies before that leaves the event to Slack's redelivery.
 */
export function createIntake(
  { app, events }: Pick<Wired, "events"> & { readonly app: Pick<App, "processEvent"> },
  { clock, log, metrics }: { readonly clock: Clock; readonly log: Log; readonly metrics: Metrics },
): Intake {
  const inFlight = createInFlight(clock);
  const tellHeldBack = createHeldBack(log);
  let open = false;

  async function run(event: ReceiverEvent): Promise<void> {
    const heldBack = heldBackOf(event.body);
    const type: unknown = heldBack?.type ?? event.body["type"];
    metrics.count("slack_events_total", { type: typeof type === "string" ? type : "command" });
    if (heldBack !== undefined) {
      tellHeldBack(heldBack);
      return acknowledge(event);
    }
    return type === "event_callback" ? runEvent(event) : runInteraction(event);
  }

  /** What no listener knows (a button of an older version) is acknowledged, too: otherwise the person is shown an error. */
  async function runInteraction(event: ReceiverEvent): Promise<void> {
    let acknowledged = false;
    const ack: ReceiverEvent["ack"] = (response?: unknown) => {
      acknowledged = true;
      return event.ack(response);
    };
    try {
      await app.processEvent({ ...event, ack });
    } finally {
      if (!acknowledged) await event.ack();
    }
  }

  /** The socket may have closed meanwhile: Slack delivers again then, and the claim finds that it is done. */
  async function acknowledge(event: ReceiverEvent): Promise<void> {
    try {
      await event.ack();
    } catch (error) {
      metrics.count("slack_ack_failures_total");
      log.debug({ error: explain(error) }, "an event could not be acknowledged");
    }
  }

  async function runEvent(event: ReceiverEvent): Promise<void> {
    const { promise: told, resolve } = Promise.withResolvers<void>();
    let safe = false;
    const accepted = (): void => {
      if (safe) return;
      safe = true;
      callOff();
      // What can be done about the event at once goes first: an answer that is known is on its way before Slack is told.
      setImmediate(() => {
        void acknowledge(event);
        resolve();
      });
    };
    const callOff = clock.after(ACK_WITHIN_MS, accepted);
    try {
      await events.get(typeOf(event.body))?.(event.body, accepted);
    } catch (error) {
      metrics.count("slack_listener_failures_total");
      log.error({ error: explain(error) }, "a Slack event could not be handled");
    } finally {
      accepted();
      await told;
    }
  }

  return {
    inFlight,
    isOpen: () => open,
    open() {
      open = true;
    },
    close() {
      open = false;
    },
    async take(event) {
      if (!open) return;
      try {
        await inFlight.track(run(event));
      } catch (error) {
        log.error({ error: explain(error) }, "a Slack event could not be handled");
      }
    },
  };
}

function typeOf({ event }: ReceiverEvent["body"]): string {
  const type: unknown = typeof event === "object" ? event?.type : undefined;
  return typeof type === "string" ? type : "";
}
