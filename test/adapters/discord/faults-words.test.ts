import { describe, expect, it } from "vitest";
import { BOT } from "../../fakes/discord/payloads.ts";
import { screenOf } from "../../fakes/discord/screen.ts";
import { begin, ben, ended, expectNothingLost } from "./begin.ts";
import { HUMANS } from "./setting.ts";

const PRINTER = "where is the colour printer?";
const PINGS = "@everyone @here <@&1> <@1> <@!1> <#1> </ask:1>";

describe("fault 1: nothing was asked", () => {
  it("a mention without a word gets one hint, and no gap is made of it", async () => {
    const setting = await begin({ pinned: ["Where is the colour printer?"] });
    const { people, gaps } = setting;
    const id = people.says(ben, `<@${BOT.id}>`);
    await people.until(() => people.seesIn(id).length > 0, "the hint");
    await expectNothingLost(setting, { messages: [id] });
    expect(gaps).toEqual([]);
  });

  it("blanks in a command open the form, and in the form or a direct message they get the hint", async () => {
    const setting = await begin({ pinned: ["Where is the colour printer?"] });
    const { people, fake, gaps } = setting;
    const asked = people.slash(ben, "ask", { question: " \u200b " });
    const blank = people.slash(ben, "ask", { question: "   " });
    const form = await people.until(() => blank.modal, "the form");
    const sent = people.submit(ben, form, " \n ");
    const channel = { id: fake.directChannel(ben.user.id), type: 1, name: "" };
    people.says({ user: ben.user, channel }, "  ");
    await people.until(() => sent.shown && asked.shown, "the hints");
    await people.until(() => people.seesIn(channel.id).length > 0, "the direct hint");
    for (const seen of [people.sees(sent), people.sees(asked), people.seesIn(channel.id)[0]])
      expect(seen?.text).toContain("Where is the colour printer?");
    await expectNothingLost(setting, { interactions: [sent, asked] });
    expect(gaps).toEqual([]);
  });
});

describe("fault 4, 5, 6, 7, 10, 33: hostile questions", () => {
  const HOSTILE: Readonly<Record<string, string>> = {
    "one-letter words": "a b c d e f g h ".repeat(240),
    "many long words": Array.from({ length: 280 }, (_, index) => `antidisestablish${index}`).join(
      " ",
    ),
    "a regex bomb": `(a+)+$ ${"a".repeat(3_000)}`,
    "nested fences": "```".repeat(1_000),
    "a code block": "```js\nconst a = `x`;\n``` where is the quixotic printer?",
    "bidi, zalgo, NUL and half an emoji":
      "\u202Ewhere\u0000 is\u0301\u0301\u0301\u0301 the printer \uD83D ?",
    "joined emoji": "👩‍👩‍👧‍👦".repeat(300),
    "everybody's names": `${PINGS} where is the colour printer?`,
    "a prototype": "__proto__ constructor toString where is the printer?",
  };

  it.each(Object.keys(HOSTILE))(
    "%s: one answer each, that pings nobody, and no fault",
    async (name) => {
      const setting = await begin();
      const { people, fake } = setting;
      const content = HOSTILE[name] ?? "";
      const id = people.says(ben, `<@${BOT.id}> ${content}`);
      const given = people.slash(ben, "ask", { question: content });
      await people.until(() => given.shown, "the answer");
      await people.until(() => people.seesIn(id).length > 0, "the other answer");
      await expectNothingLost(setting, { messages: [id], interactions: [given] });
      const human = people.sees(given).buttons.find(({ label }) => label === "Ask a human");
      if (human !== undefined) {
        // The only place where somebody's words are shown to others.
        const pressed = people.press(ben, people.sees(given), "Ask a human");
        await people.until(() => pressed.shown, "the confirmation");
        expect(people.seesIn(HUMANS.id)).toHaveLength(1);
      }
      for (const { body } of fake.messages.posted) {
        // Docent's own link to who asked is silent, too: the fake sees to that.
        expect(screenOf(body).mentions.filter((one) => one !== `<@${ben.user.id}>`)).toEqual([]);
        expect(JSON.stringify(body).isWellFormed()).toBe(true);
      }
      expect(people.sees(given).mentions).toEqual([]);
      expect(setting.log.lines.filter((line) => line.level === "error")).toEqual([]);
      expect(setting.log.text()).not.toContain("antidisestablish");
    },
  );
});

describe("fault 3, 8: long questions", () => {
  it("4,000 characters are read, 4,001 and ten million are refused with the number", async () => {
    const setting = await begin();
    const { people } = setting;
    const sized = (length: number): string => `${PRINTER} `.padEnd(length, "x");
    const messages: string[] = [];
    for (const [length, expected] of [
      [4_000, undefined],
      [4_001, "4001 characters"],
      [10_000_000, "10000000 characters"],
    ] as const) {
      const id = people.says(ben, `<@${BOT.id}>${sized(length)}`);
      messages.push(id);
      const [answer] = await people.until(
        () => people.seesIn(id).length > 0 && people.seesIn(id),
        `${length}`,
      );
      if (expected === undefined) expect(answer?.text).not.toContain("characters; I can read");
      else expect(answer?.text).toContain(expected);
    }
    await expectNothingLost(setting, { messages });
  });
});

describe("fault 11: a file and no word", () => {
  it("is answered with what Docent reads, once however often it comes, and the file is not fetched", async () => {
    const setting = await begin();
    const { people, fake, metrics } = setting;
    const url = `${fake.apiUrl}/attachments/1/a.png`;
    const attachments = [{ id: "1", filename: "a.png", size: 1, url, proxy_url: url }];
    const id = people.says(ben, `<@${BOT.id}>`, { attachments });
    await people.until(() => people.seesIn(id).length > 0, "the notice");
    people.says(ben, `<@${BOT.id}>`, { attachments }, id);
    await people.until(
      () => metrics.total("questions_ended_total", { delivery: "duplicate" }) === 1,
      "the second delivery",
    );
    expect(people.seesIn(id)[0]?.text).toContain("I read text only");
    await expectNothingLost(setting, { messages: [id] });
    expect(fake.rest.calls.filter(({ path }) => path.includes("attachments"))).toEqual([]);
  });

  it("a storm of them is limited like any other", async () => {
    const setting = await begin({ limit: 5 });
    const { people, fake, metrics } = setting;
    const attachments = [
      { id: "1", filename: "a.png", size: 1, url: "http://x", proxy_url: "http://x" },
    ];
    for (let time = 0; time < 50; time += 1) people.says(ben, `<@${BOT.id}>`, { attachments });
    await people.until(() => metrics.total("questions_ended_total") === 50, "the end of all");
    expect(fake.messages.posted).toHaveLength(6);
  });
});

describe("fault 33: a page full of names", () => {
  it("pings nobody: in answers, edits, follow-ups, shared and passed on", async () => {
    const page = `# Pings\n\n## Zebra names ${PINGS}\n\nThe zebra names are ${PINGS}.\n`;
    const setting = await begin({ pages: { "pings.md": page } });
    const { people, fake } = setting;
    const question = "what are the zebra names?";
    const id = people.says(ben, `<@${BOT.id}> ${question}`);
    await people.until(() => people.seesIn(id).length > 0, "the answer");
    // An edit before the end changes nothing.
    await ended(setting);
    people.edits(ben, id, `<@${BOT.id}> what are zebra names?`);
    await people.until(() => fake.messages.posted[0]?.edits === 1, "the edit");
    const given = people.slash(ben, "ask", { question });
    await people.until(() => given.shown, "the other answer");
    expect(people.sees(given).text).toContain("@everyone");
    const shared = people.press(ben, people.sees(given), "Share");
    await people.until(() => shared.shown, "the shared answer");
    const bodies = [
      ...fake.messages.posted.map((one) => one.body),
      given.shown,
      shared.shown,
      ...shared.followUps,
    ];
    for (const body of bodies) {
      expect(screenOf(body).mentions).toEqual([]);
      expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
    }
  });
});
