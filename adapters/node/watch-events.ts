import { watch } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import type { Clock } from "../../src/index.ts";

/** An editor writes a file in several steps, a checkout writes hundreds of files. */
export const QUIET_MS = 500;
/** Where it never gets quiet. */
const LONGEST_MS = 5_000;
const LOOK_MS = 5_000;

/** Why the events of a folder are at their end. */
export type WatchEnd =
  | { readonly kind: "stopped" }
  /** Another folder is in its place: a link that was moved on, a mount that came back. */
  | { readonly kind: "moved" }
  | { readonly kind: "failed"; readonly reason: string };

/** Calls `act` after changes below a folder, when nothing has been written for half a second. Never rejects. */
export async function watchEvents(
  folder: string,
  { act, clock }: { readonly act: () => Promise<void>; readonly clock: Clock },
  signal: AbortSignal,
): Promise<WatchEnd> {
  const ended = Promise.withResolvers<WatchEnd>();
  const over = new AbortController();
  const until = AbortSignal.any([signal, over.signal]);
  signal.addEventListener("abort", () => ended.resolve({ kind: "stopped" }), { once: true });
  const fail = (error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    ended.resolve({ kind: "failed", reason });
  };
  let changedAt = 0;
  let changed = Promise.withResolvers<void>();

  async function actOnChanges(): Promise<void> {
    for (;;) {
      await changed.promise;
      changed = Promise.withResolvers();
      const since = clock.now();
      for (;;) {
        const left = Math.min(changedAt + QUIET_MS, since + LONGEST_MS) - clock.now();
        if (left <= 0) break;
        await clock.sleep(left, until);
      }
      until.throwIfAborted();
      await act();
    }
  }

  async function lookAtRoot(root: string): Promise<void> {
    while ((await identity(folder)) === root) await clock.sleep(LOOK_MS, until);
    ended.resolve({ kind: "moved" });
  }

  try {
    const root = await identity(folder);
    const watcher = watch(await realpath(folder), { recursive: true, signal: until });
    watcher.on("change", () => {
      changedAt = clock.now();
      changed.resolve();
    });
    watcher.on("error", fail);
    actOnChanges().catch(fail);
    lookAtRoot(root).catch(fail);
  } catch (error) {
    fail(error);
  }
  const end = await ended.promise;
  over.abort();
  return signal.aborted ? { kind: "stopped" } : end;
}

async function identity(folder: string): Promise<string> {
  const path = await realpath(folder);
  const { dev, ino } = await stat(path);
  return `${path} ${dev} ${ino}`;
}
