import { describe, expect, it } from "vitest";
import { buttonLabels, pressables, visibleText } from "../../fakes/slack/read-blocks.ts";
import { HANDBOOK, LAST_RULE, MISSPELT, RESET, RULES } from "../../support/handbook.ts";
import { readFixture, ts } from "./harness.ts";
import type { Mode } from "./harness.ts";
import { opening, pressIn, pressOn } from "./pressing.ts";
import type { Payload } from "./pressing.ts";
import { shareProgram } from "./shared-program.ts";

const ANSWER = "in the portal, under Security";

describe.each<Mode>(["socket", "http"])("reading on in the program, over %s", (mode) => {
  const program = shareProgram({ mode, pages: HANDBOOK });
  const opens = (sent: Payload) => opening(program().slack, () => program().send(sent));
  const seenIn = ([, view]: readonly [string, Payload]): string => visibleText(view["blocks"]);
  const inThread = (root: string) =>
    program().slack.workspace.messages.filter(({ thread }) => thread === root);

  /** Asks by name, each time in a channel of its own; the question's time stamp and the answer. */
  async function asked(text: string, user: string) {
    const { slack, send, event } = program();
    const mention = event("app_mention", { text: `<@UBOT> ${text}`, user, channel: `C${user}` });
    await send(mention);
    await slack.until(() => inThread(ts(mention)).length === 1);
    return { root: ts(mention), answer: inThread(ts(mention))[0] };
  }

  async function home(user: string): Promise<readonly [string, Payload]> {
    const { slack, send, event } = program();
    await send(event("app_home_opened", { user }));
    await slack.until(() => slack.workspace.views.has(user));
    return ["VHOME", slack.workspace.views.get(user) as Payload];
  }

  it("shows all of an answer that is longer than a message", async () => {
    const { answer } = await asked(RULES, "U10");
    expect(visibleText(answer?.blocks)).toContain("Rule 1:");
    expect(visibleText(answer?.blocks)).not.toContain(LAST_RULE);
    expect(seenIn(await opens(pressOn(program().slack, answer, "Show all")))).toContain(LAST_RULE);
  });

  it("shows it where only the asker saw the answer, too", async () => {
    const { slack, send } = program();
    const { id, url: response_url } = slack.responseUrl();
    const typed = { text: RULES, user_id: "U11", response_url, trigger_id: id };
    await send({ ...readFixture("slash_command"), ...typed });
    const came = () => slack.responses.find((one) => one.id === id);
    await slack.until(() => came() !== undefined);
    const all = pressables(came()?.body["blocks"]).find(({ label }) => label === "Show all");
    const view = await opens({
      ...readFixture("block_actions"),
      user: { id: "U11", team_id: "T1" },
      trigger_id: slack.workspace.trigger(),
      response_url: slack.responseUrl().url,
      container: { type: "message", message_ts: "1.5", channel_id: "C1", is_ephemeral: true },
      actions: [{ type: "button", action_id: all?.actionId, value: all?.value, action_ts: "11.1" }],
    });
    expect(seenIn(view)).toContain(LAST_RULE);
  });

  it("opens what is related to an answer", async () => {
    const { answer } = await asked("vpn token", "U12");
    const view = await opens(pressOn(program().slack, answer, "Lend the VPN token"));
    expect(seenIn(view)).toContain("never lent, not even to colleagues");
    expect(seenIn(view)).toContain("it/vpn.md");
  });

  it("asks what was probably meant, for whoever pressed, in the same thread", async () => {
    const { slack, send } = program();
    const { root, answer } = await asked(MISSPELT, "U13");
    expect(visibleText(answer?.blocks)).toContain("I don't know");
    await send(pressOn(slack, answer, "printer token"));
    await slack.until(() => inThread(root).length === 2);
  });

  it("offers questions to whoever only named it, and asks the one that is pressed", async () => {
    const { slack, send } = program();
    const { root, answer } = await asked("", "U14");
    expect(buttonLabels(answer?.blocks)).toEqual([RESET, RULES]);
    await send(pressOn(slack, answer, RESET));
    await slack.until(() => inThread(root).length === 2);
    expect(visibleText(inThread(root)[1]?.blocks)).toContain(ANSWER);
  });

  it("answers in the agent view: prompts, a status while it searches, a title, and follow-ups", async () => {
    const { slack, send, event } = program();
    const at = { channel: "D15", user: "U15" };
    await send(event("app_home_opened", { ...at, tab: "messages" }));
    const prompts = () => slack.callsOf("assistant.threads.setSuggestedPrompts");
    await slack.until(() => prompts().length === 1);
    const offered = prompts()[0]?.args["prompts"] as { readonly message: string }[];
    expect(offered.map(({ message }) => message)).toEqual([RESET, RULES]);
    const picked = event("message_im", { ...at, text: offered[0]?.message });
    await send(picked);
    await slack.until(() => slack.callsOf("assistant.threads.setTitle").length === 1);
    const about = { channel_id: "D15", thread_ts: ts(picked) };
    expect(slack.callsOf("assistant.threads.setTitle")[0]?.args).toMatchObject(about);
    expect(slack.callsOf("assistant.threads.setStatus")[0]?.args).toMatchObject(about);
    expect(visibleText(inThread(ts(picked))[0]?.blocks)).toContain(ANSWER);
    await send(
      event("message_im", { ...at, text: "and may colleagues lend it?", thread_ts: ts(picked) }),
    );
    await slack.until(() => inThread(ts(picked)).length === 2);
    expect(visibleText(inThread(ts(picked))[1]?.blocks)).toContain("never lent");
  });

  it("answers what is searched for on Home, and what is offered there", async () => {
    const { slack } = program();
    const on = await home("U16");
    expect(seenIn(on)).toContain("3 pages: what is public");
    const search = { type: "plain_text_input", action_id: "docent_search", value: RULES };
    const press = pressIn(slack, on, RESET);
    const answered = async ([id]: readonly [string, Payload], words: string): Promise<void> => {
      const now = () => slack.workspace.views.get(id) as Payload;
      await slack.until(() => visibleText(now()["blocks"]).includes(words));
    };
    await answered(await opens(press), ANSWER);
    const typed = { ...search, block_id: "docent_search", action_ts: "16.1" };
    await answered(
      await opens({ ...press, trigger_id: slack.workspace.trigger(), actions: [typed] }),
      "Rule 1:",
    );
  });

  it("browses from Home's topics to their pages", async () => {
    const { slack } = program();
    const on = await home("U17");
    expect(buttonLabels(on[1]["blocks"])).toEqual([RESET, RULES, "It (2)", "Office (1)"]);
    const topic = await opens(pressIn(slack, on, "It (2)"));
    expect(buttonLabels(topic[1]["blocks"])).toEqual(["Laptops", "VPN"]);
    expect(seenIn(await opens(pressIn(slack, topic, "Laptops")))).toContain("from the help desk");
  });
});
