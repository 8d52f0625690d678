import { constants, open } from "node:fs/promises";
import { LARGEST_PAGE, tooLarge } from "../../src/index.ts";
import type { Clock, Problem } from "../../src/index.ts";
import { fileFault, problemOf } from "./file-problems.ts";
import type { KnowledgeFile } from "./folder-walk.ts";

/** Open files at once. More do not make it faster, and a process may have only so many. */
const AT_ONCE = 32;
/** A file written to less than this ago is looked at again: somebody may be in the middle of it. */
const SETTLE_MS = 100;
const ROUNDS = 5;

/** A file's bytes, or why there are none. */
export type Reading = Uint8Array | Problem;

export interface ReadOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads files whole: each as it was at one moment, never half-written. A file whose size or time
 * changed while it was read, or that was written to just before, is read again, all such after one
 * common wait. Files over 2 MB are not read. The readings are in the order of the files.
 */
export async function readSettled(
  files: readonly KnowledgeFile[],
  { clock, signal }: ReadOptions,
): Promise<readonly Reading[]> {
  const readings: Reading[] = files.map(({ path }) => problemOf(path, "file-changing"));
  const stamps = new Map<number, string>();
  let pending = [...files.keys()];
  for (let round = 1; pending.length > 0 && round <= ROUNDS; round++) {
    if (round > 1) await clock.sleep(SETTLE_MS, signal);
    const unsettled: number[] = [];
    await inTurn(pending, async (index) => {
      signal?.throwIfAborted();
      const found = await readOnce(files[index] as KnowledgeFile);
      if (!("stamp" in found)) {
        readings[index] = found;
        return;
      }
      const old = clock.now() - found.writtenAt >= SETTLE_MS || stamps.get(index) === found.stamp;
      if (found.steady && old) readings[index] = found.bytes;
      else unsettled.push(index);
      stamps.set(index, found.stamp);
    });
    pending = unsettled;
  }
  return readings;
}

/** Rejects with the first failure, and starts nothing after it. */
async function inTurn(
  indexes: readonly number[],
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let index = indexes[next++]; index !== undefined; index = indexes[next++]) {
      try {
        await work(index);
      } catch (error) {
        next = indexes.length;
        throw error;
      }
    }
  });
  await Promise.all(workers);
}

interface Found {
  readonly bytes: Uint8Array;
  /** Same stamp, same content. */
  readonly stamp: string;
  /** Epoch ms. */
  readonly writtenAt: number;
  /** Nothing changed between the first look and the last. */
  readonly steady: boolean;
}

async function readOnce({ path, file }: KnowledgeFile): Promise<Found | Problem> {
  try {
    // Neither a link nor a pipe may have taken the file's place since the walk; the flags are unknown to Windows.
    const handle = await open(
      file,
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
    try {
      const before = await handle.stat();
      if (!before.isFile()) return problemOf(path, "no-file");
      if (before.size > LARGEST_PAGE) return tooLarge(path, before.size);
      const room = Buffer.allocUnsafe(before.size + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await handle.read(room, length, room.length - length, length);
        length += bytesRead;
        if (bytesRead === 0 || length === room.length) break;
      }
      const after = await handle.stat();
      const steady =
        length === before.size && before.size === after.size && before.mtimeMs === after.mtimeMs;
      const stamp = `${after.ino} ${after.size} ${after.mtimeMs}`;
      return { bytes: room.subarray(0, length), stamp, writtenAt: after.mtimeMs, steady };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return fileFault(path, error);
  }
}
