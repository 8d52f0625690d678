import { describe, expect, it } from "vitest";
import { buttonId } from "../../../src/index.ts";
import { settle } from "../../fakes/clock.ts";
import { buttonLabels, visibleText } from "../../fakes/slack/read-blocks.ts";
import { abstained, citation, paragraph } from "../../support/answers.ts";
import { lesson } from "../../support/scripted-core.ts";
import {
  answered,
  answeredDirectly,
  lastResponse,
  lastView,
  submission,
  whispered,
} from "./pressing.ts";
import type { Payload } from "./pressing.ts";

describe("feedback", () => {
  it("counts a vote, marks it on the button and sends no message", async () => {
    const { send, press, message, on, slack, metrics } = await answeredDirectly("senior?", {
      lessons: [lesson("senior")],
    });
    await send(press(message.blocks, "Helpful", on));
    await slack.until(() => slack.callsOf("chat.update").length === 1);
    expect(buttonLabels(message.blocks)).toContain("Helpful ✓");
    expect(metrics.total("votes_total", { vote: "helpful" })).toBe(1);
    expect(slack.workspace.messages).toHaveLength(1);
  });

  it("leaves a message that others see, too, as it is: one person's vote is not everybody's", async () => {
    const { send, press, message, on, slack, metrics } = await answered("senior?", {
      lessons: [lesson("senior")],
    });
    const before = structuredClone(message.blocks);
    await send(press(message.blocks, "Helpful", on));
    await send(press(message.blocks, "Not helpful", { ...on, user: { id: "U2", team_id: "T1" } }));
    await slack.until(() => slack.callsOf("views.open").length === 1);
    await settle();
    expect(metrics.total("votes_total", { vote: "helpful" })).toBe(1);
    expect(metrics.total("votes_total", { vote: "not-helpful" })).toBe(1);
    expect(message.blocks).toEqual(before);
    for (const method of ["chat.update", "chat.postEphemeral"])
      expect(slack.callsOf(method)).toEqual([]);
    expect(slack.responses).toEqual([]);
    expect(slack.workspace.messages).toHaveLength(1);
  });

  it.each([
    ["a direct message", answeredDirectly],
    ["a channel", answered],
  ])('can be changed in %s, and asks for one optional line after "Not helpful"', async (_, ask) => {
    const { send, press, message, on, slack, metrics } = await ask("senior?", {
      lessons: [lesson("senior")],
    });
    const vote = async (label: string): Promise<void> =>
      void (await send(
        press(message.blocks, label, { ...on, message: { ...on.message, blocks: message.blocks } }),
      ));
    await vote("Helpful");
    await slack.until(() => metrics.total("votes_total") === 1);
    await settle();
    await vote("Not helpful");
    await slack.until(() => metrics.total("votes_total") === 2);
    await slack.until(() => slack.workspace.views.size === 1);
    const [[id, view]] = [...slack.workspace.views] as [[string, Payload]];
    await send(
      submission(id, view, {
        docent_feedback: { docent_feedback: { value: "architects are missing" } },
      }),
    );
    await slack.until(() => metrics.total("votes_total", { vote: "not-helpful" }) === 2);
    expect(slack.workspace.messages).toHaveLength(1);
  });

  it("moves the mark in a direct message to the other button", async () => {
    const { send, press, message, on, slack } = await answeredDirectly("senior?", {
      lessons: [lesson("senior")],
    });
    await send(press(message.blocks, "Helpful", on));
    await slack.until(() => buttonLabels(message.blocks).includes("Helpful ✓"));
    const shown = { ...on.message, blocks: message.blocks };
    await send(press(message.blocks, "Not helpful", { ...on, message: shown }));
    await slack.until(() => slack.callsOf("chat.update").length === 2);
    expect(buttonLabels(message.blocks)).toEqual(["Helpful", "Not helpful ✓", "Pay by region"]);
  });

  it("marks the button of an answer that only the asker sees", async () => {
    const whisper = await whispered("senior?", { lessons: [lesson("senior")] });
    const { send, press, blocks, on, slack } = whisper;
    await send(press(blocks, "Helpful", on));
    await slack.until(() => slack.responses.length === 2);
    expect(lastResponse(whisper)["replace_original"]).toBe(true);
    expect(buttonLabels(lastResponse(whisper)["blocks"])).toContain("Helpful ✓");
  });

  it("says that an unknown answer cannot be rated", async () => {
    const harness = await answered("senior?", { lessons: [lesson("senior")] });
    const { send, press, message, on, slack } = harness;
    const forged = press(message.blocks, "Helpful", on);
    (forged["actions"] as [{ value: string }])[0].value = buttonId("helpful", "forged");
    await send(forged);
    await slack.until(() => slack.responses.length === 1);
    expect(visibleText(lastResponse(harness)["blocks"])).toBe(
      "This has expired. Please ask again.",
    );
  });
});

describe("reading on", () => {
  it("shows all of an answer that was cut, in a modal", async () => {
    const body = Array.from({ length: 200 }, (_, index) =>
      paragraph(`Line number ${index} of the page.`, index + 1),
    );
    const harness = await answered("senior?", { lessons: [lesson("senior", { body })] });
    const { send, press, message, on, slack } = harness;
    await send(press(message.blocks, "Show all", on));
    await slack.until(() => slack.workspace.views.size === 1);
    expect(visibleText(lastView(harness)["blocks"])).toContain("Line number 80 of the page.");
  });

  it("shows a related passage in a modal", async () => {
    const pay = citation({
      id: "careers/pay.md#region",
      page: "careers/pay.md",
      headings: ["Pay", "Pay by region"],
      body: [paragraph("By region.")],
    });
    const harness = await answered("senior?", { lessons: [lesson("senior", { related: [pay] })] });
    const { send, press, message, on, slack } = harness;
    await send(press(message.blocks, "Pay by region", on));
    await slack.until(() => slack.workspace.views.size === 1);
    expect(visibleText(lastView(harness)["blocks"])).toContain("By region.");
  });

  it("tells whoever presses a forged button that the answer is not known", async () => {
    const harness = await answered("senior?", { lessons: [lesson("senior")] });
    const { send, press, message, on, slack } = harness;
    const forged = press(message.blocks, "Pay by region", on);
    (forged["actions"] as [{ value: string }])[0].value = "0:someone-else";
    await send(forged);
    await slack.until(() => slack.workspace.views.size === 1);
    expect(visibleText(lastView(harness)["blocks"])).toContain("has expired");
  });

  it("asks what was probably meant, in the same thread", async () => {
    const meant = {
      word: "senoir",
      outcome: abstained({ didYouMean: "what does a senior earn?" }),
    };
    const { send, press, message, on, slack, clock } = await answered("senoir?", {
      lessons: [meant, lesson("senior")],
    });
    await send(press(message.blocks, "what does a senior earn?", on));
    while (slack.workspace.messages.length < 2) await clock.advance(500);
    expect(slack.workspace.messages[1]?.thread).toBe(message.thread);
    expect(visibleText(slack.workspace.messages[1]?.blocks)).toContain("Senior: ₹18–35+");
  });
});
