import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { DocentError } from "../../src/index.ts";
import type { KeptVersion, RandomId, Versions } from "../../src/index.ts";

export interface VersionFolderOptions {
  readonly folder: string;
  readonly randomId: RandomId;
}

const MOST = 10;
/** `1795000000000-3f9c2e1a5b6d-<revision>.json.gz`: when, which version, which commit. */
const NAME = /^(\d{1,16})-([0-9a-f]{4,64})(?:-([0-9a-f]{4,64}))?\.json\.gz$/;
const UNFINISHED = ".tmp";

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

  async function removeAll(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(join(folder, name), { force: true });
  }

  return {
    async keep({ version, revision, at }, packed) {
      const name = [at, version, ...(revision === undefined ? [] : [revision])].join("-");
      const file = `${name}.json.gz`;
      if (!NAME.test(file)) throw new Error(`${version} is no version to name a file by`);
      await mkdir(folder, { recursive: true });
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
      // What a killed process left half-written.
      const left = (await namesIn(folder)).filter((other) => other.endsWith(UNFINISHED));
      await removeAll([...[...repeated, ...rest].map((one) => one.name), ...left]);
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
