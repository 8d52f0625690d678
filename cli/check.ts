import { realpath } from "node:fs/promises";
import { hasColour } from "../adapters/console/terminal.ts";
import { walkFolder } from "../adapters/node/folder-walk.ts";
import { checkKnowledge } from "../src/authoring.ts";
import { parseConfig } from "../src/config.ts";
import type { CheckOptions, Edition } from "../src/authoring.ts";
import { isReadme } from "../src/building.ts";
import type { Problem } from "../src/index.ts";
import { callOf, folderNamed } from "./call.ts";
import { bySeverity, checkText } from "./check-text.ts";
import type { CheckReport } from "./check-text.ts";
import { wrongCall } from "./command.ts";
import type { Command, Output } from "./command.ts";
import type { World } from "./core.ts";
import { openEdition } from "./open-edition.ts";
import { placeOf, shownFolder } from "./place.ts";
import type { Place } from "./place.ts";
import { withProgress } from "./progress.ts";
import { sarifOf } from "./sarif.ts";
import { votesOn } from "./votes-on.ts";
import { writeReport } from "./write-report.ts";

const USAGE = `docent check [DIR] [--strict] [--json] [--sarif FILE]

  Finds what is wrong with the pages of a folder: page and line, what it is, and what to do. Exits 1 on errors.

  DIR           a folder, or a git repository (git+https://host/repository#branch:folder); --knowledge DIR is the same
  --strict      exits 1 on warnings, too
  --json        one JSON object
  --sarif FILE  also writes SARIF for code review (- is the standard output, then alone)
`;

export const check: Command = {
  usage: USAGE,
  async run(args, world, output) {
    const { values, positionals } = callOf(args, {
      knowledge: { type: "string" },
      strict: { type: "boolean" },
      json: { type: "boolean" },
      sarif: { type: "string" },
    });
    const { strict = false, json = false, sarif } = values;
    if (json && sarif === "-") throw wrongCall("--json and --sarif - cannot both be printed");
    const place = await placeOf(folderNamed(positionals, values.knowledge), world);
    const { folder } = place;
    const edition = await openEdition(place, world, output);
    const votes = await votesOn(folder, world, output);
    const files = await filesOf(place);
    const problems = await problemsOf(edition, { votes, files }, world, output);

    const { facts } = edition.snapshot;
    // At the top: it is no page.
    const notRead = [...(files ?? [])].filter((path) => isReadme(path));
    const report: CheckReport = { problems, folder: shownFolder(folder), facts, notRead };
    if (sarif !== undefined) {
      await writeReport(sarif, sarifOf(problems, { folder, version: world.version }), output);
    }
    if (json) await output.out.write(jsonOf(report, facts.version));
    else if (sarif !== "-") {
      await output.out.write(checkText(report, hasColour(world.stdout, world.env)));
    }
    const failing = strict ? problems : problems.filter(({ severity }) => severity === "error");
    return failing.length === 0 ? 0 : 1;
  },
};

async function problemsOf(
  { source, snapshot }: Edition,
  known: Pick<CheckOptions, "votes" | "files">,
  world: World,
  { errors }: Output,
): Promise<readonly Problem[]> {
  const now = world.clock.now();
  const { accessGroups: groups } = await parseConfig(world.env);
  // Loaded here: the platforms' packages take longer to load than a question takes to be answered.
  const { chatScreens } = await import("./screens.ts");
  const screens = chatScreens(now);
  return withProgress("Questions and headings asked", world, errors, (onProgress) =>
    checkKnowledge(source, snapshot, { ...known, now, screens, groups, onProgress }),
  );
}

function jsonOf({ problems, folder, facts, notRead }: CheckReport, version: string): string {
  const { pages, passages } = facts;
  const { errors, warnings } = bySeverity(problems);
  const report = { folder, version, pages, passages, notRead, errors, warnings, problems };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The paths of all files of a folder; of a repository elsewhere or of another day they are not known. */
async function filesOf({
  folder,
  repository,
  revision,
}: Place): Promise<ReadonlySet<string> | undefined> {
  if (repository !== undefined || revision !== undefined) return undefined;
  const { files, others } = await walkFolder(await realpath(folder));
  return new Set(
    [...files.map(({ path }) => path), ...others].map((path) => path.normalize("NFC")),
  );
}
