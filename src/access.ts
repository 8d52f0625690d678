import type { Asker, Passage } from "./types.ts";

/** Readable by everybody. */
export const PUBLIC = "public";

/**
 * Whether this asker may see this passage: it is public, or one of the asker's labels is among its audience. A passage
 * whose audience could not be read has none and is nobody's.
 */
export function canRead(passage: Pick<Passage, "audience">, asker: Asker): boolean {
  const { audience } = passage;
  for (const label of audience) if (label === PUBLIC || asker.labels.includes(label)) return true;
  return false;
}
