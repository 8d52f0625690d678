import { systemClock } from "../adapters/node/clock.ts";
import { folderSource } from "../adapters/node/folder-source.ts";
import { readRevision } from "../adapters/node/git-revision.ts";
import type { ReadPages } from "./place.ts";

/** Reads folders of this machine, and what they were at git revisions. */
export function createReadPages(env: Readonly<Record<string, string | undefined>>): ReadPages {
  return ({ folder, revision }) =>
    revision === undefined
      ? folderSource({ folder, clock: systemClock }).read()
      : readRevision({ revision, folder, clock: systemClock, env });
}
