import { headingLine } from "../knowledge/fold-sections.ts";
import type { Block, Passage } from "../types.ts";
import { denies } from "./negation.ts";

/** What a heading says no to besides the words of denial. */
const FORBIDS =
  /\b(?:nothing|nowhere|forbidden|prohibited|excluded|exclusions?|exceptions?|banned|disallowed|unsupported|deprecated|obsolete|withdrawn|rejected|un(?:paid|available|insured|covered))\b/iu;

/**
 * The body under its section's heading, in bold, where it cannot be understood without: a list or a table that its section
 * begins with, since nothing else leads in to it, and whatever stands below a heading that says no ("What we do not pay").
 */
export function underHeading(passage: Passage, body: readonly Block[]): readonly Block[] {
  const [first] = body;
  const [begins] = passage.body;
  const heading = passage.headings.at(-1);
  if (first === undefined || begins === undefined || heading === undefined) return body;
  const [line] = passage.lines;
  // A later part of a section, and text above its title, have no heading of their own above them.
  if (line >= begins.lines[0]) return body;
  const bare = (first.kind === "list" || first.kind === "table") && isWithin(first, begins);
  if (!bare && !denies(heading) && !FORBIDS.test(heading)) return body;
  return [headingLine([{ kind: "text", text: heading }], heading, [line, line]), ...body];
}

function isWithin(part: Block, whole: Block): boolean {
  return part.lines[0] >= whole.lines[0] && part.lines[1] <= whole.lines[1];
}
