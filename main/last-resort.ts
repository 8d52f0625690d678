import type { Log, Metrics } from "../src/index.ts";

/** So many stray failures within a minute are no accident any more: a fresh process is better. */
const MOST = 20;
const MINUTE_MS = 60_000;

/**
 * What nobody caught is logged with its stack and counted, and the process goes on: one platform's library must not take
 * the other platforms down. A storm ends it, with a code that a supervisor restarts on.
 */
export function catchStrays(log: Log, metrics: Metrics, now: () => number): void {
  let recent: number[] = [];
  const stray = (kind: string) => (error: unknown) => {
    const stack = error instanceof Error ? error.stack : String(error);
    log.error({ kind, stack }, "a failure that nobody caught");
    metrics.count("stray_failures_total", { kind });
    recent = [...recent.filter((at) => now() - at < MINUTE_MS), now()];
    if (recent.length > MOST) process.exit(1);
  };
  process.on("unhandledRejection", stray("rejection"));
  process.on("uncaughtException", stray("exception"));
  // A reader that went away (`docent … | head`) is no failure, and writing about it would only repeat it.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}
