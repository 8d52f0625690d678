import type { GapHead, GapMark, GapRow } from "./gap-records.ts";
import type { Gap } from "./gaps.ts";

/** Who decides in a mark where a reload found an answer. */
export const BY_TEST = "test";

const DAY_MS = 86_400_000;
const HALF_LIFE_MS = 14 * DAY_MS;
const EXAMPLES = 5;

export interface GapParts {
  /** Of all who asked, latest first. */
  readonly rows: readonly GapRow[];
  readonly mark: GapMark | undefined;
  readonly answer: string | undefined;
  readonly now: number;
  /** Whose words are told: not those about a page that whoever looks may not read. */
  readonly mayRead: (page: string) => boolean;
}

/** What a group is to an admin. */
export function gapOf({ number }: GapHead, { rows, mark, answer, now, mayRead }: GapParts): Gap {
  const lastAskedAt = rows[0]?.at ?? mark?.at ?? now;
  // Closed, and asked again since: it was not closed after all.
  const reopened = mark?.state === "closed" && lastAskedAt > mark.at;
  const closedByTest = mark?.state === "closed" && mark.by === BY_TEST && !reopened;
  const weight = rows.reduce(
    (sum, { at, cause }) =>
      sum + (cause === "not-helpful" ? 1.5 : 1) * 0.5 ** ((now - at) / HALF_LIFE_MS),
    0,
  );
  const told = rows.filter(({ page }) => page === undefined || mayRead(page));
  return {
    number,
    state: reopened ? "open" : (mark?.state ?? "open"),
    ...(mark?.to !== undefined && !reopened && { assignee: mark.to }),
    askers: rows.length,
    notHelped: rows.filter(({ cause }) => cause === "not-helpful").length,
    weight,
    examples: [...new Set(told.map(({ text }) => text))].slice(0, EXAMPLES),
    notes: told.flatMap(({ note }) => note ?? []).slice(0, EXAMPLES),
    ...(answer !== undefined && { answer }),
    lastAskedAt,
    ...(closedByTest && { closedByTestAt: mark.at }),
  };
}
