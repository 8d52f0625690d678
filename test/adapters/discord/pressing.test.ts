import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buttonId, type Answer } from "../../../src/index.ts";
import type { Screen } from "../../fakes/discord/screen.ts";
import { screenOf } from "../../fakes/discord/screen.ts";
import type { Shown } from "../../fakes/discord/people.ts";
import { BOT } from "../../fakes/discord/payloads.ts";
import { found, paragraph } from "../../support/answers.ts";
import { ADA, BEN, createSetting, GENERAL, GUILD, type Setting } from "./setting.ts";

/** A question whose answer is longer than a message of Discord's. */
const LONG = "How do I migrate?";
const STEPS = Array.from({ length: 150 }, (_, step) =>
  paragraph(`Do step number ${step + 1} of the migration.`, step + 1),
);

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting({
    instead: (assistant) => ({
      ...assistant,
      ask: async (...asked) => lengthen(await assistant.ask(...asked)),
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
  return answer?.query.text === LONG
    ? { ...answer, ...found({ id: answer.id, body: STEPS }) }
    : answer;
}

async function asked(question: string, acting = ada): Promise<Screen & Shown> {
  const { people } = setting;
  const given = people.slash(acting, "ask", { question });
  await people.until(() => given.shown, "the answer");
  return people.sees(given);
}

/** Every kind of button that leads to something of somebody's. */
const ACTS = ["helpful", "not-helpful", "all", "related", "share", "mean", "human", "tell", "page"];

async function everything(): Promise<readonly string[]> {
  const rows: string[] = [];
  for await (const [key, value] of setting.store.entries(""))
    rows.push(`${key} ${JSON.stringify(value)}`);
  return rows.sort();
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
    expect(labels(changed)).toEqual(
      expect.arrayContaining(["Helpful", "Not helpful ✓", "What was wrong?"]),
    );
    const wrong = people.press(ada, { id: answer.id, body: changed }, "What was wrong?");
    const form = await people.until(() => wrong.modal, "the form");
    const sent = people.submit(ada, form, "It moved to the third floor", {
      id: answer.id,
      body: changed,
    });
    await people.until(() => sent.shown, "the thanks");
    expect(people.sees(sent)).toMatchObject({
      ephemeral: true,
      text: expect.stringContaining("Thank you"),
    });
    expect(metrics.total("votes_total", { vote: "not-helpful" })).toBe(2);
    expect(gaps.length).toBeGreaterThan(0);
  });

  it("on a public answer is anybody's, and changes the message itself", async () => {
    const { people } = setting;
    const id = people.says(ada, `<@${BOT.id}> where is the colour printer?`);
    const [answer] = await people.until(
      () => people.seesIn(id).length > 0 && people.seesIn(id),
      "the answer",
    );
    if (answer === undefined) throw new Error("no answer");
    const up = people.press({ ...ben, channel: { id, type: 11, name: "" } }, answer, "Helpful");
    const marked = await people.until(() => up.updated, "the mark");
    expect(labels(marked)).toContain("Helpful ✓");
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
    for (const step of [1, 75, 150])
      expect(text).toContain(`Do step number ${step} of the migration.`);
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

  it("fault 80: that are forged, foreign or old say that they have expired and change nothing", async () => {
    const { people, store, commands } = setting;
    const answer = await asked("Where is the colour printer?");
    await people.until(() => setting.reception.inFlight() === 0, "the end of the question");
    const before = await everything();
    const commandsBefore = commands.length;
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
      ...Array.from({ length: 1_000 }, (_, index) =>
        buttonId(ACTS[index % ACTS.length] ?? "", randomBytes(16).toString("base64url"), index % 7),
      ),
    ];
    const presses = ids.map((id) => people.pressId(ben, answer, id));
    for (const pressed of presses) {
      await people.until(() => pressed.shown, "the end of a press");
      expect(people.sees(pressed)).toMatchObject({
        ephemeral: true,
        text: "This has expired. Please ask again.",
      });
    }
    expect(await store.get("answer:__proto__")).toBeUndefined();
    expect(await everything()).toEqual(before);
    expect(commands.length).toBe(commandsBefore);
  });

  it("of what somebody else may not read say the same", async () => {
    const { people } = setting;
    const answer = await asked("How long can a sabbatical be?");
    expect(answer.text).toContain("three months");
    const pressed = people.pressId(
      ben,
      answer,
      answer.buttons[0]?.id.replace("helpful", "all") ?? "",
    );
    await people.until(() => pressed.shown, "the end");
    expect(people.sees(pressed).text).toBe("This has expired. Please ask again.");
  });
});
