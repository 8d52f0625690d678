import { open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { DocentError } from "../../src/index.ts";
import type { KeptVersion, RandomId, Versions } from "../../src/index.ts";
import { makeFolder } from "./make-folder.ts";

export interface VersionFolderOptions {
  readonly folder: string;
  readonly randomId: RandomId;
}

const MOST = 10;
/** `1795000000000-3f9c2e1a5b6d-<revision>.json.gz`: when, which version, which commit. */
const NAME = /^(\d{1,16})-([0-9a-f]{4,64})(?:-([0-9a-f]{4,64}))?\.json\.gz$/;
const UNFINISHED = ".tmp";
const HOUR_MS = 3_600_000;

/**
 * The last ten versions as files. A file appears whole or not at all, also when the machine loses its power: written under
 * another name, flushed, renamed.
 */
export function versionFolder({ folder, randomId }: VersionFolderOptions): Versions {
  interface Kept extends KeptVersion {
    readonly name: string;
  }

  async function list(): Promise<readonly Kept[]> {
    const names = await namesIn(folder);
    return names
      .flatMap((name) => {
        const [, at = "", version, revision] = NAME.exec(name) ?? [];
        if (version === undefined) return [];
        return [{ name, version, at: Number(at), ...(revision !== undefined && { revision }) }];
      })
      .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
  }

  /** What a killed process left half-written; another process may be writing right now. */
  async function abandonedBefore(time: number): Promise<readonly string[]> {
    const abandoned: string[] = [];
    for (const name of await namesIn(folder)) {
      if (!name.endsWith(UNFINISHED)) continue;
      if ((await stat(join(folder, name))).mtimeMs < time) abandoned.push(name);
    }
    return abandoned;
  }

  async function removeAll(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(join(folder, name), { force: true });
  }

  return {
    async keep({ version, revision, at }, packed) {
      const name = [at, version, ...(revision === undefined ? [] : [revision])].join("-");
      const file = `${name}.json.gz`;
      if (!NAME.test(file)) throw new Error(`${version} is no version to name a file by`);
      makeFolder(folder);
      const unfinished = join(folder, `${randomId()}${UNFINISHED}`);
      try {
        await writeWhole(unfinished, packed);
        await rename(unfinished, join(folder, file));
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      await flush(folder);
      const kept = await list();
      const repeated = kept.filter((one) => one.version === version && one.name !== file);
      const rest = kept.filter((one) => !repeated.includes(one)).slice(MOST);
      const abandoned = await abandonedBefore(at - HOUR_MS);
      await removeAll([...[...repeated, ...rest].map((one) => one.name), ...abandoned]);
    },
    async load(version) {
      const found = (await list()).find((one) => one.version === version);
      if (found === undefined) return undefined;
      try {
        return await readFile(join(folder, found.name));
      } catch (error) {
        throw new DocentError("knowledge-unreadable", `Version ${version} cannot be read`, {
          remedy: "Check the disk that holds DATA_DIR, or go back to another version.",
          cause: error,
        });
      }
    },
    async list() {
      return (await list()).map(({ version, at, revision }) => ({
        version,
        at,
        ...(revision !== undefined && { revision }),
      }));
    },
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** So that the new name survives a power cut, too. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
