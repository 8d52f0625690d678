import type { Groups } from "./access.ts";
import { knowledgeOf, piecesOf } from "./knowledge/pieces.ts";
import { originOf, stateOf } from "./knowledge/version-of.ts";
import { openSnapshot } from "./open-snapshot.ts";
import type { OpenedSnapshot, OpenOptions } from "./open-snapshot.ts";
import type { Cache, Pages } from "./ports.ts";

export interface SnapshotOptions extends OpenOptions {
  /** What the named groups in audiences stand for; left out, names are labels like any other. */
  readonly groups?: Groups | undefined;
  /** A digest of text, as hexadecimal: what the version is made of. */
  readonly hash: (text: string) => string;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  readonly cache?: Cache | undefined;
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
  const { groups, hash, now, cache } = options;
  const began = now();
  const origin = originOf(pages, hash);
  const urls = pages.pages.map(({ url }) => url);
  const key = hash(JSON.stringify([stateOf(pages, hash, origin.version), urls, groups]));
  const cached = cache?.read(key);
  // The parsers are loaded where there is something to read.
  const knowledge =
    cached === undefined
      ? (await import("./knowledge/read-pages.ts")).readPages(pages, groups)
      : knowledgeOf(cached);
  const snapshot = openSnapshot(knowledge, origin, () => now() - began, options);
  if (cached === undefined) cache?.write(key, piecesOf(knowledge));
  return snapshot;
}
