import { safeLine } from "../adapters/console/safe-text.ts";
import { paint, span } from "../adapters/console/span.ts";
import { hasColour } from "../adapters/console/terminal.ts";
import { checkKnowledge, counted, parseConfig } from "../src/index.ts";
import type { Edition, Problem, Tally } from "../src/index.ts";
import { atMostOne, callOf } from "./call.ts";
import { wrongCall } from "./command.ts";
import type { Command, Output } from "./command.ts";
import type { World } from "./core.ts";
import { openEdition } from "./open-edition.ts";
import { placeOf, shownFolder } from "./place.ts";
import { withProgress } from "./progress.ts";
import { said } from "./said.ts";
import { sarifOf } from "./sarif.ts";
import { votesOn } from "./votes-on.ts";
import { writeReport } from "./write-report.ts";

const USAGE = `docent check [DIR] [--strict] [--json] [--sarif FILE]

  Finds what is wrong with the pages of a folder: page and line, what it is, and what to do. Exits 1 on errors.

  DIR           a folder, or a git repository (git+https://host/repository#branch:folder)
  --strict      exits 1 on warnings, too
  --json        one JSON object
  --sarif FILE  also writes SARIF for code review (- is the standard output, then alone)
`;

export const check: Command = {
  usage: USAGE,
  async run(args, world, output) {
    const { values, positionals } = callOf(args, {
      strict: { type: "boolean" },
      json: { type: "boolean" },
      sarif: { type: "string" },
    });
    const { strict = false, json = false, sarif } = values;
    if (json && sarif === "-") throw wrongCall("--json and --sarif - cannot both be printed");
    const place = placeOf(atMostOne(positionals), world);
    const { folder } = place;
    const edition = await openEdition(place, world, output);
    const votes = await votesOn(folder, world, output);
    const problems = await problemsOf(edition, votes, world, output);

    const shown = shownFolder(folder);
    if (sarif !== undefined) {
      await writeReport(sarif, sarifOf(problems, { folder, version: world.version }), output);
    }
    if (json) await output.out.write(jsonOf(problems, shown, edition));
    else if (sarif !== "-") await printProblems(problems, shown, edition, world, output);
    const failing = strict ? problems : problems.filter(({ severity }) => severity === "error");
    return failing.length === 0 ? 0 : 1;
  },
};

async function problemsOf(
  { source, snapshot }: Edition,
  votes: Tally["pages"],
  world: World,
  { errors }: Output,
): Promise<readonly Problem[]> {
  const now = world.clock.now();
  const { accessGroups: groups } = parseConfig(world.env);
  // Loaded here: the platforms' packages take longer to load than a question takes to be answered.
  const { chatScreens } = await import("./screens.ts");
  const screens = chatScreens(now);
  return withProgress("Questions and headings asked", world, errors, (onProgress) =>
    checkKnowledge(source, snapshot, { now, screens, groups, votes, onProgress }),
  );
}

function jsonOf(problems: readonly Problem[], folder: string, { snapshot }: Edition): string {
  const { pages, passages, version } = snapshot.facts;
  const { errors, warnings } = bySeverity(problems);
  const report = { folder, version, pages, passages, errors, warnings, problems };
  return `${JSON.stringify(report, null, 2)}\n`;
}

async function printProblems(
  problems: readonly Problem[],
  folder: string,
  { snapshot }: Edition,
  world: World,
  { out }: Output,
): Promise<void> {
  const colour = hasColour(world.stdout, world.env);
  for (const { page, line, severity, code, ...sentences } of problems) {
    const place = `${folder}/${page}${line === 0 ? "" : `:${line}`}`;
    const style = severity === "error" ? ["bold", "warning"] : ["warning"];
    const drawn = [
      span(safeLine(place), "bold"),
      span(" "),
      span(`${severity}:`, ...(style as ["warning"])),
      span(` ${safeLine(said(sentences))} `),
      span(`(${code})`, "dim"),
    ];
    await out.write(`${paint([drawn], colour)}\n`);
  }
  const { pages, passages } = snapshot.facts;
  const { errors, warnings } = bySeverity(problems);
  const size = `${counted(pages, "page")}, ${counted(passages, "passage")}`;
  const found = `${counted(errors, "error")}, ${counted(warnings, "warning")}`;
  await out.write(`${problems.length === 0 ? "" : "\n"}${size}: ${found}\n`);
}

function bySeverity(problems: readonly Problem[]): { errors: number; warnings: number } {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: problems.length - errors };
}
