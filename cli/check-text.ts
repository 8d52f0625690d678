import { safeLine } from "../adapters/console/safe-text.ts";
import { paint, span } from "../adapters/console/span.ts";
import { counted } from "../src/index.ts";
import type { Problem, SnapshotFacts } from "../src/index.ts";
import { said } from "./said.ts";

/** From this share of the pages on, that they have no owner is one thing to say and not one a page. */
const HARDLY_ANY_OWNER = 0.9;
/** Fewer lines bury nothing. */
const FEW = 3;

export interface CheckReport {
  readonly problems: readonly Problem[];
  /** As it stands before a page's path. */
  readonly folder: string;
  readonly facts: Pick<SnapshotFacts, "pages" | "passages">;
  /** Files that look like pages and are none. */
  readonly notRead: readonly string[];
}

/** What was found, for people: a line each, and at the end how much there is. */
export function checkText(report: CheckReport, colour: boolean): string {
  const { problems, folder, facts, notRead } = report;
  const ownerless = problems.filter(({ code }) => code === "no-owner");
  const gathered = ownerless.length >= Math.max(FEW, facts.pages * HARDLY_ANY_OWNER);
  const lines = problems
    .filter(({ code }) => !gathered || code !== "no-owner")
    .map((problem) => {
      const { page, line, code } = problem;
      return drawn(`${folder}/${page}${line === 0 ? "" : `:${line}`}`, problem, code, colour);
    });
  if (gathered) {
    const none = ownersOf(ownerless.length, facts.pages);
    lines.push(drawn(folder, none, `no-owner, ${ownerless.length} times`, colour));
  }
  if (lines.length > 0) lines.push("");
  const { errors, warnings } = bySeverity(problems);
  const size = `${counted(facts.pages, "page")}, ${counted(facts.passages, "passage")}`;
  lines.push(`${size}: ${counted(errors, "error")}, ${counted(warnings, "warning")}`);
  for (const file of notRead) {
    lines.push(
      safeLine(
        `${file} is not read: at the top of the folder it is for those who write the pages. Rename it, for example to index.md, if people shall be answered from it.`,
      ),
    );
  }
  return lines.map((line) => `${line}\n`).join("");
}

export function bySeverity(problems: readonly Problem[]): { errors: number; warnings: number } {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: problems.length - errors };
}

type Sentences = Pick<Problem, "severity" | "message" | "remedy">;

function ownersOf(without: number, pages: number): Sentences {
  const who =
    without === pages
      ? `None of the ${counted(pages, "page")} has an owner`
      : `${without} of ${counted(pages, "page")} have no owner`;
  return {
    severity: "warning",
    message: `${who}, so nobody is asked when one is wrong`,
    remedy:
      "Write `owner:` and who keeps it up to date into the front matter of each; --json lists them.",
  };
}

function drawn(place: string, sentences: Sentences, code: string, colour: boolean): string {
  const { severity } = sentences;
  const label = span(
    `${severity}:`,
    ...(severity === "error" ? (["bold"] as const) : []),
    "warning",
  );
  const parts = [
    span(safeLine(place), "bold"),
    span(" "),
    label,
    span(` ${safeLine(said(sentences))} `),
    span(`(${code})`, "dim"),
  ];
  return paint([parts], colour);
}
