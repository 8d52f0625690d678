import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { decodePage, LARGEST_PAGE, tooLarge } from "../../src/building.ts";
import type { Clock, Problem } from "../../src/index.ts";
import { fileFault, problemOf } from "./file-problems.ts";
import { pageName } from "./pages-of-files.ts";
import type { KnowledgeFile } from "./folder-walk.ts";

/** After so many files whatever else waits has its turn. */
const IN_A_ROW = 64;
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
 * are read, in a room that is used again: ten thousand buffers would leave the memory in pieces.
 *
 * One file after the other, and the thread waits for each: what hands a file to other threads takes eight times as long as
 * the file, but over a network, where it is a quarter. A file that hangs holds up this thread alone, and none that the whole process
 * reads and looks up names with.
 */
export async function readSettled(
  files: readonly KnowledgeFile[],
  { clock, signal }: ReadOptions,
): Promise<readonly Reading[]> {
  const readings = files.map(({ path }) => without(problemOf(path, "file-changing")));
  const stamps = new Map<number, string>();
  const roomFor = createRoom();
  let pending = [...files.keys()];
  for (let round = 1; pending.length > 0 && round <= ROUNDS; round++) {
    if (round > 1) await clock.sleep(SETTLE_MS, signal);
    const unsettled: number[] = [];
    for (const [turn, index] of pending.entries()) {
      signal?.throwIfAborted();
      if (turn % IN_A_ROW === IN_A_ROW - 1) await setImmediate();
      const file = files[index] as KnowledgeFile;
      const found = readOnce(file, roomFor);
      if (!("stamp" in found)) {
        readings[index] = without(found);
        continue;
      }
      const old = clock.now() - found.writtenAt >= SETTLE_MS || stamps.get(index) === found.stamp;
      if (found.steady && old) readings[index] = decodePage(found.bytes, pageName(file.path));
      else unsettled.push(index);
      stamps.set(index, found.stamp);
    }
    pending = unsettled;
  }
  return readings;
}

function without(problem: Problem): Reading {
  return { text: undefined, problems: [problem] };
}

/** Room for so many bytes, until it is asked for again. */
type RoomFor = (size: number) => Buffer;

function createRoom(): RoomFor {
  let room = Buffer.alloc(0);
  return (size) => {
    if (room.length < size) room = Buffer.allocUnsafeSlow(Math.max(SMALLEST_ROOM, 2 * size));
    return room.subarray(0, size);
  };
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

function readOnce({ path, file }: KnowledgeFile, roomFor: RoomFor): Found | Problem {
  try {
    // Neither a link nor a pipe may have taken the file's place since the walk; the flags are unknown to Windows.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const handle = openSync(file, flags);
    try {
      const before = fstatSync(handle);
      if (!before.isFile()) return problemOf(path, "no-file");
      if (before.size > LARGEST_PAGE) return tooLarge(path, before.size);
      const room = roomFor(before.size + 1);
      let length = 0;
      for (;;) {
        const read = readSync(handle, room, length, room.length - length, length);
        length += read;
        if (read === 0 || length === room.length) break;
      }
      const after = fstatSync(handle);
      const steady =
        length === before.size && before.size === after.size && before.mtimeMs === after.mtimeMs;
      const stamp = `${after.ino} ${after.size} ${after.mtimeMs}`;
      return { bytes: room.subarray(0, length), stamp, writtenAt: after.mtimeMs, steady };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return fileFault(path, error);
  }
}
