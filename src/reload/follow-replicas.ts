import { explain } from "../errors.ts";
import type { Clock, Log } from "../ports.ts";
import type { Replicas } from "../replicas.ts";

/** Well within the five seconds in which all replicas shall agree. */
const LOOK_MS = 2_000;

/** Takes up what other replicas announce, until the signal. Never rejects. */
export async function followReplicas(
  parts: {
    readonly replicas: Pick<Replicas, "wasAnnounced">;
    readonly knowledge: { follow(): Promise<void> };
    readonly clock: Clock;
    readonly log: Log;
  },
  signal: AbortSignal,
): Promise<void> {
  const { replicas, knowledge, clock, log } = parts;
  while (!signal.aborted) {
    try {
      if (await replicas.wasAnnounced()) await knowledge.follow();
    } catch (error) {
      // The store tells of its outage itself, and the knowledge of what could not be loaded.
      log.debug({ error: explain(error) }, "could not follow the other replicas");
    }
    // Ends early only by the signal, which ends the loop.
    await clock.sleep(LOOK_MS, signal).catch(() => undefined);
  }
}
