import { heading, list, paragraph, whyBlocks } from "../../src/index.ts";
import type { Answer, Asker, Assistant, Passage } from "../../src/index.ts";
import { renderBlocks, renderPassage } from "./render.ts";
import type { View } from "./render.ts";
import { renderWithStarters } from "./with-starters.ts";

/** What a line of input led to. */
export interface Reply {
  readonly text: string;
  readonly quit?: boolean;
}

/** A conversation in a terminal: questions, and commands that begin with a colon. */
export interface Dialogue {
  /** Rejects with `DocentError` where Docent itself failed; the dialogue can go on after that. */
  reply(line: string): Promise<Reply>;
}

export interface DialogueOptions {
  readonly assistant: Assistant;
  readonly asker: Asker;
  /** Follow-ups belong together under this id. */
  readonly conversation: string;
  /** Asked for each reply: a terminal changes its width. */
  readonly view: () => View;
}

const MORE = /^(?:(?:tell|show) me )?more(?: please)?[.!]?$/i;

const HELP: readonly (readonly [command: string, meaning: string])[] = [
  [":more", "the whole passage of the last answer"],
  [":why", "why it was answered so, or not at all"],
  [":related 2", "the second of what is related or closest"],
  [":topics", "what there is to ask about"],
  [":quit", "ends (also Ctrl-D)"],
];

export function createDialogue({
  assistant,
  asker,
  conversation,
  view,
}: DialogueOptions): Dialogue {
  let last: Answer | undefined;

  async function ask(text: string): Promise<string> {
    last = await assistant.ask({ text, conversation, asker });
    return renderWithStarters(last, assistant, view());
  }

  async function show(passage: Passage): Promise<string> {
    const whole = await assistant.read(passage.id, asker);
    return whole === undefined
      ? "That passage is not there any more: the knowledge was reloaded. Ask again."
      : renderPassage(whole, view());
  }

  async function more(): Promise<string> {
    if (last?.kind === "found") return show(last.citations[0].passage);
    if (last === undefined || last.related.length === 0)
      return "There is no answer to show more of.";
    return "The last question had no answer; :related 1 shows what is closest.";
  }

  async function related(argument: string): Promise<string> {
    const passages = last?.related ?? [];
    if (passages.length === 0) return "Nothing is related to the last question.";
    const chosen = passages[(argument === "" ? 1 : Number(argument)) - 1];
    if (chosen === undefined) return `Give a number from 1 to ${passages.length}: :related 1`;
    return show(chosen.passage);
  }

  /** What is listed with its number is opened by it, and more is shown by asking for it. */
  async function said(text: string): Promise<string> {
    const listed = last?.related.length ?? 0;
    if (/^\d$/.test(text) && Number(text) >= 1 && Number(text) <= listed) return related(text);
    return last !== undefined && MORE.test(text) ? more() : ask(text);
  }

  async function why(): Promise<string> {
    if (last === undefined) return "Ask something first.";
    return renderBlocks(whyBlocks(await assistant.why(last.query)), view());
  }

  async function topics(): Promise<string> {
    const all = await assistant.topics(asker);
    const blocks = all.flatMap((topic) => [
      heading(topic.name),
      list(topic.pages.map((page) => [page.title])),
    ]);
    return renderBlocks(
      blocks.length === 0 ? [paragraph("The knowledge is empty.")] : blocks,
      view(),
    );
  }

  function help(): string {
    const lines = HELP.map(([command, meaning]) => `  ${command.padEnd(12)}${meaning}`);
    return ["Type a question, or:", ...lines].join("\n");
  }

  return {
    async reply(line) {
      const text = line.trim();
      if (text === "") return { text: "" };
      const command = /^:([a-z]+)(?:\s+(.*))?$/i.exec(text);
      if (command === null) return { text: await said(text) };
      const [, name = "", argument = ""] = command;
      switch (name.toLowerCase()) {
        case "more":
          return { text: await more() };
        case "why":
          return { text: await why() };
        case "related":
          return { text: await related(argument) };
        case "topics":
          return { text: await topics() };
        case "help":
          return { text: help() };
        case "quit":
        case "q":
          return { text: "", quit: true };
        default:
          return { text: `:${name} is not known.\n${help()}` };
      }
    },
  };
}
