import { systemClock } from "../adapters/node/clock.ts";
import type { Pseudonyms } from "../adapters/node/pseudonyms.ts";
import { explain, followReplicas, HEARTBEAT_MS } from "../src/index.ts";
import type { Adapter, Inbox, KnowledgeBase, Log, Replicas } from "../src/index.ts";

export interface HeartbeatParts {
  readonly version: string;
  readonly knowledge: KnowledgeBase & { follow(): Promise<void> };
  readonly replicas: Replicas;
  readonly inbox: Inbox;
  readonly pseudonyms: Pseudonyms;
  readonly platforms: () => readonly Adapter[];
  readonly log: Log;
}

/**
 * What a living process does every few seconds, until the signal: says that it lives, takes over the questions of those
 * that do not, fetches the shared key, and follows what other replicas have loaded. Never rejects.
 */
export async function keepBeating(parts: HeartbeatParts, signal: AbortSignal): Promise<void> {
  const { knowledge, replicas, inbox, pseudonyms, platforms, log, version } = parts;
  let shared = false;
  let takingUp = false;

  async function resume(adapter: string, event: unknown): Promise<void> {
    const platform = platforms().find(({ name }) => name === adapter);
    if (platform !== undefined) await platform.resume(event);
  }

  /** A platform that cannot be spoken to now would use up the tries that a question has. */
  function serves(adapter: string): boolean {
    const state = platforms()
      .find(({ name }) => name === adapter)
      ?.health().state;
    return state === "ok" || state === "degraded";
  }

  /** One pass at a time, and no heartbeat waits for it: it takes as long as a platform takes over each answer. */
  async function takeUp(): Promise<void> {
    if (takingUp) return;
    takingUp = true;
    try {
      await inbox.resumeOrphans(resume, serves);
    } catch (error) {
      log.debug({ error: explain(error) }, "what was left behind could not be taken up");
    } finally {
      takingUp = false;
    }
  }

  async function beat(): Promise<void> {
    shared ||= await pseudonyms.load();
    const unwell = platforms()
      .map((platform) => `${platform.name} ${platform.health().state}`)
      .filter((state) => !state.endsWith(" ok"));
    await replicas.beat({ version, knowledge: knowledge.snapshot.facts.version, unwell });
    void takeUp();
  }

  const following = followReplicas({ replicas, knowledge, clock: systemClock, log }, signal);
  while (!signal.aborted) {
    try {
      await beat();
    } catch (error) {
      // The store's own health tells of its outage; the next beat tries again.
      log.debug({ error: explain(error) }, "a heartbeat failed");
    }
    // Ends early only by the signal, which ends the loop.
    await systemClock.sleep(HEARTBEAT_MS, signal).catch(() => undefined);
  }
  await following;
}
