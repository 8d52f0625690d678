import type { Writer } from "../adapters/console/writer.ts";
import type { OnProgress } from "../src/authoring.ts";
import type { World } from "./core.ts";

/** Work is long enough to wonder about after this, and told about this often. */
const PATIENCE_MS = 1_000;
const EVERY_MS = 200;

/**
 * Does the work, with a line on stderr that counts where that is a terminal and the work takes longer than a second; the
 * line is taken away again.
 */
export async function withProgress<Result>(
  doing: string,
  { stderr, stopwatch }: World,
  errors: Writer,
  work: (onProgress: OnProgress) => Promise<Result>,
): Promise<Result> {
  const began = stopwatch();
  let shownAt = Number.NEGATIVE_INFINITY;
  let writing: Promise<void> = Promise.resolve();

  function tick(done: number, total: number): void {
    if (stderr.isTTY !== true) return;
    const now = stopwatch();
    if (now - began < PATIENCE_MS || now - shownAt < EVERY_MS) return;
    shownAt = now;
    const counted = `${done.toLocaleString("en")} of ${total.toLocaleString("en")}`;
    // A failing stderr shows itself when the line is taken away.
    writing = errors.write(`\r\u001B[K${doing}: ${counted}`).catch(() => undefined);
  }

  try {
    return await work(tick);
  } finally {
    await writing;
    if (shownAt !== Number.NEGATIVE_INFINITY) await errors.write("\r\u001B[K");
  }
}
