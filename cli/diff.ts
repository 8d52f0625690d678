import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { readLines } from "../adapters/console/read-lines.ts";
import { diffAnswers, withoutSecrets } from "../src/authoring.ts";
import { DocentError } from "../src/index.ts";
import type { Edition } from "../src/authoring.ts";
import { callOf } from "./call.ts";
import { wrongCall } from "./command.ts";
import type { Command, Output } from "./command.ts";
import type { World } from "./core.ts";
import { diffMarkdown } from "./diff-markdown.ts";
import { diffText } from "./diff-text.ts";
import { openEdition } from "./open-edition.ts";
import { placeOf, revisionOf } from "./place.ts";
import { withProgress } from "./progress.ts";

const USAGE = `docent diff BASE HEAD [--questions FILE] [--knowledge DIR] [--markdown | --json]

  Shows which answers a change alters: lost, changed, newly ambiguous, gained. Exits 1 where one is lost.

  BASE, HEAD        git revisions of the knowledge folder (main, HEAD~3, v1.2), or folders of pages; where the
                    knowledge is a repository elsewhere, branches of it
  --questions FILE  a question a line, beside those that pages and questions.yaml declare (- is the standard input)
  --knowledge DIR   the knowledge folder that revisions are read of
  --markdown        for a comment on a pull request
  --json            one JSON object
`;

export const diff: Command = {
  usage: USAGE,
  async run(args, world, output) {
    const { values, positionals } = callOf(args, {
      questions: { type: "string" },
      knowledge: { type: "string" },
      markdown: { type: "boolean" },
      json: { type: "boolean" },
    });
    const [base, head, ...more] = positionals;
    if (base === undefined || head === undefined || more.length > 0) {
      throw wrongCall("There have to be two to compare");
    }
    if (values.markdown === true && values.json === true) {
      throw wrongCall("--markdown and --json exclude each other");
    }
    // Where none is configured, a revision beside a folder is one of that folder's repository.
    const folders = await Promise.all([base, head].map(pathOf));
    const configured = values.knowledge ?? world.env["KNOWLEDGE_SOURCE"];
    const knowledge = configured ?? folders.find((folder) => folder !== undefined);
    const open = (name: string): Promise<Edition> => openNamed(name, knowledge, world, output);
    const questions = await readQuestions(values.questions, world);
    const before = await open(base);
    const after = await open(head);
    const found = await withProgress("Questions asked", world, output.errors, (onProgress) =>
      diffAnswers(before, after, questions, { onProgress }),
    );

    const text =
      values.json === true
        ? `${JSON.stringify({ base, head, ...found }, null, 2)}\n`
        : values.markdown === true
          ? diffMarkdown(found, [base, head])
          : diffText(found);
    await output.out.write(withoutSecrets(text));
    return found.lost.length === 0 ? 0 : 1;
  },
};

/**
 * A folder, a revision or a repository. A bare name that could be both, as a folder `main` and a branch of that name, is the revision: who
 * means the folder can write it as a path.
 */
async function openNamed(
  name: string,
  knowledge: string | undefined,
  world: World,
  output: Output,
): Promise<Edition> {
  if (name.includes("://")) return openEdition(await placeOf(name, world), world, output);
  const folder = await pathOf(name);
  if (folder !== undefined) return openEdition({ folder }, world, output);
  try {
    const revision = await revisionOf(await placeOf(knowledge, world), name, world);
    return await openEdition(revision, world, output);
  } catch (error) {
    const unknown = error instanceof DocentError && error.code === "source-failed";
    if (!unknown || !(await isFolder(name))) throw error;
    return openEdition({ folder: name }, world, output);
  }
}

/** The folder that is named by a path, and no revision. */
async function pathOf(name: string): Promise<string | undefined> {
  return /^\.|[\\/]/.test(name) && !name.includes("://") && (await isFolder(name))
    ? name
    : undefined;
}

async function isFolder(name: string): Promise<boolean> {
  const there = await stat(name).catch(() => undefined);
  return there?.isDirectory() === true;
}

async function readQuestions(file: string | undefined, world: World): Promise<readonly string[]> {
  if (file === undefined) return [];
  const questions: string[] = [];
  const bytes = file === "-" ? world.stdin : createReadStream(file);
  try {
    for await (const line of readLines(bytes as AsyncIterable<Uint8Array>)) {
      if (line.trim() !== "") questions.push(line.trim());
    }
    return questions;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DocentError("source-failed", `The questions cannot be read: ${reason}`, {
      remedy: "Give a readable text file with a question a line, or - for the standard input.",
      cause: error,
    });
  }
}
