import { constants, open } from "node:fs/promises";
import { decodePage, LARGEST_PAGE, tooLarge } from "../../src/index.ts";
import type { Clock, Problem } from "../../src/index.ts";
import { fileFault, problemOf } from "./file-problems.ts";
import { pageName } from "./pages-of-files.ts";
import type { KnowledgeFile } from "./folder-walk.ts";

/** Open files at once: twice as many as Node has threads to read them with. */
const AT_ONCE = 8;
/** A file written to less than this ago is looked at again: somebody may be in the middle of it. */
const SETTLE_MS = 100;
const ROUNDS = 5;
/** In bytes. */
const SMALLEST_ROOM = 65_536;

/** A file's text, and what is wrong with it; without a text: why there is none. */
export type Reading = ReturnType<typeof decodePage>;

export interface ReadOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads files whole: each as it was at one moment, never half-written. A file whose size or time
 * changed while it was read, or that was written to just before, is read again, all such after one
 * common wait. Files over 2 MB are not read. The readings are in the order of the files. Bytes become text as soon as they
 * are read, in a few rooms that are used again: ten thousand buffers would leave the memory in pieces.
 */
export async function readSettled(
  files: readonly KnowledgeFile[],
  { clock, signal }: ReadOptions,
): Promise<readonly Reading[]> {
  const readings = files.map(({ path }) => without(problemOf(path, "file-changing")));
  const stamps = new Map<number, string>();
  let pending = [...files.keys()];
  for (let round = 1; pending.length > 0 && round <= ROUNDS; round++) {
    if (round > 1) await clock.sleep(SETTLE_MS, signal);
    const unsettled: number[] = [];
    await inTurn(pending, async (index, roomFor) => {
      signal?.throwIfAborted();
      const file = files[index] as KnowledgeFile;
      const found = await readOnce(file, roomFor);
      if (!("stamp" in found)) {
        readings[index] = without(found);
        return;
      }
      const old = clock.now() - found.writtenAt >= SETTLE_MS || stamps.get(index) === found.stamp;
      if (found.steady && old) readings[index] = decodePage(found.bytes, pageName(file.path));
      else unsettled.push(index);
      stamps.set(index, found.stamp);
    });
    pending = unsettled;
  }
  return readings;
}

function without(problem: Problem): Reading {
  return { text: undefined, problems: [problem] };
}

/** Room for so many bytes, until it is asked for again. */
type RoomFor = (size: number) => Buffer;

/** Rejects with the first failure, and starts nothing after it. */
async function inTurn(
  indexes: readonly number[],
  work: (index: number, roomFor: RoomFor) => Promise<void>,
): Promise<void> {
  let next = 0;
  const workers = Array.from({ length: AT_ONCE }, async () => {
    let room = Buffer.alloc(0);
    const roomFor: RoomFor = (size) => {
      if (room.length < size) room = Buffer.allocUnsafeSlow(roundedUp(size));
      return room.subarray(0, size);
    };
    for (let index = indexes[next++]; index !== undefined; index = indexes[next++]) {
      try {
        await work(index, roomFor);
      } catch (error) {
        next = indexes.length;
        throw error;
      }
    }
  });
  await Promise.all(workers);
}

/** A room grows a few times at most, and where one was another fits in: memory in pieces of all sizes stays in pieces. */
function roundedUp(size: number): number {
  let room = SMALLEST_ROOM;
  while (room < size) room *= 2;
  return room;
}

interface Found {
  /** Until the room they stand in is asked for again. */
  readonly bytes: Uint8Array;
  /** Same stamp, same content. */
  readonly stamp: string;
  /** Epoch ms. */
  readonly writtenAt: number;
  /** Nothing changed between the first look and the last. */
  readonly steady: boolean;
}

async function readOnce({ path, file }: KnowledgeFile, roomFor: RoomFor): Promise<Found | Problem> {
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
      const room = roomFor(before.size + 1);
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
