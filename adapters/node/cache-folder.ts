import { hash, randomUUID } from "node:crypto";
import { readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Cache } from "../../src/index.ts";
import { readRecords, writeRecords } from "./cache-records.ts";
import { makeFolder } from "./make-folder.ts";

/** Builds that are kept: of so many folders, or of so many states of one. */
const MOST = 4;
const PROGRAM = new URL("../../", import.meta.url);
/** Beside the packages: installing them anew clears it away. */
const BESIDE_PACKAGES = fileURLToPath(new URL("node_modules/.cache/docent/knowledge", PROGRAM));

/**
 * Keeps builds as files beside the packages, where only whoever owns the program writes; where that is not this process,
 * nothing is kept. A build is kept for this very program, and found again by no other.
 */
export function cacheFolder(folder: string = BESIDE_PACKAGES): Cache {
  let stamp: string | undefined;
  const pathOf = (key: string): string =>
    join(folder, hash("sha256", `${(stamp ??= stampOfProgram())} ${key}`));

  return {
    read(key) {
      try {
        const path = pathOf(key);
        const values = readRecords(path);
        touch(path);
        return values;
      } catch {
        return undefined;
      }
    },
    write(key, pieces) {
      const unfinished = join(folder, `${randomUUID()}.tmp`);
      try {
        makeFolder(folder);
        writeRecords(unfinished, pieces);
        renameSync(unfinished, pathOf(key));
        removeOld(folder);
      } catch {
        remove(unfinished);
      }
    },
  };
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Whoever keeps the next build removes it.
  }
}

/** What was used last is kept longest. */
function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // It may be read all the same.
  }
}

function removeOld(folder: string): void {
  const files = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return { path, time: statSync(path).mtimeMs };
  });
  const old = files.toSorted((a, b) => b.time - a.time).slice(MOST);
  for (const { path } of old) remove(path);
}

/**
 * What a build depends on besides the pages: Node, whose format it is written in, the packages, and the core's own code, by
 * when its files were changed and how long they are.
 */
function stampOfProgram(): string {
  const core = fileURLToPath(new URL("src", PROGRAM));
  const sources = readdirSync(core, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const files = [fileURLToPath(new URL("package-lock.json", PROGRAM)), ...sources.toSorted()];
  const stamps = files.map((path) => {
    const { mtimeMs, size } = statSync(path);
    return `${path} ${mtimeMs} ${size}`;
  });
  return hash("sha256", [process.version, process.arch, ...stamps].join("\n"));
}
