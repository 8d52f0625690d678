import { createHash } from "node:crypto";
import { buildSnapshot } from "../../src/snapshot.ts";
import type { Asker, Outcome, Snapshot } from "../../src/index.ts";

export const anybody: Asker = { id: "test:anybody", labels: [] };

/** A real snapshot of a few pages given as path and Markdown. */
export function snapshotOf(
  pages: Readonly<Record<string, string>>,
  options: { readonly synonyms?: string; readonly threshold?: number } = {},
): Snapshot {
  return buildSnapshot(
    {
      pages: Object.entries(pages).map(([path, markdown]) => ({ path, markdown })),
      problems: [],
      ...(options.synonyms === undefined ? {} : { synonyms: options.synonyms }),
    },
    { hash: sha256, now: () => 0, threshold: options.threshold },
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
