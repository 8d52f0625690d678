import type { Log, Metrics } from "../src/index.ts";
import type { Halves } from "./halves.ts";

/** So many stray failures within a minute are no accident any more: a fresh process is better. */
const MOST = 20;
const MINUTE_MS = 60_000;

export interface LastResortParts {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly now: () => number;
  /** Whose a failure is, asked where it comes out. */
  readonly guilty: Halves["guilty"];
}

/**
 * What nobody caught is logged with its stack and counted, the platform it comes from is started again, and the process goes
 * on: one platform's library must not take the other platforms down. A storm ends it, with a code that a supervisor
 * restarts on.
 */
export function catchStrays({ log, metrics, now, guilty }: LastResortParts): void {
  let recent: number[] = [];
  const stray = (kind: string) => (error: unknown) => {
    const half = guilty();
    const platform = half?.name ?? "none";
    const stack = error instanceof Error ? error.stack : String(error);
    log.error({ kind, platform, stack }, "a failure that nobody caught");
    metrics.count("stray_failures_total", { kind, platform });
    recent = [...recent.filter((at) => now() - at < MINUTE_MS), now()];
    if (recent.length > MOST) process.exit(1);
    half?.restart();
  };
  process.on("unhandledRejection", stray("rejection"));
  process.on("uncaughtException", stray("exception"));
  // A reader that went away (`docent … | head`) is no failure, and writing about it would only repeat it.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}
