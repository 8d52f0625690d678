import { safeLine } from "../adapters/console/safe-text.ts";
import { testKnowledge, withoutSecrets } from "../src/authoring.ts";
import { parseConfig } from "../src/config.ts";
import { counted } from "../src/index.ts";
import type { Tested } from "../src/authoring.ts";
import type { Problem } from "../src/index.ts";
import { callOf, folderNamed } from "./call.ts";
import type { Command, Output } from "./command.ts";
import { wrongCall } from "./command.ts";
import { junitOf } from "./junit.ts";
import { openEdition } from "./open-edition.ts";
import { placeOf, shownFolder } from "./place.ts";
import { withProgress } from "./progress.ts";
import { said } from "./said.ts";
import { writeReport } from "./write-report.ts";

const USAGE = `docent test [DIR] [--json] [--junit FILE]

  Asks the questions that pages declare, and those of questions.yaml: each must be answered from where its author says,
  or not at all. Shows what answered instead, and why. Exits 1 where one does not hold.

  DIR           a folder, or a git repository (git+https://host/repository#branch:folder); --knowledge DIR is the same
  --json        one JSON object
  --junit FILE  also writes JUnit XML for CI (- is the standard output, then alone)
`;

const NOTHING_DECLARED =
  "No page declares a question yet: write `questions:` and what people ask into the front matter of a page, and each is asked here.";

export const test: Command = {
  usage: USAGE,
  async run(args, world, output) {
    const { values, positionals } = callOf(args, {
      knowledge: { type: "string" },
      json: { type: "boolean" },
      junit: { type: "string" },
    });
    const { json = false, junit } = values;
    if (json && junit === "-") throw wrongCall("--json and --junit - cannot both be printed");
    const place = await placeOf(folderNamed(positionals, values.knowledge), world);
    const { accessGroups: groups } = await parseConfig(world.env);
    const { source, snapshot } = await openEdition(place, world, output);
    const { tested, problems } = await withProgress(
      "Questions asked",
      world,
      output.errors,
      (onProgress) => testKnowledge(source, snapshot, { groups, onProgress }),
    );

    const shown = shownFolder(place.folder);
    if (junit !== undefined) {
      await writeReport(junit, withoutSecrets(junitOf(tested, shown)), output);
    }
    if (json) await output.out.write(withoutSecrets(jsonOf(tested, problems, shown)));
    else if (junit !== "-") await printFailures(tested, problems, shown, output);
    return problems.length === 0 && tested.every(({ holds }) => holds) ? 0 : 1;
  },
};

function jsonOf(tested: readonly Tested[], problems: readonly Problem[], folder: string): string {
  const questions = tested.map(({ text, page, line, wants, holds, outcome, because }) => ({
    question: text,
    page,
    line,
    wants,
    holds,
    kind: outcome.kind,
    confidence: Math.round(outcome.confidence * 10_000) / 10_000,
    answeredFrom:
      outcome.kind === "found" ? outcome.citations.map(({ passage }) => passage.id) : [],
    because,
  }));
  const passing = tested.filter(({ holds }) => holds).length;
  const report = { folder, total: tested.length, passing, problems, questions };
  return `${JSON.stringify(report, null, 2)}\n`;
}

async function printFailures(
  tested: readonly Tested[],
  problems: readonly Problem[],
  folder: string,
  { out }: Output,
): Promise<void> {
  const print = (line: string): Promise<void> => out.write(`${withoutSecrets(line)}\n`);
  for (const { page, line, ...sentences } of problems) {
    await print(safeLine(`${folder}/${page}:${line} ${said(sentences)}`));
  }
  const failing = tested.filter(({ holds }) => !holds);
  for (const { text, page, line, wants, because } of failing) {
    await print(safeLine(`${folder}/${page}:${line} “${text}” ${wants}: not so`));
    for (const reason of because) await print(`  ${safeLine(reason)}`);
    await print("");
  }
  if (tested.length === 0 && problems.length === 0) return print(NOTHING_DECLARED);
  const passing = tested.length - failing.length;
  await print(`${passing.toLocaleString("en")} of ${counted(tested.length, "question")} hold`);
}
