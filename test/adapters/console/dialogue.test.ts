import { describe, expect, it } from "vitest";
import { createDialogue } from "../../../adapters/console/dialogue.ts";
import { DocentError } from "../../../src/errors.ts";
import { abstained, citation, NOW, paragraph } from "../../support/answers.ts";
import { createFakeAssistant, SENIOR } from "../../support/fake-assistant.ts";
import type { Prepared } from "../../support/fake-assistant.ts";

const INDIA = citation({ body: [paragraph("The whole passage about India.")] }).passage;
const REGION = citation({
  id: "careers/pay.md#region",
  headings: ["Pay", "Pay by region"],
  body: [paragraph("Regions.")],
}).passage;

function dialogue(prepared: Prepared = {}) {
  const assistant = createFakeAssistant({
    answers: { pay: SENIOR, close: abstained() },
    passages: [INDIA, REGION],
    ...prepared,
  });
  const view = { width: 80, colour: false, folder: "knowledge", now: NOW };
  const asker = { id: "console:local", labels: [] };
  const talk = createDialogue({ assistant, asker, conversation: "console:1", view: () => view });
  return { assistant, say: async (line: string) => (await talk.reply(line)).text, talk };
}

describe("a dialogue in the terminal", () => {
  it("answers a question, all of them in one conversation", async () => {
    const { assistant, say } = dialogue();
    expect(await say("  pay ")).toContain("Senior: ₹18–35+ lakh a year");
    await say("and an architect?");
    expect(assistant.asked.map(({ text, conversation }) => [text, conversation])).toEqual([
      ["pay", "console:1"],
      ["and an architect?", "console:1"],
    ]);
  });

  it("is silent at an empty line", async () => {
    expect(await dialogue().say("   ")).toBe("");
  });

  it(":more shows the whole passage of the last answer", async () => {
    const { say } = dialogue();
    expect(await say(":more")).toBe("There is no answer to show more of.");
    await say("pay");
    expect(await say(":more")).toContain("The whole passage about India.");
    await say("close");
    expect(await say(":more")).toContain(":related 1 shows what is closest");
  });

  it(":more says so where the passage is gone after a reload", async () => {
    const { say } = dialogue({ passages: [] });
    await say("pay");
    expect(await say(":more")).toContain("not there any more");
  });

  it(":related opens what is related, or closest, by its number", async () => {
    const { say } = dialogue();
    expect(await say(":related 1")).toBe("Nothing is related to the last question.");
    await say("pay");
    expect(await say(":related 1")).toContain("Regions.");
    expect(await say(":related")).toContain("Regions.");
    expect(await say(":related 2")).toBe("Give a number from 1 to 1: :related 1");
    expect(await say(":related x")).toBe("Give a number from 1 to 1: :related 1");
    await say("close");
    expect(await say(":related 1")).toContain("Regions.");
  });

  it("who asks what can be asked gets questions to begin with", async () => {
    const help = abstained({ reason: "empty-query" });
    const { say } = dialogue({ answers: { help }, pinned: ["How do I pay?", "Who pays?"] });
    expect(await say("help")).toBe(
      "I am Docent: ask me a question about what is in the knowledge.\n\nFor example:\n  How do I pay?\n  Who pays?",
    );
  });

  it("a number opens what is listed under it, and “tell me more” shows the whole passage", async () => {
    const { assistant, say } = dialogue();
    await say("pay");
    expect(await say("1")).toContain("Regions.");
    expect(await say("Tell me more")).toContain("The whole passage about India.");
    expect(assistant.asked.map(({ text }) => text)).toEqual(["pay"]);
    await say("2");
    await say("tell me more about Redis");
    expect(assistant.asked.map(({ text }) => text)).toEqual([
      "pay",
      "2",
      "tell me more about Redis",
    ]);
  });

  it(":why explains the last answer", async () => {
    const why = {
      outcome: SENIOR,
      threshold: 0.6,
      terms: [],
      confidence: [],
      rules: [],
      candidates: [],
    };
    const { say } = dialogue({ why });
    expect(await say(":why")).toBe("Ask something first.");
    await say("pay");
    expect(await say(":why")).toBe(
      "Answered from careers/salaries.md:31-34: confidence 0.90, and 0.60 is enough.",
    );
  });

  it(":topics lists what there is to ask about", async () => {
    const pages = [{ path: "data/redis.md", title: "Redis", passage: "data/redis.md#redis" }];
    expect(await dialogue({ topics: [{ name: "data", pages }] }).say(":topics")).toBe(
      "data\n\n• Redis",
    );
    expect(await dialogue().say(":topics")).toBe("The knowledge is empty.");
  });

  it(":help and an unknown command list the commands", async () => {
    const { say } = dialogue();
    expect(await say(":HELP")).toMatch(
      /:more .*\n.*:why .*\n.*:related 2.*\n.*:topics .*\n.*:quit/u,
    );
    expect(await say(":relate")).toMatch(/^:relate is not known\.\nType a question, or:/);
  });

  it(":quit ends it", async () => {
    const { talk } = dialogue();
    expect(await talk.reply(":quit")).toEqual({ text: "", quit: true });
    expect(await talk.reply(":q")).toEqual({ text: "", quit: true });
  });

  it("goes on after a failure", async () => {
    const failure = new DocentError("snapshot-failed", "The index is gone", { remedy: "Reload." });
    const { say } = dialogue({ failures: { broken: failure } });
    await expect(say("broken")).rejects.toBe(failure);
    expect(await say("pay")).toContain("Senior");
  });
});
