import { describe, expect, it } from "vitest";
import { answerView } from "../../../adapters/slack/answer-view.ts";
import { createRender } from "../../../adapters/slack/render.ts";
import { DocentError } from "../../../src/index.ts";
import type { Block } from "../../../src/index.ts";
import { blockFaults, viewFaults } from "../../fakes/slack/check-blocks.ts";
import { buttonLabels, pings, visibleText } from "../../fakes/slack/read-blocks.ts";
import { NOW, citation, found, paragraph, text } from "../../support/answers.ts";
import { lesson } from "../../support/scripted-core.ts";
import { startHarness } from "./harness.ts";
import { answered, whispered } from "./pressing.ts";

const render = createRender({ now: NOW, human: true });

describe("fault 9: answers at the edge of what Slack takes", () => {
  const EDGES = [1999, 2999, 3000, 3001, 3999, 4000, 4001, 4040, 4041, 12_000];

  /** Sentences of exactly so many characters, none like another. */
  function prose(length: number): string {
    let words = "";
    for (let count = 0; words.length < length; count += 1) words += `Sentence number ${count}. `;
    return words
      .slice(0, length - 1)
      .trimEnd()
      .padEnd(length, ".");
  }

  const sentences = (words: string): string[] => words.match(/Sentence number \d+\./gu) ?? [];

  it.each(EDGES)(
    "%i characters of prose are shown whole, or to the end of a sentence",
    (length) => {
      const whole = prose(length);
      const answer = found({ body: [paragraph(whole)], related: [] });
      const { blocks, text: fallback } = render(answer);
      expect(blockFaults(blocks)).toEqual([]);
      expect(fallback.length).toBeLessThanOrEqual(4000);
      const shown = sentences(visibleText(blocks));
      expect(shown).toEqual(sentences(whole).slice(0, shown.length));
      expect(shown.length).toBeGreaterThan(0);
      const isCut = buttonLabels(blocks).includes("Show all");
      expect(isCut).toBe(!visibleText(blocks).includes(whole));
      // What is behind "Show all" is the source, word for word.
      const view = answerView(answer, { now: NOW, human: true });
      expect(viewFaults(view)).toEqual([]);
      expect(visibleText(view.blocks)).toContain(whole);
    },
  );

  it.each(EDGES)(
    "%i characters of code are cut between lines, in a block that is closed",
    (length) => {
      const lines = Array.from(
        { length: Math.floor(length / 20) },
        (_, index) => `run --step ${String(index).padStart(7, "0")};`,
      );
      const code: Block = { kind: "code", language: "sh", text: lines.join("\n"), lines: [2, 9] };
      const answer = found({ body: [paragraph("Run this:"), code], related: [] });
      const { blocks, text: fallback } = render(answer);
      expect(blockFaults(blocks)).toEqual([]);
      expect(fallback.length).toBeLessThanOrEqual(4000);
      const shown = visibleText(blocks).match(/run --step \d+;/gu) ?? [];
      expect(shown).toEqual(lines.slice(0, shown.length));
      expect(visibleText(blocks).match(/run --step/gu)).toHaveLength(shown.length);
      const view = answerView(answer, { now: NOW, human: true });
      expect(visibleText(view.blocks)).toContain(lines.join("\n"));
    },
  );
});

describe("fault 33: a page and a question full of names", () => {
  const NAMES = "<!channel> <!here> <!everyone> <@U2> <#C2|general> <!subteam^S1|@ops> @everyone";

  const named = citation({ headings: [NAMES, NAMES], owner: NAMES, page: `${NAMES}.md` });
  const body: Block[] = [
    { kind: "heading", level: 2, children: [text(NAMES)], lines: [1, 1] },
    paragraph(NAMES),
    { kind: "quote", children: [paragraph(NAMES)], lines: [3, 3] },
    { kind: "code", language: "sh", text: NAMES, lines: [4, 5] },
  ];
  const lessons = [lesson("ping", { body, citations: [named], related: [named] })];
  /** As Slack delivers what somebody typed. */
  const typed = NAMES.replaceAll("<", "&lt;").replaceAll(">", "&gt;");

  it("pings nobody in an answer, in what is told later and in a call for help", async () => {
    const settings = { escalationChannel: "CHELP" };
    const harness = await answered(`${typed} who?`, { lessons, settings });
    const { slack, adapter, services, message, press, send, event, on } = harness;
    await send(press(message.blocks, "Ask a human", on));
    await slack.until(() => slack.responses.length === 1);
    await send(event("app_mention", { text: `<@UBOT> ping ${typed}`, channel: "C2" }));
    await slack.until(() => slack.workspace.messages.length === 3);
    const asker = { id: "slack:T1:U1", labels: [] };
    const answer = await services.assistant.ask({ text: `ping ${NAMES}`, asker });
    await adapter.tell("slack:T1:U1", answer);
    expect(slack.workspace.messages.map(({ channel }) => channel)).toEqual([
      "C1",
      "CHELP",
      "C2",
      "U1",
    ]);
    for (const { blocks, text: fallback } of slack.workspace.messages)
      expect(pings(blocks, fallback)).toEqual([]);
    expect(visibleText(slack.workspace.messages[1]?.blocks)).toContain(NAMES);
  });

  it("names none but whoever shares an answer, when it is shared", async () => {
    const { slack, blocks, press, send, on } = await whispered(`ping ${typed}`, { lessons });
    await send(press(blocks, "Share to channel", on));
    await slack.until(() => slack.responses.length === 2);
    const [shared] = slack.workspace.messages;
    expect(pings(shared?.blocks, shared?.text)).toEqual(['{"type":"user","user_id":"U1"}']);
  });
});

describe("fault 5: a question that takes too long to look up", () => {
  it("is said to be too hard, and holds up nobody else", async () => {
    const never = Promise.withResolvers<void>();
    const { send, event, slack, said, clock } = await startHarness({
      lessons: [lesson("senior")],
      before: async ({ text: asked }) => (asked.startsWith("hard") ? never.promise : undefined),
    });
    await send(event("app_mention", { text: "<@UBOT> hard senior?" }));
    await send(event("app_mention", { text: "<@UBOT> senior?", user: "U2", channel: "C2" }));
    await slack.until(() => said("C2").length === 1);
    while (said("C1").length === 0) await clock.advance(1000);
    expect(said("C1")[0]).toContain("takes too long to look up. Please shorten it.");
    never.resolve();
  });

  it("is answered with an apology and an id where looking fails", async () => {
    const { send, event, slack, said, log } = await startHarness({
      before: async () => {
        throw new DocentError("snapshot-failed", "broken", { remedy: "Reload." });
      },
    });
    await send(event("app_mention", { text: "<@UBOT> senior?" }));
    await slack.until(() => said().length === 1);
    const [, id] = /^Something went wrong on our side \(id (\S+)\)\./u.exec(said()[0] ?? "") ?? [];
    expect(id).toBeDefined();
    expect(log.text()).toContain(id);
  });
});

describe("fault 7, 10: words that are cut or mean something elsewhere", () => {
  const FAMILY = "👩‍👩‍👧‍👦";
  const ODD = `${FAMILY.repeat(80)} \u202E\u0000\u001B[31m z\u0301\u0301\u0301 \`\`\`rm -rf\`\`\` &amp;`;

  it("stay whole, are shown as words, and reach neither log nor reply as control characters", async () => {
    const settings = { escalationChannel: "CHELP" };
    const { send, event, press, slack, log } = await startHarness({ settings });
    await send(event("message_im", { text: ODD }));
    await slack.until(() => slack.callsOf("assistant.threads.setTitle").length === 1);
    const title = String(slack.callsOf("assistant.threads.setTitle")[0]?.args["title"]);
    const kept = title.replace(/…$/u, "");
    expect(kept).toBe(FAMILY.repeat(kept.length / FAMILY.length));
    expect(kept.length).toBeGreaterThan(0);
    await send(
      press(slack.workspace.messages[0]?.blocks, "Ask a human", { channel: { id: "D1" } }),
    );
    await slack.until(() => slack.workspace.messages.length === 2);
    const [, help] = slack.workspace.messages;
    expect(visibleText(help?.blocks)).toContain("```rm -rf``` &");
    for (const sent of [title, help?.text ?? "", visibleText(help?.blocks)]) {
      expect(sent.isWellFormed()).toBe(true);
      expect(sent).not.toMatch(/[\u0000-\u0008\u001B\u202A-\u202E\u2066-\u2069]/u);
    }
    expect(log.text()).not.toMatch(/[\u0000-\u0008\u001B\u202E]/u);
  });
});
