import { describe, expect, it } from "vitest";
import { buttonLabels } from "../../fakes/slack/read-blocks.ts";
import { settle } from "../../fakes/clock.ts";
import { lesson } from "../../support/scripted-core.ts";
import { startHarness, ts } from "./harness.ts";

const lessons = [lesson("senior")];

describe("what is meant", () => {
  it("takes a mention without words in a thread for the thread's first question", async () => {
    const { send, event, slack, asked } = await startHarness({ lessons });
    slack.workspace.say({
      channel: "C1",
      ts: "1700000000.000100",
      user: "U2",
      text: "what does a senior earn?",
    });
    await send(event("app_mention", { text: "<@UBOT>", thread_ts: "1700000000.000100" }));
    await slack.until(() => slack.callsOf("chat.postMessage").length === 1);
    expect(asked.map(({ text }) => text)).toEqual(["what does a senior earn?"]);
  });

  it("fault 1: offers three pinned questions, at once, for a mention without words elsewhere", async () => {
    const { send, event, slack } = await startHarness({
      lessons,
      pinned: ["One?", "Two?", "Three?", "Four?"],
    });
    await send(event("app_mention", { text: "<@UBOT>" }));
    await slack.until(() => slack.workspace.messages.length === 1);
    expect(buttonLabels(slack.workspace.messages[0]?.blocks)).toEqual(["One?", "Two?", "Three?"]);
  });

  it("fault 11: says that it reads text only where there is only a file, and fetches nothing", async () => {
    const { send, event, said, slack } = await startHarness({ lessons });
    await send(
      event("message_im", {
        text: "",
        subtype: "file_share",
        // The fake counts a request for it as a fault.
        files: [{ id: "F1", url_private: slack.apiUrl.replace("/api/", "/files/F1") }],
      }),
    );
    await slack.until(() => slack.workspace.messages.length === 1);
    expect(said()).toEqual(["I read text only: please write the question in a message."]);
  });

  it("answers follow-ups of the asker in a thread it has answered in, and silently lets unclear ones go", async () => {
    const { send, event, slack, metrics, clock } = await startHarness({
      lessons: [lesson("senior"), lesson("junior")],
    });
    const mention = event("app_mention", { text: "<@UBOT> senior?" });
    await send(mention);
    await slack.until(() => slack.workspace.messages.length === 1);
    await send(event("message_channel", { text: "and a junior?", thread_ts: ts(mention) }));
    while (metrics.total("questions_ended_total", { delivery: "answered" }) < 2)
      await clock.advance(500);
    expect(slack.workspace.messages.map(({ thread }) => thread)).toEqual([
      ts(mention),
      ts(mention),
    ]);
    await send(event("message_channel", { text: "thanks, got it", thread_ts: ts(mention) }));
    await slack.until(() => metrics.total("questions_ended_total", { delivery: "silent" }) === 1);
    expect(slack.workspace.messages).toHaveLength(2);
  });

  it("answers a follow-up that is sent before Slack has said that the answer stands", async () => {
    const { send, event, slack, metrics, clock } = await startHarness({
      lessons: [lesson("senior"), lesson("junior")],
    });
    const late = Promise.withResolvers<void>();
    slack.always("chat.postMessage", { slow: late.promise });
    const mention = event("app_mention", { text: "<@UBOT> senior?" });
    const first = send(mention);
    await slack.until(() => slack.workspace.messages.length === 1);
    const second = send(
      event("message_channel", { text: "and a junior?", thread_ts: ts(mention) }),
    );
    await settle();
    expect(metrics.total("questions_received_total")).toBe(1);
    slack.always("chat.postMessage", undefined);
    late.resolve();
    while (metrics.total("questions_ended_total", { delivery: "answered" }) < 2)
      await clock.advance(500);
    await Promise.all([first, second]);
    expect(slack.workspace.messages).toHaveLength(2);
  });

  it("ends its part in a thread where another human answers, until it is mentioned again", async () => {
    const { send, event, slack, clock, metrics } = await startHarness({ lessons });
    const mention = event("app_mention", { text: "<@UBOT> senior?" });
    await send(mention);
    await slack.until(() => slack.workspace.messages.length === 1);
    await send(
      event("message_channel", { text: "about 20 lakh", user: "U2", thread_ts: ts(mention) }),
    );
    await send(
      event("message_channel", { text: "and senior architects?", thread_ts: ts(mention) }),
    );
    await settle();
    expect(metrics.total("questions_received_total")).toBe(1);
    await send(
      event("app_mention", { text: "<@UBOT> senior architects?", thread_ts: ts(mention) }),
    );
    await clock.advance(1000);
    await slack.until(() => slack.workspace.messages.length === 2);
  });

  it("fault 14, 15: says nothing to other bots, to itself, to edits of nothing and to what is not asked", async () => {
    const { send, event, slack, metrics } = await startHarness({ lessons });
    await send(event("app_mention", { text: "<@UBOT> senior?", bot_id: "B2" }));
    await send(event("app_mention", { text: "<@UBOT> senior?", user: "UBOT" }));
    await send(event("message_channel", { text: "senior?" }));
    await send(event("message_channel", { text: "senior?", subtype: "bot_message", bot_id: "B2" }));
    await send(event("message_channel", { text: "joined", subtype: "channel_join" }));
    await send(event("message_changed"));
    await send(event("message_deleted"));
    await settle();
    expect(metrics.total("questions_received_total")).toBe(0);
    expect(slack.workspace.messages).toEqual([]);
  });
});

describe("channel modes", () => {
  it("stays silent in an auto channel unless it is very sure, says that it answered by itself, and leaves when told so", async () => {
    const sure = lesson("senior", { confidence: 0.97 });
    const unsure = lesson("junior", { confidence: 0.9 });
    const { send, event, slack, services, press, said, metrics } = await startHarness({
      lessons: [sure, unsure],
    });
    await services.channels.setMode("slack:T1:C1", "auto");
    await send(event("message_channel", { text: "what does a junior earn?" }));
    await slack.until(
      () => metrics.total("questions_ended_total") === 1 || slack.workspace.messages.length > 0,
    );
    expect(said()).toEqual([]);
    const question = event("message_channel", { text: "what does a senior earn?" });
    await send(question);
    await slack.until(() => slack.workspace.messages.length === 1);
    const [message] = slack.workspace.messages;
    expect(said()[0]).toContain("I answered by myself");
    const container = {
      type: "message",
      message_ts: message?.ts,
      channel_id: "C1",
      is_ephemeral: false,
      thread_ts: ts(question),
    };
    await send(press(message?.blocks, "Not it", { container }));
    await slack.until(() => slack.workspace.messages.length === 0);
    await send(event("message_channel", { text: "senior architects?", thread_ts: ts(question) }));
    await settle();
    expect(metrics.total("questions_received_total")).toBe(2);
  });

  it("says in a channel where it is off, to the asker alone, where to ask", async () => {
    const { send, event, slack, services } = await startHarness({ lessons });
    await services.channels.setMode("slack:T1:C1", "off");
    const mention = event("app_mention", { text: "<@UBOT> senior?" });
    await send(mention);
    await send(event("message_channel", { text: "<@UBOT> senior?", ts: ts(mention) }));
    await slack.until(() => slack.callsOf("chat.postEphemeral").length > 0);
    await settle();
    expect(slack.callsOf("chat.postEphemeral")).toHaveLength(1);
    expect(slack.workspace.messages).toEqual([]);
  });
});
