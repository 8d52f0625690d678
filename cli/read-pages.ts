import { systemClock } from "../adapters/node/clock.ts";
import { folderSource } from "../adapters/node/folder-source.ts";
import { readRevision } from "../adapters/node/git-revision.ts";
import { gitSource } from "../adapters/node/git-source.ts";
import type { ReadPages } from "./place.ts";

/** Reads folders of this machine, what they were at git revisions, and repositories that are elsewhere. */
export function createReadPages(env: Readonly<Record<string, string | undefined>>): ReadPages {
  const clock = systemClock;
  return ({ folder, revision, repository }) => {
    if (repository !== undefined) {
      const { address, clones } = repository;
      // Never from memory: to check or to compare pages of yesterday would mislead.
      return gitSource({ address, dataDir: clones, env, clock }).read();
    }
    return revision === undefined
      ? folderSource({ folder, clock }).read()
      : readRevision({ revision, folder, clock, env });
  };
}
