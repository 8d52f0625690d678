import {
  changesBetween,
  contentsOf,
  readContents,
  stateOf,
  writeContents,
} from "../../src/building.ts";
import { DocentError } from "../../src/index.ts";
import type { Build, Built, Pages, Problem, Snapshot } from "../../src/index.ts";
import { sha256, snapshotOfPages } from "../support/build-snapshot.ts";

/** A source in memory and the builds from it: real snapshots in this thread, one step at a time where a test wants that. */
export interface FakeBuild {
  readonly build: Build;
  /** What the source holds from now on. */
  write(pages: Readonly<Record<string, string>>, problems?: readonly Problem[]): void;
  /** What reading the source fails with; undefined: it works again. */
  failWith(error: Error | undefined): void;
  /** Builds begin, and wait until the function that comes back is called. */
  hold(): () => void;
  /** How many have begun. */
  readonly begun: number;
  /** How many were at work at the same time, at most. */
  readonly atOnce: number;
  readonly opened: readonly Snapshot[];
  readonly closed: readonly Snapshot[];
}

export function createFakeBuild(first: Readonly<Record<string, string>> = {}): FakeBuild {
  let pages = pagesOf(first);
  let error: Error | undefined;
  let gate: Promise<void> | undefined;
  let begun = 0;
  let running = 0;
  let atOnce = 0;
  const opened: Snapshot[] = [];
  const closed: Snapshot[] = [];

  function tracked(snapshot: Snapshot): Snapshot {
    const own: Snapshot = {
      ...snapshot,
      close: async () => {
        closed.push(own);
        await snapshot.close();
      },
    };
    opened.push(own);
    return own;
  }

  async function make(...[origin, { before }]: Parameters<Build>): Promise<Built | undefined> {
    if (origin.kind === "source" && error !== undefined) throw error;
    const read = origin.kind === "source" ? pages : unpack(origin.packed);
    const state = stateOf(read, sha256);
    if (origin.kind === "source" && origin.unless.includes(state)) return undefined;
    // Whatever matches is an answer: how sure Docent has to be is not what these tests are about.
    const snapshot = snapshotOfPages(read, { threshold: 0 });
    if (origin.kind === "kept" && snapshot.facts.version !== origin.version) {
      throw new DocentError("knowledge-unreadable", "It is damaged", { remedy: "Take another." });
    }
    const contents = contentsOf(read.pages, snapshot.passages, sha256);
    const old = before === undefined ? undefined : readContents(new TextDecoder().decode(before));
    return {
      snapshot: tracked(snapshot),
      state,
      packed: new TextEncoder().encode(JSON.stringify(read)),
      contents: new TextEncoder().encode(writeContents(contents)),
      changes: changesBetween(old, contents),
    };
  }

  return {
    build: async (origin, options) => {
      begun += 1;
      running += 1;
      atOnce = Math.max(atOnce, running);
      try {
        await gate;
        options.signal?.throwIfAborted();
        return await make(origin, options);
      } finally {
        running -= 1;
      }
    },
    write(written, problems = []) {
      pages = pagesOf(written, problems);
    },
    failWith(failure) {
      error = failure;
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return () => {
        gate = undefined;
        resolve();
      };
    },
    get begun() {
      return begun;
    },
    get atOnce() {
      return atOnce;
    },
    opened,
    closed,
  };
}

function pagesOf(
  written: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
): Pages {
  const pages = Object.entries(written).map(([path, markdown]) => ({ path, markdown }));
  return { pages, problems };
}

function unpack(packed: Uint8Array): Pages {
  return JSON.parse(new TextDecoder().decode(packed)) as Pages;
}
