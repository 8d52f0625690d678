import { createReadStream } from "node:fs";
import { parseArgs } from "node:util";
import { readLines } from "../adapters/console/read-lines.ts";
import { safeLine } from "../adapters/console/safe-text.ts";
import { renderWithStarters } from "../adapters/console/with-starters.ts";
import { DocentError } from "../src/index.ts";
import type { Query } from "../src/index.ts";
import { answerLine } from "./answer-line.ts";
import { wrongCall } from "./command.ts";
import type { Command, Output } from "./command.ts";
import type { World } from "./core.ts";
import { openCore, SHELL } from "./open-core.ts";
import type { OpenedCore } from "./open-core.ts";
import { viewOf } from "./view.ts";

const USAGE = `docent ask [--knowledge DIR] [--json] "question"
docent ask [--knowledge DIR] [--json] --thread "question" "follow-up" …
docent ask [--knowledge DIR] --batch FILE

  --knowledge DIR  another folder of pages, or a git repository
  --thread         the questions belong to one conversation
  --json           a line of JSON for each question
  --batch FILE     a question a line (- is the standard input), a line of JSON each, in order
`;

interface AskCall {
  readonly questions: readonly string[];
  readonly knowledge: string | undefined;
  readonly thread: boolean;
  readonly json: boolean;
  readonly batch: string | undefined;
}

export const ask: Command = {
  usage: USAGE,
  async run(args, world, output) {
    const call = parseCall(args);
    const core = await openCore(call.knowledge, world, output);
    try {
      if (call.batch === undefined) await answerAll(call, core, world, output);
      else await answerBatch(call.batch, core, world, output);
      return 0;
    } finally {
      await core.close();
    }
  },
};

function parseCall(args: readonly string[]): AskCall {
  const { values, positionals } = parsed(args);
  const { knowledge, thread = false, json = false, batch } = values;
  if (batch !== undefined && (positionals.length > 0 || thread)) {
    throw wrongCall("--batch takes its questions from the file alone");
  }
  if (batch === undefined && positionals.length === 0) throw wrongCall("There is no question");
  // Without --thread the words are one question, so that quotes may be left out.
  const questions = thread || positionals.length === 0 ? positionals : [positionals.join(" ")];
  return { questions, knowledge, thread, json, batch };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        knowledge: { type: "string" },
        thread: { type: "boolean" },
        json: { type: "boolean" },
        batch: { type: "string" },
      },
    });
  } catch (error) {
    const [sentence = ""] = (error instanceof Error ? error.message : String(error)).split(". ");
    throw wrongCall(sentence);
  }
}

async function answerAll(
  call: AskCall,
  core: OpenedCore,
  world: World,
  output: Output,
): Promise<void> {
  const conversation = call.thread ? { conversation: `shell:${world.randomId()}` } : {};
  for (const [index, text] of call.questions.entries()) {
    if (output.out.closed) return;
    const query: Query = { text, asker: SHELL, ...conversation };
    if (call.json) {
      await writeLine(query, core, world, output);
      continue;
    }
    const answer = await core.assistant.ask(query);
    const gap = index === 0 ? "" : "\n";
    const title = call.questions.length === 1 ? "" : `${gap}› ${safeLine(text)}\n\n`;
    await output.out.write(
      `${title}${await renderWithStarters(answer, core.assistant, viewOf(world, core.folder))}\n`,
    );
  }
}

/** One question at a time: in order, and with memory for one line only, however long the file is. */
async function answerBatch(
  file: string,
  core: OpenedCore,
  world: World,
  output: Output,
): Promise<void> {
  let line = 0;
  for await (const text of readLines(file === "-" ? world.stdin : openBatch(file))) {
    line += 1;
    if (output.out.closed) return;
    try {
      await writeLine({ text, asker: SHELL }, core, world, output);
    } catch (error) {
      if (!(error instanceof DocentError)) throw error;
      const { code, message, remedy } = error;
      throw new DocentError(code, `Question ${line} of the batch failed: ${message}`, {
        remedy,
        cause: error,
      });
    }
  }
}

async function* openBatch(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const remedy = "Give a readable text file with a question a line, or - for the standard input.";
    throw new DocentError("source-failed", `The batch cannot be read: ${reason}`, {
      remedy,
      cause: error,
    });
  }
}

async function writeLine(
  query: Query,
  core: OpenedCore,
  world: World,
  { out }: Output,
): Promise<void> {
  const start = world.stopwatch();
  const answer = await core.assistant.ask(query);
  await out.write(`${JSON.stringify(answerLine(answer, world.stopwatch() - start))}\n`);
}
