import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import { explain } from "../../src/index.ts";
import type { Asker, Assistant, Clock } from "../../src/index.ts";
import { createDialogue } from "./dialogue.ts";
import type { Dialogue, Reply } from "./dialogue.ts";
import { readLines } from "./read-lines.ts";
import { render } from "./render.ts";
import type { View } from "./render.ts";
import { safeLine } from "./safe-text.ts";
import { lineWidthOf } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";
import { createWriter } from "./writer.ts";
import type { Writer } from "./writer.ts";

export interface ConsoleOptions {
  readonly assistant: Assistant;
  readonly asker: Asker;
  /** Follow-ups belong together under this id: a new one for each process. */
  readonly conversation: string;
  readonly input: Readable;
  readonly output: Writable & Terminal & { readonly rows?: number };
  /** Where failures go. */
  readonly errors: Writer;
  readonly colour: boolean;
  /** What the person calls the knowledge: `knowledge` in `knowledge/databases.md:41-48`. */
  readonly folder: string;
  readonly clock: Clock;
}

const PROMPT = "› ";

/** A chat in a terminal: a question a line, arrow keys for the history. Resolves when the person leaves. */
export async function chat(options: ConsoleOptions & { readonly greeting: string }): Promise<void> {
  const { input, output, errors } = options;
  const writer = createWriter(output);
  const dialogue = createDialogue({ ...options, view: () => viewOf(options, true) });
  const lines = createInterface({
    input,
    output,
    terminal: true,
    prompt: PROMPT,
    historySize: 500,
  });
  // Taken at once: a line that is typed before anybody listens would be lost.
  const typed = lines[Symbol.asyncIterator]();
  let open = true;
  lines.once("close", () => (open = false));
  // Ctrl-C empties the line, and leaves where it is empty, as in a shell.
  lines.on("SIGINT", () => {
    if (lines.line === "") lines.close();
    else lines.write(null, { ctrl: true, name: "u" });
  });
  await writer.write(`${options.greeting}\n`);
  const pinned = await options.assistant.pinned(options.asker, 3);
  for (const question of pinned) await writer.write(`  ${safeLine(question)}\n`);
  if (open) lines.prompt();
  for await (const line of { [Symbol.asyncIterator]: () => typed }) {
    const reply = await replyTo(dialogue, line, errors);
    if (reply.quit === true || writer.closed) break;
    if (reply.text !== "") await writer.write(`\n${reply.text}\n\n`);
    if (open) lines.prompt();
  }
  lines.close();
}

/** Answers the lines of an input that is no terminal, each below its question. Gives the number of lines it answered. */
export async function answerLines(options: ConsoleOptions): Promise<number> {
  const writer = createWriter(options.output);
  const dialogue = createDialogue({ ...options, view: () => viewOf(options, false) });
  let answered = 0;
  for await (const line of readLines(options.input)) {
    if (line.trim() === "") continue;
    const reply = await replyTo(dialogue, line, options.errors);
    if (reply.quit === true || writer.closed) break;
    await writer.write(`${PROMPT}${safeLine(line)}\n\n${reply.text}\n\n`);
    answered += 1;
  }
  return answered;
}

/** Asks itself its first pinned questions: what a start shows where nobody can type. Gives how many there were. */
export async function demonstrate(options: ConsoleOptions): Promise<number> {
  const writer = createWriter(options.output);
  const questions = await options.assistant.pinned(options.asker, 3);
  for (const text of questions) {
    const answer = await options.assistant.ask({ text, asker: options.asker });
    await writer.write(
      `${PROMPT}${safeLine(text)}\n\n${render(answer, viewOf(options, false))}\n\n`,
    );
  }
  return questions.length;
}

async function replyTo(dialogue: Dialogue, line: string, errors: Writer): Promise<Reply> {
  try {
    return await dialogue.reply(line);
  } catch (error) {
    await errors.write(`${explain(error)}\n`);
    return { text: "" };
  }
}

function viewOf(options: ConsoleOptions, onOneScreen: boolean): View {
  const { rows } = options.output;
  return {
    width: lineWidthOf(options.output),
    colour: options.colour,
    folder: options.folder,
    now: options.clock.now(),
    // One message, one screen: what does not fit is a command away.
    ...(onOneScreen && rows !== undefined ? { maxLines: Math.max(8, rows - 6) } : {}),
  };
}
