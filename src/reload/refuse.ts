import { DocentError } from "../errors.ts";
import type { Problem } from "../types.ts";
import type { DeclaredVerdict } from "./check-declared.ts";

/** Under `strict`: throws `knowledge-rejected` where a page is broken, with the first such page, line and remedy. */
export function refuseBroken(problems: readonly Problem[]): void {
  const errors = problems.filter((problem) => problem.severity === "error");
  const [first] = errors;
  if (first === undefined) return;
  const { page, line, message, remedy } = first;
  const where = line === 0 ? page : `${page}:${line}`;
  throw new DocentError("knowledge-rejected", `${where} ${message}${more(errors.length)}`, {
    remedy,
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
  const failing = verdicts.filter((verdict) => !verdict.holds);
  const [first] = failing;
  if (first === undefined) return;
  const { page, line, text, kind } = first.question;
  const fault =
    kind === "never" ? "is answered from it, and must not be" : "is not answered from it";
  throw new DocentError(
    "knowledge-rejected",
    `${page}:${line} the declared question “${text}” ${fault}${more(failing.length)}`,
    { remedy: "`docent test` shows what answers instead: mend the page or the question." },
  );
}

function more(count: number): string {
  return count === 1 ? "" : ` (and ${count - 1} more)`;
}
