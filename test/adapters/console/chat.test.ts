import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { answerLines, chat, demonstrate } from "../../../adapters/console/index.ts";
import type { ConsoleOptions } from "../../../adapters/console/index.ts";
import { createWriter } from "../../../adapters/console/writer.ts";
import { DocentError } from "../../../src/errors.ts";
import { createFakeClock, settle } from "../../fakes/clock.ts";
import { createFakeAssistant, SENIOR } from "../../support/fake-assistant.ts";
import { createInput, createKeyboard, createPaper } from "../../support/streams.ts";
import type { Paper } from "../../support/streams.ts";

function setUp(input: ConsoleOptions["input"], terminal: { isTTY?: boolean; rows?: number } = {}) {
  const output = createPaper(terminal);
  const errorPaper = createPaper();
  const failure = new DocentError("snapshot-failed", "The index is gone", { remedy: "Reload." });
  const assistant = createFakeAssistant({
    answers: { pay: SENIOR },
    failures: { broken: failure },
    pinned: ["What is Redis?", "pay"],
  });
  const options: ConsoleOptions = {
    assistant,
    asker: { id: "console:local", labels: [] },
    conversation: "console:1",
    input,
    output,
    errors: createWriter(errorPaper),
    colour: false,
    folder: "knowledge",
    clock: createFakeClock(),
  };
  return { options, assistant, output, errorPaper };
}

/** What is on the screen, without the moves of the cursor. */
function seen(paper: Paper): string {
  return stripVTControlCharacters(paper.text).replaceAll("\r", "");
}

async function type(keyboard: ReturnType<typeof createKeyboard>, keys: string): Promise<void> {
  keyboard.write(keys);
  await settle();
  await settle();
}

describe("the chat in a terminal", () => {
  it("greets with questions to start with, answers, and ends at :quit", async () => {
    const keyboard = createKeyboard();
    const { options, output } = setUp(keyboard, { isTTY: true });
    const chatting = chat({ ...options, greeting: "Docent 1.0" });
    while (!output.text.includes("› ")) await settle();
    await type(keyboard, "pay\r");
    await type(keyboard, ":quit\r");
    await chatting;
    expect(seen(output)).toMatch(
      /^Docent 1\.0\n {2}What is Redis\?\n {2}pay\n› pay\n\nSenior: ₹18–35\+ lakh/u,
    );
  });

  it("brings an earlier question back with the arrow keys", async () => {
    const keyboard = createKeyboard();
    const { options, assistant } = setUp(keyboard, { isTTY: true });
    const chatting = chat({ ...options, greeting: "" });
    await type(keyboard, "first\r");
    await type(keyboard, "second\r");
    await type(keyboard, "\u001B[A\u001B[A\r");
    await type(keyboard, "\u0004");
    await chatting;
    expect(assistant.asked.map(({ text }) => text)).toEqual(["first", "second", "first"]);
  });

  it("ends at Ctrl-D, and at Ctrl-C on an empty line; Ctrl-C empties a line first", async () => {
    for (const leave of ["\u0004", "half a question\u0003\u0003"]) {
      const keyboard = createKeyboard();
      const { options, assistant } = setUp(keyboard, { isTTY: true });
      const chatting = chat({ ...options, greeting: "" });
      await type(keyboard, leave);
      await chatting;
      expect(assistant.asked).toEqual([]);
    }
  });

  it("answers every line that was pasted at once, in order", async () => {
    const keyboard = createKeyboard();
    const { options, assistant } = setUp(keyboard, { isTTY: true });
    const chatting = chat({ ...options, greeting: "" });
    await type(keyboard, "one\rtwo\rthree\r");
    await type(keyboard, ":quit\r");
    await chatting;
    expect(assistant.asked.map(({ text }) => text)).toEqual(["one", "two", "three"]);
  });

  it("reports a failure with its remedy apart from the answers, and goes on", async () => {
    const keyboard = createKeyboard();
    const { options, output, errorPaper } = setUp(keyboard, { isTTY: true });
    const chatting = chat({ ...options, greeting: "" });
    await type(keyboard, "broken\rpay\r");
    await type(keyboard, ":quit\r");
    await chatting;
    expect(errorPaper.text).toBe("The index is gone. Reload.\n");
    expect(seen(output)).toContain("Senior");
  });
});

describe("an input that is no terminal", () => {
  it("is answered line by line, each below its question, in one conversation", async () => {
    const { options, assistant, output } = setUp(createInput("pay\n\nwhat about freshers?\n"));
    expect(await answerLines(options)).toBe(2);
    expect(output.text).toMatch(
      /^› pay\n\nSenior: .*\n\n› what about freshers\?\n\nI don't know: .*\n\n$/su,
    );
    expect(new Set(assistant.asked.map(({ conversation }) => conversation))).toEqual(
      new Set(["console:1"]),
    );
  });

  it("may be empty", async () => {
    const { options, output } = setUp(createInput(""));
    expect(await answerLines(options)).toBe(0);
    expect(output.text).toBe("");
  });

  it("is left at :quit and survives a failure", async () => {
    const { options, errorPaper } = setUp(createInput("broken\n:quit\npay\n"));
    expect(await answerLines(options)).toBe(1);
    expect(errorPaper.text).toContain("The index is gone. Reload.");
  });
});

describe("a start without anybody to ask", () => {
  it("asks itself its pinned questions", async () => {
    const { options, output } = setUp(createInput(""));
    expect(await demonstrate(options)).toBe(2);
    expect(output.text).toMatch(/^› What is Redis\?\n\nI don't know: .*\n\n› pay\n\nSenior: /su);
  });
});
