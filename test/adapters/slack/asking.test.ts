import { describe, expect, it } from "vitest";
import { buttonLabels, pings, visibleText } from "../../fakes/slack/read-blocks.ts";
import { abstained, citation } from "../../support/answers.ts";
import { lesson } from "../../support/scripted-core.ts";
import { readFixture, startHarness, ts } from "./harness.ts";
import type { Mode } from "./harness.ts";

const lessons = [lesson("senior")];
const ANSWER = "Senior: ₹18–35+ lakh a year (backend developers in India)";

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

  it("takes its status back where it has nothing more to say", async () => {
    const { send, event, slack, clock, said } = await startHarness({ mode, lessons });
    const cleared = () =>
      slack.callsOf("assistant.threads.setStatus", ({ status }) => status === "");
    for (let asked = 0; asked < 7; asked += 1) await send(event("message_im", { text: "senior?" }));
    while (cleared().length < 2) await clock.advance(500);
    expect(said()).toHaveLength(6);
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

  it("fault 39: answers a message that arrives as app_mention and as message once", async () => {
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

describe("hostile words", () => {
  it("fault 33: pings nobody, whatever page, question and heading say", async () => {
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
