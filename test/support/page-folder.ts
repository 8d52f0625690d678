import { mkdir, mkdtemp, realpath, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { folderSource } from "../../adapters/node/folder-source.ts";
import type { Clock, Pages } from "../../src/index.ts";

export const LONG_AGO = new Date("2026-01-01T00:00:00Z");
export const NOW = new Date("2026-06-01T00:00:00Z");

/** The folder of the test that runs. */
export let folder: string;

/** A folder of its own for each test of the file; gone when the test has ended. */
export function eachInItsFolder(): void {
  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "docent-folder-")));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });
}

/** Writes a file as if long ago, so that nobody waits for it to settle. */
export async function write(
  path: string,
  content: string | Uint8Array,
  written = LONG_AGO,
): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  await utimes(file, written, written);
}

/** A clock that stands still, and does something while somebody sleeps. */
export function clockWith(onSleep: (ms: number) => void | Promise<void> = () => {}): Clock {
  return {
    now: () => NOW.getTime(),
    sleep: async (ms) => onSleep(ms),
    after: () => () => undefined,
  };
}

export async function read(clock = clockWith(), from = folder): Promise<Pages> {
  return folderSource({ folder: from, clock }).read();
}

export function paths({ pages }: Pages): readonly string[] {
  return pages.map(({ path }) => path);
}

/** Each problem as `page code`. */
export function codes({ problems }: Pages): readonly string[] {
  return problems.map(({ page, code }) => `${page} ${code}`).sort();
}
