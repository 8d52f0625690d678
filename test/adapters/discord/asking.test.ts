import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BOT } from "../../fakes/discord/payloads.ts";
import { ADA, BEN, createSetting, GENERAL, GUILD, type Setting } from "./setting.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting({ pinned: ["Where is the colour printer?"] });
});
afterAll(async () => {
  await setting.stop();
  expect(setting.fake.problems).toEqual([]);
});

const ada = { user: ADA, guild: GUILD, channel: GENERAL };
const ben = { user: BEN, guild: GUILD, channel: GENERAL };
const direct = (): { user: typeof ADA; channel: { id: string; type: number; name: string } } => ({
  user: ADA,
  channel: { id: setting.fake.directChannel(ADA.id), type: 1, name: "" },
});

describe("/ask", () => {
  it("answers at once, only to who asked, with the steps, their place and what to do next", async () => {
    const { people } = setting;
    const given = people.slash(ada, "ask", { question: "How do I reset my VPN token?" });
    await people.until(() => given.shown, "the answer");
    const seen = people.sees(given);
    expect(seen.ephemeral).toBe(true);
    expect(seen.text).toContain("1. Open the self-service portal.");
    expect(seen.text).toContain("VPN › Reset your token");
    expect(seen.text).toMatch(/it\/vpn\.md:\d+/u);
    expect(seen.text).toContain("by it-team");
    expect(seen.buttons.map((button) => button.label)).toEqual(
      expect.arrayContaining(["Helpful", "Not helpful", "Share"]),
    );
    expect(given.callbacks).toEqual([4]);
  });

  it("shows the answer to everybody where the asker says so, from what everybody there may read", async () => {
    const { people } = setting;
    const given = people.slash(ada, "ask", {
      question: "How long can a sabbatical be?",
      private: false,
    });
    await people.until(() => given.shown, "the answer");
    expect(given.ephemeral).toBe(false);
    expect(people.sees(given).text).not.toContain("three months");
    const secretly = people.slash(ada, "ask", { question: "How long can a sabbatical be?" });
    await people.until(() => secretly.shown, "the answer");
    expect(people.sees(secretly).text).toContain("three months");
  });

  it("knows what a whole guild may read from what others may", async () => {
    const { people } = setting;
    const inside = people.slash(ben, "ask", {
      question: "When is the garage code changed?",
      private: false,
    });
    await people.until(() => inside.shown, "the answer");
    expect(people.sees(inside).text).toContain("every Monday");
    const outside = people.slash(direct(), "ask", { question: "When is the garage code changed?" });
    await people.until(() => outside.shown, "the answer");
    expect(people.sees(outside).text).not.toContain("Monday");
  });

  it("opens a form for a long question and answers what was written there", async () => {
    const { people } = setting;
    const given = people.slash(ada, "ask");
    const form = await people.until(() => given.modal, "the form");
    const sent = people.submit(ada, form, "Where is the\ncolour printer?");
    await people.until(() => sent.shown, "the answer");
    expect(people.sees(sent).text).toContain("second floor");
    expect(people.sees(sent).ephemeral).toBe(true);
  });

  it("works for an app that a user installed for themselves, in a server and directly", async () => {
    const { people } = setting;
    for (const acting of [
      { ...ada, userInstalled: true },
      { ...direct(), userInstalled: true },
    ]) {
      const given = people.slash(acting, "ask", { question: "Where is the colour printer?" });
      await people.until(() => given.shown, "the answer");
      expect(people.sees(given).text).toContain("second floor");
    }
  });

  it("offers choices while somebody types, none that they may not read", async () => {
    const { people } = setting;
    const typed = people.types(ada, "token reset");
    const choices = await people.until(() => typed.choices, "choices");
    expect(choices.map((choice) => choice.name)).toContain("How do I reset my VPN token?");
    const bens = people.types(ben, "sabbat");
    expect(await people.until(() => bens.choices, "choices")).toEqual([]);
    const adas = people.types(ada, "sabbat");
    expect((await people.until(() => adas.choices, "choices")).length).toBeGreaterThan(0);
  });
});

describe("choices before the first letter", () => {
  it("are one question of each page that somebody may read", async () => {
    const { people } = setting;
    const typed = people.types(ben, "");
    const choices = (await people.until(() => typed.choices, "choices")).map(({ name }) => name);
    expect(choices).toContain("How do I reset my VPN token?");
    expect(choices).toContain("Where is the colour printer?");
    expect(choices).not.toContain("How long can a sabbatical be?");
  });
});

describe("/topics, /help and the menu of a message", () => {
  it("browses from a topic to a page to its words", async () => {
    const { people } = setting;
    const topics = people.slash(ada, "topics");
    await people.until(() => topics.shown, "topics");
    const chosen = people.choose(ada, people.sees(topics), "It");
    const pages = await people.until(() => chosen.updated, "pages");
    const page = people.choose(ada, { id: topics.id, body: pages }, "Printers");
    await people.until(() => page.shown, "the page");
    expect(people.sees(page).text).toContain("Printers");
    expect(people.sees(page).ephemeral).toBe(true);
  });

  it("says what it can do", async () => {
    const { people } = setting;
    for (const given of [people.slash(ben, "help"), people.slash(ben, "docent", {}, "help")]) {
      await people.until(() => given.shown, "help");
      expect(people.sees(given).ephemeral).toBe(true);
    }
    expect(setting.commands.at(-1)).toMatchObject({
      line: "help",
      actor: { admin: false, from: "discord" },
    });
  });

  it("finds an answer to anybody's message, for who looked only, who may share it", async () => {
    const { people } = setting;
    const given = people.menu(
      ada,
      "Find an answer",
      `<@${BOT.id}> where is the colour printer <@123>?`,
    );
    await people.until(() => given.shown, "the answer");
    const seen = people.sees(given);
    expect(seen.ephemeral).toBe(true);
    expect(seen.text).toContain("second floor");
    const shared = people.press(ada, { ...seen, id: given.id }, "Share");
    await people.until(() => shared.shown, "the shared answer");
    expect(people.sees(shared).ephemeral).toBe(false);
    expect(people.sees(shared).text).toContain("second floor");
    expect(people.sees(shared).buttons.map((button) => button.label)).not.toContain("Share");
  });

  it("does not share what not everybody there may read", async () => {
    const { people } = setting;
    const given = people.slash(ada, "ask", { question: "How long can a sabbatical be?" });
    await people.until(() => given.shown, "the answer");
    const shared = people.press(ada, people.sees(given), "Share");
    await people.until(() => shared.shown, "the refusal");
    expect(people.sees(shared).text).toContain("Not everybody here may read that");
    expect(people.sees(shared).ephemeral).toBe(true);
  });

  it("says that it reads text only where the message has none", async () => {
    const { people } = setting;
    const given = people.menu(ada, "Find an answer", "");
    await people.until(() => given.shown, "the notice");
    expect(people.sees(given).text).toContain("I read text only");
  });
});
