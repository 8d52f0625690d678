import { createHash } from "node:crypto";
import type { Asker } from "../../src/index.ts";

/** Of this representation: changed whenever the API's answers change their form. */
const FORM = "1";

/** An ETag for what only depends on the knowledge and on what the caller may read of it. */
export function entityTag(version: string, asker: Pick<Asker, "labels">): string {
  const seen = createHash("sha256")
    .update(JSON.stringify([version, ...asker.labels.toSorted()]))
    .digest("hex");
  return `"${FORM}-${seen.slice(0, 16)}"`;
}
