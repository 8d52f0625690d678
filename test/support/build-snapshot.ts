import { createHash } from "node:crypto";
import { isAccessFile } from "../../src/knowledge/access-file.ts";
import { buildSnapshot } from "../../src/snapshot.ts";
import type { Asker, Groups, Outcome, Problem, Snapshot } from "../../src/index.ts";

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
  return buildSnapshot(
    {
      pages: all
        .filter(([path]) => !isAccessFile(path))
        .map(([path, markdown]) => ({ path, markdown })),
      access: all.filter(([path]) => isAccessFile(path)).map(([path, text]) => ({ path, text })),
      problems: options.problems ?? [],
      ...(options.synonyms === undefined ? {} : { synonyms: options.synonyms }),
    },
    { hash: sha256, now: () => 0, threshold: options.threshold, groups: options.groups },
  );
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
