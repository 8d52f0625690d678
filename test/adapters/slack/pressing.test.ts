import { describe, expect, it } from "vitest";
import { settle } from "../../fakes/clock.ts";
import { buttonLabels, pressables, visibleText } from "../../fakes/slack/read-blocks.ts";
import { abstained, citation, paragraph } from "../../support/answers.ts";
import { lesson } from "../../support/services.ts";
import { readFixture, startHarness } from "./harness.ts";
import type { Harness, HarnessOptions } from "./harness.ts";

type Payload = Record<string, unknown>;

/** A question answered in a channel, and the message it was answered with. */
async function answered(text: string, options: HarnessOptions = {}) {
  const harness = await startHarness(options);
  const mention = harness.event("app_mention", { text: `<@UBOT> ${text}` });
  await harness.send(mention);
  await harness.slack.until(() => harness.slack.workspace.messages.length === 1);
  const [message] = harness.slack.workspace.messages;
  if (message === undefined) throw new Error("no answer");
  const { ts, thread } = message;
  const container = {
    type: "message",
    message_ts: ts,
    channel_id: "C1",
    is_ephemeral: false,
    thread_ts: thread,
  };
  const shown = { ts, thread_ts: thread, text: message.text, blocks: message.blocks };
  return { ...harness, message, container, on: { container, message: shown } };
}

/** The same for the asker's eyes only. */
async function whispered(text: string, options: HarnessOptions = {}) {
  const harness = await startHarness(options);
  const url = harness.slack.responseUrl().url;
  await harness.send({
    ...readFixture("slash_command"),
    text,
    response_url: url,
    trigger_id: "t1",
  });
  await harness.slack.until(() => harness.slack.responses.length === 1);
  const blocks = harness.slack.responses[0]?.body["blocks"];
  const container = { type: "message", message_ts: "1.5", channel_id: "C1", is_ephemeral: true };
  return { ...harness, blocks, on: { container } };
}

const lastResponse = ({ slack }: Pick<Harness, "slack">): Payload =>
  slack.responses.at(-1)?.body ?? {};
const lastView = ({ slack }: Pick<Harness, "slack">): Payload =>
  [...slack.workspace.views.values()].at(-1) as Payload;

describe("feedback", () => {
  it("counts a vote, marks it on the button and sends no message", async () => {
    const { send, press, message, on, slack, metrics } = await answered("senior?", {
      lessons: [lesson("senior")],
    });
    await send(press(message.blocks, "Helpful", on));
    await slack.until(() => slack.callsOf("chat.update").length === 1);
    expect(buttonLabels(message.blocks)).toContain("Helpful ✓");
    expect(metrics.total("votes_total", { vote: "helpful" })).toBe(1);
    expect(slack.workspace.messages).toHaveLength(1);
  });

  it('can be changed, and asks for one optional line after "Not helpful"', async () => {
    const { send, press, message, on, slack, metrics } = await answered("senior?", {
      lessons: [lesson("senior")],
    });
    await send(press(message.blocks, "Helpful", on));
    await slack.until(() => slack.callsOf("chat.update").length === 1);
    await send(
      press(message.blocks, "Not helpful", {
        ...on,
        message: { ...on.message, blocks: message.blocks },
      }),
    );
    await slack.until(() => slack.callsOf("chat.update").length === 2);
    expect(buttonLabels(message.blocks)).toEqual(["Helpful", "Not helpful ✓", "Pay by region"]);
    const [[id, view]] = [...slack.workspace.views] as [[string, Payload]];
    await send(
      submission(id, view, {
        docent_feedback: { docent_feedback: { value: "architects are missing" } },
      }),
    );
    await slack.until(() => metrics.total("votes_total", { vote: "not-helpful" }) === 2);
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
    (forged["actions"] as [{ value: string }])[0].value = "helpful:forged";
    await send(forged);
    await slack.until(() => slack.responses.length === 1);
    expect(visibleText(lastResponse(harness)["blocks"])).toBe(
      "That answer is too old to be rated.",
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
    expect(visibleText(lastView(harness)["blocks"])).toContain("not known any more");
  });

  it("asks what was probably meant, in the same thread", async () => {
    const meant = {
      word: "senoir",
      outcome: abstained({ didYouMean: "what does a senior earn?" }),
    };
    const { send, press, message, on, slack, clock } = await answered("senoir?", {
      lessons: [meant, lesson("senior")],
    });
    await send(press(message.blocks, "Did you mean: what does a senior earn?", on));
    while (slack.workspace.messages.length < 2) await clock.advance(500);
    expect(slack.workspace.messages[1]?.thread).toBe(message.thread);
    expect(visibleText(slack.workspace.messages[1]?.blocks)).toContain("Senior: ₹18–35+");
  });
});

describe("sharing", () => {
  it("posts what only the asker saw into the channel, naming who shared it", async () => {
    const whisper = await whispered("senior?", { lessons: [lesson("senior")] });
    const { send, press, blocks, on, slack, said } = whisper;
    await send(press(blocks, "Share to channel", on));
    await slack.until(() => slack.responses.length === 2);
    expect(said("C1")[0]).toContain("Shared by @U1: senior?");
    expect(said("C1")[0]).toContain("Senior: ₹18–35+");
  });

  it("keeps with the asker what not everybody in the channel may read", async () => {
    const secret = citation({ audience: ["slack:user:U1"] });
    const whisper = await whispered("plan?", {
      lessons: [lesson("plan", { citations: [secret], related: [] })],
    });
    const { send, press, blocks, on, slack, said } = whisper;
    await send(press(blocks, "Share to channel", on));
    await slack.until(() => slack.responses.length === 2);
    expect(said()).toEqual([]);
    expect(visibleText(lastResponse(whisper)["blocks"])).toContain("Not everybody in this channel");
  });
});

describe("ask a human", () => {
  const settings = { escalationChannel: "CHELP" };

  it("posts the question with a link to where it was asked, and says so to the asker", async () => {
    const harness = await answered("who won the match?", { settings });
    const { send, press, message, on, slack, said } = harness;
    await send(press(message.blocks, "Ask a human", on));
    await slack.until(() => slack.responses.length === 1);
    expect(said("CHELP")[0]).toContain("who won the match?");
    const blocks = slack.workspace.messages.find(({ channel }) => channel === "CHELP")?.blocks;
    expect(JSON.stringify(blocks)).toContain("https://t1.slack.example/archives/C1/p");
    expect(visibleText(lastResponse(harness)["blocks"])).toContain("I asked the humans");
  });

  it("is one call for help, however often it is pressed", async () => {
    const { send, press, message, on, slack, said } = await answered("who won the match?", {
      settings,
    });
    await send(press(message.blocks, "Ask a human", on));
    await slack.until(() => slack.responses.length === 1);
    await send(press(message.blocks, "Ask a human", on));
    await slack.until(() => slack.responses.length === 2);
    expect(said("CHELP")).toHaveLength(1);
  });

  it("lets a human take it and resolve it, and brings the answer to where it was asked", async () => {
    const { send, press, message, on, slack, clock, said } = await answered("who won the match?", {
      settings,
    });
    await send(press(message.blocks, "Ask a human", on));
    await slack.until(() => slack.responses.length === 1);
    const help = slack.workspace.messages.find(({ channel }) => channel === "CHELP");
    const human = { user: { id: "U9", team_id: "T1" }, channel: { id: "CHELP" } };
    await send(press(help?.blocks, "I take it", human));
    await slack.until(() => said("CHELP")[0]?.includes("Taken by @U9") === true);
    await send(press(help?.blocks, "Resolve…", human));
    await slack.until(() => slack.workspace.views.size === 1);
    const [[id, view]] = [...slack.workspace.views] as [[string, Payload]];
    await send({
      ...submission(id, view, { docent_resolve: { docent_resolve: { value: "The blue team." } } }),
      user: human.user,
    });
    while (said("C1").length < 2) await clock.advance(500);
    expect(said("CHELP")[0]).toContain("Resolved by @U9");
    expect(pressables(help?.blocks)).toEqual([]);
    expect(said("C1")[1]).toContain("The blue team.");
    expect(slack.workspace.messages.at(-1)?.thread).toBe(message.thread);
  });

  it("tells the asker when the knowledge has learnt it", async () => {
    const harness = await answered("who won the match?");
    const { send, press, message, on, slack, adapter, said, services, clock } = harness;
    await send(press(message.blocks, "Tell me when you know", on));
    await slack.until(() => slack.responses.length === 1);
    const asker = { id: "slack:T1:U1", labels: [] };
    const answer = await services.assistant.ask({ text: "hello", asker });
    await adapter.tell("slack:T1:U1", answer);
    await clock.advance(0);
    expect(said("U1")[0]).toContain("Now I know:");
  });
});

describe("Home", () => {
  it("offers a search field, questions, topics, and says what is seen and why", async () => {
    const { send, event, slack } = await startHarness({
      lessons: [lesson("senior")],
      pinned: ["One?", "Two?"],
    });
    await send(event("app_home_opened"));
    await slack.until(() => slack.workspace.views.has("U1"));
    const view = slack.workspace.views.get("U1") as Payload;
    expect(visibleText(view["blocks"])).toContain("Ask Docent");
    expect(buttonLabels(view["blocks"])).toEqual(["One?", "Two?", "careers (2)"]);
    expect(visibleText(view["blocks"])).toContain("2 pages: what is public");
  });

  it("answers a search in a modal, and browses from a topic to its pages", async () => {
    const harness = await startHarness({ lessons: [lesson("senior")] });
    const { send, event, slack, press } = harness;
    await send(event("app_home_opened"));
    await slack.until(() => slack.workspace.views.has("U1"));
    const home = slack.workspace.views.get("U1") as Payload;
    const from = {
      container: { type: "view" },
      view: { ...home, id: "V0" },
      response_url: undefined,
    };
    const action = {
      type: "plain_text_input",
      action_id: "docent_search",
      block_id: "docent_search",
      value: "senior?",
      action_ts: "1.3",
    };
    await send({ ...press(home["blocks"], "careers (2)", from), actions: [action] });
    await slack.until(() => visibleText(lastView(harness)["blocks"]).includes("Senior: ₹18–35+"));
    await send(press(home["blocks"], "careers (2)", from));
    await slack.until(() => buttonLabels(lastView(harness)["blocks"]).includes("Salaries"));
    const topic = lastView(harness);
    await send(press(topic["blocks"], "Salaries", { ...from, view: { ...topic, id: "V1" } }));
    await slack.until(() => slack.callsOf("views.push").length === 1);
    expect(visibleText(lastView(harness)["blocks"])).toContain("careers/salaries.md");
  });
});

describe("administration", () => {
  const command = (slack: Harness["slack"], text: string, fields: Payload = {}): Payload => ({
    ...readFixture("slash_command"),
    command: "/docent",
    text,
    response_url: slack.responseUrl().url,
    ...fields,
  });

  it("hands the line to the core for an admin of this workspace, and draws the reply with its next steps", async () => {
    const harness = await startHarness();
    const { send, slack, commands, press } = harness;
    slack.workspace.people.set("U1", { id: "U1", is_admin: true });
    await send(command(slack, "status"));
    await slack.until(() => slack.responses.length === 1);
    expect(commands[0]).toMatchObject({
      line: "status",
      actor: { admin: true, from: "slack", place: "slack:T1:C1" },
    });
    expect(lastResponse(harness)["response_type"]).toBe("ephemeral");
    expect(visibleText(lastResponse(harness)["blocks"])).toBe("Done: status");
    await send(press(lastResponse(harness)["blocks"], "Problems"));
    await slack.until(() => commands.length === 2);
    expect(commands[1]?.line).toBe("problems");
  });

  it.each([
    ["a member", { id: "U1" }, {}],
    ["a guest", { id: "U1", is_admin: true, is_restricted: true }, {}],
    ["an admin of another workspace", { id: "U1", is_admin: true }, { team_id: "T2" }],
    ["somebody Slack counts elsewhere", { id: "U1", is_admin: true, team_id: "T2" }, {}],
  ])("does not take %s for an admin", async (_, who, fields) => {
    const { send, slack, commands } = await startHarness();
    slack.workspace.people.set("U1", who);
    await send(command(slack, "reload", fields));
    await slack.until(() => commands.length === 1);
    expect(commands[0]?.actor.admin).toBe(false);
    await settle();
  });

  it("takes the people and user groups of SLACK_ADMINS, and then no others", async () => {
    const { send, slack, commands } = await startHarness({ settings: { admins: ["U7", "S1"] } });
    slack.workspace.people.set("U1", { id: "U1", is_admin: true });
    slack.workspace.groups.set("S1", ["U8"]);
    for (const user_id of ["U1", "U7", "U8"]) await send(command(slack, "status", { user_id }));
    await slack.until(() => commands.length === 3);
    const verdicts = commands.map(({ actor }) => [actor.asker.id, actor.admin]);
    expect(Object.fromEntries(verdicts)).toEqual({
      "slack:T1:U1": false,
      "slack:T1:U7": true,
      "slack:T1:U8": true,
    });
  });
});

function submission(id: string, view: Payload, values: unknown): Payload {
  const base = readFixture("view_submission");
  const { callback_id, private_metadata } = view;
  return {
    ...base,
    view: { ...(base["view"] as object), id, callback_id, private_metadata, state: { values } },
  };
}
