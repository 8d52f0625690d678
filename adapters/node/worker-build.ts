import { withDeadline } from "../../src/index.ts";
import type { Build, Clock, Log, Metrics } from "../../src/index.ts";
import type { BuiltInThread } from "./snapshot-thread.ts";
import type { BuildMessage, ThreadSetup } from "./thread-messages.ts";
import type { LentThread, ThreadStock } from "./thread-stock.ts";
import { createWorkerSnapshot } from "./worker-snapshot.ts";

export interface WorkerBuildParts {
  readonly threads: Pick<ThreadStock, "take">;
  readonly setup: ThreadSetup;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** For one question; 1 s by default. */
  readonly questionMs?: number;
  /** For reading and building everything; ten minutes by default, so that a hung mount does not hang reloading. */
  readonly buildMs?: number;
}

/** Reads and builds in a worker thread, which then holds the snapshot and answers for it. */
export function createWorkerBuild(parts: WorkerBuildParts): Build {
  const { threads, setup, clock, questionMs = 1_000, buildMs = 600_000 } = parts;

  async function buildIn(
    thread: LentThread,
    message: BuildMessage,
    signal?: AbortSignal,
  ): Promise<BuiltInThread | undefined> {
    const abandoned = Promise.withResolvers<never>();
    const abandon = (): void => abandoned.reject(signal?.reason);
    signal?.addEventListener("abort", abandon, { once: true });
    try {
      signal?.throwIfAborted();
      const built = await withDeadline(clock, buildMs, "Building the knowledge", () =>
        Promise.race([thread.build(message), abandoned.promise]),
      );
      if (built === undefined) await thread.giveBack();
      return built;
    } catch (error) {
      await thread.end();
      throw error;
    } finally {
      signal?.removeEventListener("abort", abandon);
    }
  }

  return async (origin, { before, signal }) => {
    const thread = threads.take();
    const message: BuildMessage = {
      kind: "build",
      setup,
      before,
      ...(origin.kind === "source"
        ? { unless: origin.unless }
        : { unless: [], kept: { version: origin.version, packed: origin.packed } }),
    };
    const built = await buildIn(thread, message, signal);
    if (built?.details === undefined) return undefined;
    const { facts, details } = built;
    const kept = { version: facts.version, packed: details.packed };

    async function again(): Promise<LentThread> {
      const another = threads.take();
      await buildIn(another, { kind: "build", setup, unless: [], kept, again: true });
      return another;
    }

    const snapshot = createWorkerSnapshot({ ...parts, facts, thread, again, questionMs });
    return { snapshot, ...details };
  };
}
