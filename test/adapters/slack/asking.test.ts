import { describe, expect, it } from "vitest";
import { buttonLabels, pings, visibleText } from "../../fakes/slack/read-blocks.ts";
import { settle } from "../../fakes/clock.ts";
import { abstained, citation } from "../../support/answers.ts";
import { lesson } from "../../support/services.ts";
import { readFixture, startHarness } from "./harness.ts";
import type { Mode } from "./harness.ts";

const lessons = [lesson("senior")];
const ANSWER = "Senior: ₹18–35+ lakh a year (backend developers in India)";

/** The time stamp of an event's message. */
const ts = (payload: Record<string, unknown>): string => (payload["event"] as { ts: string }).ts;

describe.each<Mode>(["socket", "http"])("asking over %s", (mode) => {
  it("answers a mention in its thread, with where it stands and what is next", async () => {
    const { send, event, slack } = await startHarness({ mode, lessons });
    const mention = event("app_mention", { text: "<@UBOT> what does a senior earn?" });
    await send(mention);
    await slack.until(() => slack.workspace.messages.length === 1);
    const [message] = slack.workspace.messages;
    expect(message).toMatchObject({ channel: "C1", thread: ts(mention) });
    expect(visibleText(message?.blocks)).toContain(ANSWER);
    expect(visibleText(message?.blocks)).toContain("careers/salaries.md:31-34");
    expect(message?.text).toContain("Senior: ₹18–35+ lakh a year");
    expect(buttonLabels(message?.blocks)).toEqual(["Helpful", "Not helpful", "Pay by region"]);
  });

  it("answers a direct message in its own thread, shows that it searches and names the thread", async () => {
    const { send, event, slack } = await startHarness({ mode, lessons });
    const question = event("message_im", { text: "what does a senior earn?" });
    await send(question);
    await slack.until(() => slack.callsOf("assistant.threads.setTitle").length === 1);
    expect(slack.workspace.messages[0]).toMatchObject({ channel: "D1", thread: ts(question) });
    const order = slack.calls.map(({ method }) => method);
    expect(order.indexOf("assistant.threads.setStatus")).toBeLessThan(
      order.indexOf("chat.postMessage"),
    );
    expect(slack.callsOf("assistant.threads.setTitle")[0]?.args["title"]).toBe(
      "what does a senior earn?",
    );
  });

  it("answers a direct message inside a thread in that thread", async () => {
    const { send, event, slack } = await startHarness({ mode, lessons });
    await send(
      event("message_im", { text: "what does a senior earn?", thread_ts: "1700000000.000100" }),
    );
    await slack.until(() => slack.workspace.messages.length === 1);
    expect(slack.workspace.messages[0]?.thread).toBe("1700000000.000100");
  });

  it("answers /ask for the asker's eyes only, and offers to share it and to ask a human", async () => {
    const { send, slack } = await startHarness({
      mode,
      lessons,
      settings: { escalationChannel: "CHELP" },
    });
    const { id, url } = slack.responseUrl();
    await send({
      ...readFixture("slash_command"),
      text: "what does a senior earn?",
      response_url: url,
      trigger_id: "t1",
    });
    await slack.until(() => slack.responses.length === 1);
    const body = slack.responses[0]?.body;
    expect(slack.responses[0]?.id).toBe(id);
    expect(body?.["response_type"]).toBe("ephemeral");
    expect(visibleText(body?.["blocks"])).toContain(ANSWER);
    expect(buttonLabels(body?.["blocks"])).toEqual(
      expect.arrayContaining(["Share to channel", "Ask a human"]),
    );
    expect(slack.workspace.messages).toEqual([]);
  });

  it("opens a form for /ask alone, and answers in it", async () => {
    const { send, slack } = await startHarness({ mode, lessons });
    const trigger_id = slack.workspace.trigger();
    await send({
      ...readFixture("slash_command"),
      response_url: slack.responseUrl().url,
      trigger_id,
    });
    await slack.until(() => slack.workspace.views.size === 1);
    const [[id, view]] = [...slack.workspace.views] as [[string, Record<string, unknown>]];
    const submission = readFixture("view_submission");
    const ack = await send({
      ...submission,
      view: {
        ...(submission["view"] as object),
        id,
        callback_id: view["callback_id"],
        private_metadata: view["private_metadata"],
        state: {
          values: {
            docent_ask: {
              docent_ask: { type: "plain_text_input", value: "what does a senior earn?" },
            },
          },
        },
      },
    });
    expect(ack).toMatchObject({ response_action: "update" });
    expect(visibleText((ack as { view: { blocks: unknown } }).view.blocks)).toContain(ANSWER);
  });

  it("finds an answer to anybody's message by the message shortcut, and opens a form by the global one", async () => {
    const { send, slack } = await startHarness({ mode, lessons });
    const message = { type: "message", user: "U2", text: "what does a senior earn?", ts: "1.1" };
    await send({
      ...readFixture("message_shortcut"),
      message,
      response_url: slack.responseUrl().url,
      trigger_id: "t1",
    });
    await slack.until(() => slack.responses.length === 1);
    expect(visibleText(slack.responses[0]?.body["blocks"])).toContain(ANSWER);
    await send({ ...readFixture("global_shortcut"), trigger_id: slack.workspace.trigger() });
    await slack.until(() => slack.workspace.views.size === 1);
  });

  it("suggests up to four pinned questions when the agent view or an assistant thread opens", async () => {
    const pinned = ["One?", "Two?", "Three?", "Four?", "Five?"];
    const { send, event, slack } = await startHarness({ mode, pinned });
    await send(event("app_home_opened", { tab: "messages" }));
    await slack.until(() => slack.callsOf("assistant.threads.setSuggestedPrompts").length === 1);
    const [agent] = slack.callsOf("assistant.threads.setSuggestedPrompts");
    expect(agent?.args["thread_ts"]).toBeUndefined();
    expect(agent?.args["prompts"]).toHaveLength(4);
    await send(event("assistant_thread_started"));
    await slack.until(() => slack.callsOf("assistant.threads.setSuggestedPrompts").length === 2);
    expect(slack.callsOf("assistant.threads.setSuggestedPrompts")[1]?.args["thread_ts"]).toBe(
      "1.1",
    );
  });

  it("answers a message that arrives as app_mention and as message once", async () => {
    const { send, event, slack, metrics } = await startHarness({ mode, lessons });
    const mention = event("app_mention", { text: "<@UBOT> senior?" });
    const twin = event("message_channel", { text: "<@UBOT> senior?", ts: ts(mention) });
    await Promise.all([send(mention), send(twin)]);
    await slack.until(() => metrics.total("questions_ended_total") === 2);
    expect(slack.workspace.messages).toHaveLength(1);
    expect(metrics.total("questions_ended_total", { delivery: "duplicate" })).toBe(1);
  });

  it("keeps the acknowledgement back until the question is written down", async () => {
    const held = Promise.withResolvers<void>();
    const { send, event, slack } = await startHarness({
      mode,
      lessons,
      before: () => held.promise,
    });
    await send(event("app_mention", { text: "<@UBOT> senior?" }));
    // Acknowledged although it is not answered yet.
    expect(slack.workspace.messages).toEqual([]);
    held.resolve();
    await slack.until(() => slack.workspace.messages.length === 1);
  });
});

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

  it("offers three pinned questions for a mention without words elsewhere", async () => {
    const { send, event, slack } = await startHarness({
      lessons,
      pinned: ["One?", "Two?", "Three?", "Four?"],
    });
    await send(event("app_mention", { text: "<@UBOT>" }));
    await slack.until(() => slack.workspace.messages.length === 1);
    expect(buttonLabels(slack.workspace.messages[0]?.blocks)).toEqual(["One?", "Two?", "Three?"]);
  });

  it("says that it reads text only where there is only a file, and fetches nothing", async () => {
    const { send, event, said, slack } = await startHarness({ lessons });
    await send(
      event("message_im", {
        text: "",
        subtype: "file_share",
        files: [{ id: "F1", url_private: "http://x" }],
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

  it("says nothing to other bots, to itself, to edits of nothing and to what is not asked", async () => {
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
    await send(event("app_mention", { text: "<@UBOT> senior?" }));
    await slack.until(() => slack.callsOf("chat.postEphemeral").length === 1);
    expect(slack.workspace.messages).toEqual([]);
  });
});

describe("edits and deletions", () => {
  it("updates the answer when the question is edited, without a second one", async () => {
    const junior = lesson("junior", { citations: [citation({ page: "careers/junior.md" })] });
    const { send, event, slack, said } = await startHarness({ lessons: [...lessons, junior] });
    const mention = event("app_mention", { text: "<@UBOT> senior?" });
    await send(mention);
    await slack.until(() => slack.workspace.messages.length === 1);
    await send(edit(event, ts(mention), "<@UBOT> junior?"));
    await slack.until(() => slack.callsOf("chat.update").length === 1);
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain("careers/junior.md");
  });

  it("removes the answer when the question is deleted", async () => {
    const { send, event, slack } = await startHarness({ lessons });
    const mention = event("app_mention", { text: "<@UBOT> senior?" });
    await send(mention);
    await slack.until(() => slack.workspace.messages.length === 1);
    await send(event("message_deleted", { deleted_ts: ts(mention) }));
    await slack.until(() => slack.workspace.messages.length === 0);
  });

  it("drops the answer of a question that is deleted while it searches", async () => {
    const held = Promise.withResolvers<void>();
    const { send, event, slack, metrics } = await startHarness({
      lessons,
      before: () => held.promise,
    });
    const mention = event("app_mention", { text: "<@UBOT> senior?" });
    await send(mention);
    await send(event("message_deleted", { deleted_ts: ts(mention) }));
    held.resolve();
    while (metrics.total("questions_ended_total") === 0) await settle();
    expect(slack.callsOf("chat.postMessage")).toEqual([]);
  });

  function edit(
    event: Awaited<ReturnType<typeof startHarness>>["event"],
    of: string,
    text: string,
  ) {
    const now = event("message_changed");
    const stamp = ts(now);
    const message = {
      type: "message",
      user: "U1",
      text,
      team: "T1",
      ts: of,
      edited: { user: "U1", ts: stamp },
    };
    return event("message_changed", { message, previous_message: { ...message, text: "before" } });
  }
});

describe("who may read what", () => {
  const secret = citation({ audience: ["slack:group:S1"], page: "board/plan.md" });
  const guarded = [lesson("plan", { citations: [secret], related: [] })];

  it("answers a member of a group in a direct message, and nobody in a channel", async () => {
    const { send, event, slack, said } = await startHarness({ lessons: guarded });
    slack.workspace.groups.set("S1", ["U1"]);
    await send(event("message_im", { text: "the plan?" }));
    await slack.until(() => slack.workspace.messages.length === 1);
    expect(said("D1")[0]).toContain("board/plan.md");
    await send(event("app_mention", { text: "<@UBOT> the plan?" }));
    await slack.until(() => slack.workspace.messages.length === 2);
    expect(said("C1")[0]).toContain("I don't know");
  });

  it("gives a channel that other organisations read no label of this workspace", async () => {
    const { send, event, slack, asked } = await startHarness({ lessons });
    await send(event("app_mention", { text: "<@UBOT> senior?" }, { is_ext_shared_channel: true }));
    await slack.until(() => slack.workspace.messages.length === 1);
    await send(event("app_mention", { text: "<@UBOT> senior?", channel: "C2" }));
    await slack.until(() => slack.workspace.messages.length === 2);
    expect(asked.map(({ asker }) => asker.labels)).toEqual([
      ["slack:channel:C1"],
      ["slack:team:T1", "slack:channel:C2"],
    ]);
  });

  it("shows people without groups less, never more, where Slack does not name groups", async () => {
    const { send, event, slack, said } = await startHarness({ lessons: guarded });
    slack.always("usergroups.list", { reply: { ok: false, error: "missing_scope" } });
    await send(event("message_im", { text: "the plan?" }));
    await slack.until(() => slack.workspace.messages.length === 1);
    expect(said("D1")[0]).toContain("I don't know");
  });
});

describe("hostile words", () => {
  it("pings nobody, whatever page, question and heading say", async () => {
    const words = "<!channel> <@U2> <!subteam^S1>";
    const outcome = abstained({
      didYouMean: words,
      related: [citation({ headings: [words, words] })],
    });
    const { send, event, slack } = await startHarness({ lessons: [{ word: "ping", outcome }] });
    await send(event("app_mention", { text: `<@UBOT> ping <!channel> ${words}` }));
    await slack.until(() => slack.workspace.messages.length === 1);
    const [message] = slack.workspace.messages;
    expect(pings(message?.blocks, message?.text)).toEqual([]);
  });
});
