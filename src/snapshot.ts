import type { Groups } from "./access.ts";
import { knowledgeOf, piecesOf } from "./knowledge/pieces.ts";
import { originOf, stateOf } from "./knowledge/version-of.ts";
import { openSnapshot } from "./open-snapshot.ts";
import type { OpenedSnapshot, OpenOptions } from "./open-snapshot.ts";
import type { Pages } from "./ports.ts";

/** Keeps what was made of pages, so that the next process need not make it again. Derived and disposable. */
export interface Keep {
  /** All that was kept under the key; undefined where there is nothing, or it is damaged. */
  read(key: string): readonly unknown[] | undefined;
  /** Keeps structured-cloneable pieces, or does not: nobody is worse off. */
  write(key: string, pieces: Iterable<unknown>): void;
}

export interface SnapshotOptions extends OpenOptions {
  /** What the named groups in audiences stand for; left out, names are labels like any other. */
  readonly groups?: Groups | undefined;
  /** A digest of text, as hexadecimal: what the version is made of. */
  readonly hash: (text: string) => string;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  readonly keep?: Keep | undefined;
}

/**
 * Builds a complete snapshot from pages: passages, arrays, index. Takes seconds for ten thousand pages, a part of it where what
 * was made of these very pages is kept, and never touches anything that serves. Rejects with `knowledge-empty` where no page
 * holds a passage.
 */
export async function buildSnapshot(
  pages: Pages,
  options: SnapshotOptions,
): Promise<OpenedSnapshot> {
  const { groups, hash, now, keep } = options;
  const began = now();
  const origin = originOf(pages, hash);
  const key = hash(JSON.stringify([stateOf(pages, hash, origin.version), groups]));
  const kept = keep?.read(key);
  // The parsers are loaded where there is something to read.
  const knowledge =
    kept === undefined
      ? (await import("./knowledge/read-pages.ts")).readPages(pages, groups)
      : knowledgeOf(kept);
  const snapshot = openSnapshot(knowledge, origin, () => now() - began, options);
  if (kept === undefined) keep?.write(key, piecesOf(knowledge));
  return snapshot;
}
