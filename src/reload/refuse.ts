import { DocentError } from "../errors.ts";
import type { OpenWords } from "../errors.ts";
import { counted } from "../phrases.ts";
import type { DeclaredVerdict, Problem } from "../types.ts";

/** Under `strict`: throws `knowledge-rejected` where a page is broken, with the first such page, line and remedy. */
export function refuseBroken(problems: readonly Problem[]): void {
  const errors = openFirst(problems.filter((problem) => problem.severity === "error"));
  const [first] = errors;
  if (first === undefined) return;
  const { page, line, message, remedy } = first;
  const where = line === 0 ? page : `${page}:${line}`;
  throw new DocentError("knowledge-rejected", `${where} ${message}${more(errors.length)}`, {
    remedy,
    open: openWords(first.audience, counted(errors.length, "error"), "docent check"),
  });
}

/** What a source calls a page that was being written to for as long as it was read. */
const UNFINISHED = "file-changing";

/** Throws `knowledge-rejected` where a page is still being written: without it the knowledge would be neither old nor new. */
export function refuseUnfinished(problems: readonly Problem[]): void {
  refuseBroken(problems.filter((problem) => problem.code === UNFINISHED));
}

/** Under `gate`: throws `knowledge-rejected` where a declared question does not hold. */
export function refuseFailing(verdicts: readonly DeclaredVerdict[]): void {
  const failing = openFirst(
    verdicts.filter((verdict) => !verdict.holds).map(({ question }) => question),
  );
  const [first] = failing;
  if (first === undefined) return;
  const { page, line, text, kind } = first;
  const fault =
    kind === "never" ? "is answered from it, and must not be" : "is not answered from it";
  throw new DocentError(
    "knowledge-rejected",
    `${page}:${line} the declared question “${text}” ${fault}${more(failing.length)}`,
    {
      remedy: "`docent test` shows what answers instead: mend the page or the question.",
      open: openWords(
        first.audience,
        `${counted(failing.length, "declared question")} not answered as declared`,
        "docent test",
      ),
    },
  );
}

/** What everybody may be told of comes first: it names a page to whoever reloads. */
function openFirst<Found extends { readonly audience?: readonly string[] }>(
  found: readonly Found[],
): readonly Found[] {
  return [
    ...found.filter(({ audience }) => audience === undefined),
    ...found.filter(({ audience }) => audience !== undefined),
  ];
}

function openWords(
  audience: readonly string[] | undefined,
  what: string,
  command: string,
): OpenWords | undefined {
  if (audience === undefined) return undefined;
  return {
    audience,
    message: `${what} in pages that you may not read`,
    remedy: `Whoever writes them sees page and line with \`${command}\`.`,
  };
}

function more(count: number): string {
  return count === 1 ? "" : ` (and ${count - 1} more)`;
}
