import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buttonId, type Answer } from "../../../src/index.ts";
import type { Screen } from "../../fakes/discord/screen.ts";
import { screenOf } from "../../fakes/discord/screen.ts";
import type { Shown } from "../../fakes/discord/people.ts";
import { BOT } from "../../fakes/discord/payloads.ts";
import { found, paragraph } from "../../support/answers.ts";
import { ADA, BEN, createSetting, GENERAL, GUILD, HUMANS, MANAGE_GUILD, type Setting } from "./setting.ts";

/** A question whose answer is longer than a message of Discord's. */
const LONG = "How do I migrate?";
const STEPS = Array.from({ length: 150 }, (_, step) => paragraph(`Do step number ${step + 1} of the migration.`, step + 1));

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting({
    instead: (assistant) => ({
      ...assistant,
      ask: async (query, signal) => lengthen(await assistant.ask(query, signal)),
      recall: async (id, asker) => lengthen(await assistant.recall(id, asker)),
    }),
  });
});
afterAll(async () => {
  await setting.stop();
  expect(setting.fake.problems).toEqual([]);
});

const ada = { user: ADA, guild: GUILD, channel: GENERAL };
const ben = { user: BEN, guild: GUILD, channel: GENERAL };

function lengthen<A extends Answer | undefined>(answer: A): A {
  return answer?.query.text === LONG ? { ...answer, ...found({ id: answer.id, body: STEPS }) } : answer;
}

async function asked(question: string, acting = ada): Promise<Screen & Shown> {
  const { people } = setting;
  const given = people.slash(acting, "ask", { question });
  await people.until(() => given.shown, "the answer");
  return people.sees(given);
}

const labels = (body: unknown): string[] => screenOf(body).buttons.map((button) => button.label);

describe("feedback", () => {
  it("is one click, marked on the button, changeable, and asks what was wrong after a thumbs-down", async () => {
    const { people, gaps, metrics } = setting;
    const answer = await asked("Where is the colour printer?");
    const up = people.press(ada, answer, "Helpful");
    const marked = await people.until(() => up.updated, "the mark");
    expect(labels(marked)).toContain("Helpful ✓");
    expect(screenOf(marked).text).toBe(answer.text);
    expect(up.callbacks).toEqual([7]);
    const down = people.press(ada, { id: answer.id, body: marked }, "Not helpful");
    const changed = await people.until(() => down.updated, "the other mark");
    expect(labels(changed)).toEqual(expect.arrayContaining(["Helpful", "Not helpful ✓", "What was wrong?"]));
    const wrong = people.press(ada, { id: answer.id, body: changed }, "What was wrong?");
    const form = await people.until(() => wrong.modal, "the form");
    const sent = people.submit(ada, form, "It moved to the third floor", { id: answer.id, body: changed });
    await people.until(() => sent.shown, "the thanks");
    expect(people.sees(sent)).toMatchObject({ ephemeral: true, text: expect.stringContaining("Thank you") });
    expect(metrics.total("votes_total", { vote: "not-helpful" })).toBe(2);
    expect(gaps.length).toBeGreaterThan(0);
  });

  it("on a public answer is anybody's, and changes the message itself", async () => {
    const { people } = setting;
    const id = people.says(ada, `<@${BOT.id}> where is the colour printer?`);
    const [answer] = await people.until(() => people.seesIn(id).length > 0 && people.seesIn(id), "the answer");
    if (answer === undefined) throw new Error("no answer");
    const up = people.press({ ...ben, channel: { id, type: 11, name: "" } }, answer, "Helpful");
    await people.until(() => up.updated, "the mark");
  });
});

describe("buttons", () => {
  it("show all of a long answer, to who pressed only", async () => {
    const { people } = setting;
    const answer = await asked(LONG);
    expect(answer.text).toMatch(/… \d+ more lines/u);
    const all = people.press(ben, answer, "Show all");
    await people.until(() => all.shown && all.followUps.length > 0, "the rest");
    const whole = [all.shown, ...all.followUps].map((one) => screenOf(one));
    expect(whole.every((screen) => screen.ephemeral)).toBe(true);
    const text = whole.map((screen) => screen.text).join("\n");
    for (const step of [1, 75, 150]) expect(text).toContain(`Do step number ${step} of the migration.`);
  });

  it("open what is related", async () => {
    const { people } = setting;
    const answer = await asked("Where is the colour printer?");
    const related = answer.buttons.find((button) => button.id.includes(":related:"));
    if (related === undefined) return expect(answer.buttons.length).toBeGreaterThan(0);
    const opened = people.pressId(ada, answer, related.id);
    await people.until(() => opened.shown, "the passage");
    expect(people.sees(opened)).toMatchObject({ ephemeral: true });
    expect(people.sees(opened).text).toMatch(/\.md:\d/u);
  });

  it("that are forged, foreign or old say that they have expired and change nothing", async () => {
    const { people, store } = setting;
    const answer = await asked("Where is the colour printer?");
    const ids = [
      "x".repeat(100),
      "hello",
      buttonId("helpful", "A".repeat(22)),
      buttonId("all", "B".repeat(22)),
      buttonId("related", answer.id, 9_999),
      buttonId("human", "../../etc"),
      buttonId("unknown", "C"),
      buttonId("topic", "", 3),
      buttonId("page", "nothing", 3),
      "d1:share:__proto__:0",
    ];
    for (const id of ids) {
      const pressed = people.pressId(ben, answer, id);
      await people.until(() => pressed.shown, `the end of ${id}`);
      expect(people.sees(pressed)).toMatchObject({ ephemeral: true, text: "This has expired. Please ask again." });
    }
    expect(await store.get("answer:__proto__")).toBeUndefined();
  });

  it("of what somebody else may not read say the same", async () => {
    const { people } = setting;
    const answer = await asked("How long can a sabbatical be?");
    expect(answer.text).toContain("three months");
    const pressed = people.pressId(ben, answer, answer.buttons[0]?.id.replace("helpful", "all") ?? "");
    await people.until(() => pressed.shown, "the end");
    expect(people.sees(pressed).text).toBe("This has expired. Please ask again.");
  });
});

describe("a question without an answer", () => {
  it("goes to people with a link back, is taken and resolved by who may, and its answer reaches who asked", async () => {
    const { people, fake, drafts } = setting;
    const nothing = await asked("Who waters the quixotic bonsai?");
    expect(nothing.text).toContain("I don't know");
    const human = people.press(ada, nothing, "Ask a human");
    await people.until(() => human.shown, "the confirmation");
    const again = people.press(ada, nothing, "Ask a human");
    await people.until(() => again.shown, "the second confirmation");
    const [call, ...others] = people.seesIn(HUMANS.id);
    if (call === undefined) throw new Error("nobody was asked");
    expect(others).toEqual([]);
    expect(call.text).toContain("Who waters the quixotic bonsai?");
    expect(call.links).toContain(`https://discord.com/channels/${GUILD.id}/${GENERAL.id}`);
    const place = { guild: GUILD, channel: HUMANS };
    const stranger = people.press({ ...place, user: BEN }, call, "I take it");
    await people.until(() => stranger.shown, "the refusal");
    expect(people.sees(stranger).text).toContain("Only people with the role");
    const helper = { ...place, user: BEN, permissions: MANAGE_GUILD };
    const taken = people.press(helper, call, "I take it");
    expect(screenOf(await people.until(() => taken.updated, "taken")).text).toContain("Taken by");
    const resolving = people.press(helper, call, "Mark as resolved");
    const form = await people.until(() => resolving.modal, "the form");
    const resolved = people.submit(helper, form, "The facility team does, on *Fridays*.", call);
    expect(screenOf(await people.until(() => resolved.updated, "resolved")).text).toContain("Resolved by");
    const inbox = fake.directChannel(ADA.id);
    const [told] = await people.until(() => people.seesIn(inbox).length > 0 && people.seesIn(inbox), "the message");
    expect(told?.text).toContain("The facility team does, on *Fridays*.");
    expect(drafts).toEqual([{ question: "Who waters the quixotic bonsai?", answer: "The facility team does, on *Fridays*." }]);
  });

  it("a press forged from another channel takes and resolves nothing", async () => {
    const { people, services } = setting;
    const nothing = await asked("Who feeds the quixotic llama?");
    const human = people.press(ada, nothing, "Ask a human");
    await people.until(() => human.shown, "the confirmation");
    const call = people.seesIn(HUMANS.id).at(-1);
    const id = call?.buttons[0]?.id ?? "";
    const forged = people.pressId({ ...ada, permissions: MANAGE_GUILD }, nothing, id);
    await people.until(() => forged.shown, "the refusal");
    expect(await services.escalations.get(id.split(":")[2] ?? "")).toMatchObject({ state: "open" });
  });

  it("is told to who wanted to hear when there is an answer", async () => {
    const { people, adapter, fake, services, store } = setting;
    const nothing = await asked("Who polishes the quixotic gong?");
    const tell = people.press(ada, nothing, "Tell me when you know");
    await people.until(() => tell.shown, "the promise");
    const wishes: unknown[] = [];
    for await (const [, wish] of store.entries("wish:")) wishes.push(wish);
    expect(wishes).toMatchObject([{ channel: `discord:${ADA.id}` }]);
    const answer = await services.assistant.ask({ text: "Where is the colour printer?", asker: { id: "discord:501", labels: [] } });
    await adapter.tell(`discord:${ADA.id}`, answer);
    await adapter.tell(`discord:${ADA.id}`, answer);
    const told = people.seesIn(fake.directChannel(ADA.id)).filter((message) => message.text.includes("second floor"));
    expect(told).toHaveLength(1);
    await expect(adapter.tell("slack:T1:U1", answer)).rejects.toMatchObject({ code: "usage" });
  });
});

describe("administration", () => {
  it("runs for who manages the server, with the next steps as buttons", async () => {
    const { people, commands } = setting;
    const admin = { ...ada, permissions: MANAGE_GUILD };
    const status = people.slash(admin, "docent", {}, "status");
    await people.until(() => status.shown, "the status");
    expect(people.sees(status)).toMatchObject({ ephemeral: true, text: "ran status" });
    expect(commands.at(-1)).toMatchObject({ line: "status", actor: { admin: true, place: `discord:${GUILD.id}:${GENERAL.id}` } });
    const reload = people.press(admin, people.sees(status), "Reload");
    await people.until(() => reload.shown, "the reload");
    expect(commands.at(-1)).toMatchObject({ line: "reload", actor: { admin: true } });
    const why = people.slash(admin, "docent", { question: "who  reads\nthis?" }, "why");
    await people.until(() => why.shown, "why");
    expect(commands.at(-1)?.line).toBe("why who reads this?");
  });

  it("is refused to everybody else, also by a button that was seen elsewhere, and through another installation", async () => {
    const { people, commands } = setting;
    const none = people.slash(ben, "docent", {}, "reload");
    await people.until(() => none.shown, "the refusal");
    expect(commands.at(-1)?.actor.admin).toBe(false);
    const borrowed = { ...ada, permissions: MANAGE_GUILD, userInstalled: true };
    const foreign = people.slash(borrowed, "docent", {}, "reload");
    await people.until(() => foreign.shown, "the refusal");
    expect(commands.at(-1)?.actor.admin).toBe(false);
    const forget = people.slash(ben, "forget-me");
    await people.until(() => forget.shown, "forgetting");
    expect(commands.at(-1)).toMatchObject({ line: "forget-me", actor: { admin: false, asker: { id: "discord:502" } } });
  });
});
