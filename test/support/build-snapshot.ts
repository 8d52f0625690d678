import { createHash } from "node:crypto";
import { isAccessFile } from "../../src/knowledge/page-file.ts";
import { readPages } from "../../src/knowledge/read-pages.ts";
import { originOf } from "../../src/knowledge/version-of.ts";
import { openSnapshot } from "../../src/open-snapshot.ts";
import type { OpenedSnapshot, OpenOptions } from "../../src/open-snapshot.ts";
import type { Asker, Groups, Outcome, Pages, Problem, Snapshot } from "../../src/index.ts";

export const anybody: Asker = { id: "test:anybody", labels: [] };

/** A real snapshot of a few pages and `_access.yaml` files, given as path and text. */
export function snapshotOf(
  files: Readonly<Record<string, string>>,
  options: {
    readonly synonyms?: string;
    readonly threshold?: number;
    readonly groups?: Groups;
    readonly problems?: readonly Problem[];
  } = {},
): Snapshot {
  const all = Object.entries(files);
  return snapshotOfPages(
    {
      pages: all
        .filter(([path]) => !isAccessFile(path))
        .map(([path, markdown]) => ({ path, markdown })),
      access: all.filter(([path]) => isAccessFile(path)).map(([path, text]) => ({ path, text })),
      problems: options.problems ?? [],
      ...(options.synonyms === undefined ? {} : { synonyms: options.synonyms }),
    },
    { threshold: options.threshold, groups: options.groups },
  );
}

/** Builds at once what `buildSnapshot` builds in its own time. */
export function snapshotOfPages(
  pages: Pages,
  { groups, ...options }: OpenOptions & { readonly groups?: Groups | undefined } = {},
): OpenedSnapshot {
  return openSnapshot(readPages(pages, groups), originOf(pages, sha256), () => 0, options);
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Asks and insists on an answer. */
export async function found(
  snapshot: Snapshot,
  text: string,
  asker: Asker = anybody,
): Promise<Extract<Outcome, { kind: "found" }>> {
  const outcome = await snapshot.answer({ text, asker });
  if (outcome.kind !== "found")
    throw new Error(`no answer to "${text}": ${JSON.stringify(outcome)}`);
  return outcome;
}
