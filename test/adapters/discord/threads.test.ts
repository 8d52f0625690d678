import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../adapters/node/memory-store.ts";
import { createFakeClock } from "../../fakes/clock.ts";
import { BOT, snowflake } from "../../fakes/discord/payloads.ts";
import { ADA, BEN, createSetting, FORUM, GENERAL, GUILD, HELP, type Setting } from "./setting.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
  await setting.services.channels.setMode(`discord:${GUILD.id}:${FORUM.id}`, "auto");
  await setting.services.channels.setMode(`discord:${GUILD.id}:${HELP.id}`, "auto");
});
afterAll(async () => {
  await setting.stop();
  expect(setting.fake.problems).toEqual([]);
});

const ada = { user: ADA, guild: GUILD, channel: GENERAL };
const ben = { user: BEN, guild: GUILD, channel: GENERAL };

/** All that Docent had to do is done: it has taken in an event that came later. */
async function quiet(): Promise<void> {
  const given = setting.people.slash(ada, "help");
  await setting.people.until(() => given.shown, "help");
  await setting.people.until(() => setting.reception.inFlight() === 0, "quiet");
}

/** Everything in the store that holds these words. */
async function keptOf(store: Setting["store"], words: string): Promise<readonly string[]> {
  const kept: string[] = [];
  for await (const [key, value] of store.entries("")) {
    if (JSON.stringify(value).includes(words)) kept.push(key);
  }
  return kept;
}

describe("a new post where Docent may speak by itself", () => {
  it("is answered when it is very sure, as an automatic answer, and its author says whether it helped", async () => {
    const { people } = setting;
    for (const channel of [FORUM, HELP]) {
      const post = people.opens({ ...ben, channel }, "Where is the colour printer?", "Please help");
      const [answer] = await people.until(
        () => people.seesIn(post.id).length > 0 && people.seesIn(post.id),
        "the answer",
      );
      if (answer === undefined) throw new Error("no answer");
      expect(answer.text).toContain("I found this by myself");
      expect(answer.text).toContain("second floor");
      const inPost = { guild: GUILD, channel: post };
      const stranger = people.press({ ...inPost, user: ADA }, answer, "This helped");
      await people.until(() => stranger.shown, "the refusal");
      expect(people.sees(stranger).text).toContain("Only who opened this thread");
      const author = people.press({ ...inPost, user: BEN }, answer, "Not it");
      await people.until(() => author.updated, "the end");
      expect(JSON.stringify(author.updated)).toContain("I leave this one to people");
    }
  });

  it("is left alone when it is not sure, in other channels, and where another bot posts", async () => {
    const { people } = setting;
    const unsure = people.opens(
      { ...ben, channel: FORUM },
      "Does anybody like quixotic bonsai?",
      "I do",
    );
    const elsewhere = people.opens(
      { ...ben, channel: GENERAL },
      "Where is the colour printer?",
      "Please",
    );
    const bot = { id: "66", name: "Other", bot: true };
    const robots = people.opens(
      { ...ben, user: bot, channel: FORUM },
      "Where is the colour printer?",
      "beep",
    );
    await quiet();
    for (const post of [unsure, elsewhere, robots]) expect(people.seesIn(post.id)).toEqual([]);
  });

  it("is left to a human who was quicker", async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const clock = createFakeClock(Date.now());
    const store = createMemoryStore({ clock });
    const slow = await createSetting({ before: () => gate, clock, store });
    await slow.services.channels.setMode(`discord:${GUILD.id}:${FORUM.id}`, "auto");
    const post = slow.people.opens(
      { ...ben, channel: FORUM },
      "Where is the colour printer?",
      "Please",
    );
    await slow.people.until(() => slow.reception.inFlight() === 1, "the question");
    const before = slow.metrics.total("discord_events_total");
    slow.people.says({ ...ada, channel: post }, "On the second floor, I think");
    await slow.people.until(
      () => slow.metrics.total("discord_events_total") > before,
      "the human's words",
    );
    go();
    await slow.people.until(() => slow.reception.inFlight() === 0, "the end");
    expect(slow.people.seesIn(post.id)).toEqual([]);
    // Counted as what it is, and nothing is kept of a question that Docent was not asked.
    expect(slow.metrics.total("questions_ended_total", { delivery: "silent" })).toBe(1);
    expect(slow.metrics.total("answers_total")).toBe(0);
    expect(await keptOf(store, "colour printer")).toEqual([]);
    await slow.stop();
    expect(slow.fake.problems).toEqual([]);
  });
});

describe("a channel that is off", () => {
  it("stays silent to mentions, also in its threads", async () => {
    const { people, services } = setting;
    const off = { id: "4194304000000199", type: 0, name: "off" };
    setting.fake.world.channels.set(off.id, { channel: off, guild: GUILD });
    await services.channels.setMode(`discord:${GUILD.id}:${off.id}`, "off");
    const id = people.says({ ...ben, channel: off }, `<@${BOT.id}> where is the colour printer?`);
    const thread = people.opens(
      { ...ben, channel: off },
      "Where?",
      `<@${BOT.id}> where is the colour printer?`,
    );
    await quiet();
    for (const channel of [off.id, id, thread.id]) expect(people.seesIn(channel)).toEqual([]);
  });
});

describe("what is no question", () => {
  it("fault 14, 15: is not answered: own messages, bots, webhooks, joins, pins, talk among people", async () => {
    const { people, fake } = setting;
    const before = fake.messages.posted.length;
    const mention = `<@${BOT.id}> where is the colour printer?`;
    people.says({ ...ben, user: BOT }, mention);
    people.says({ ...ben, user: { id: "66", name: "Other", bot: true } }, mention);
    people.says(ben, mention, { webhook_id: "67" });
    people.says(ben, mention, { type: 7 });
    people.says(ben, "where is the colour printer?");
    people.says(ben, "@everyone where is the colour printer?", { mention_everyone: true });
    await quiet();
    expect(fake.messages.posted.length).toBe(before);
  });

  it("fault 16: two bots that answer each other do not: a thousand rounds, no word", async () => {
    const { people, fake } = setting;
    const other = { id: "66", name: "Other", bot: true };
    const before = fake.messages.posted.length;
    for (let round = 0; round < 1_000; round += 1)
      people.says({ ...ben, user: other }, `<@${BOT.id}> hello ${round}`);
    await quiet();
    expect(fake.messages.posted.length).toBe(before);
  });
});

describe("a question that changes", () => {
  it("fault 12, 13: when it is edited, changes its answer; when it is deleted, takes it away, and no word of either is kept", async () => {
    const own = await createSetting();
    const { people, reception, store, fake } = own;
    const settled = (): Promise<unknown> =>
      people.until(() => reception.inFlight() === 0, "the end of it");
    const id = people.says(ben, `<@${BOT.id}> where is the colour printer?`);
    await people.until(() => people.seesIn(id).length > 0, "the answer");
    // An edit before the end changes nothing, and people see the answer a moment before it is written down.
    await settled();
    people.edits(ben, id, `<@${BOT.id}> how do I reset my VPN token?`);
    const changed = await people.until(
      () => people.seesIn(id)[0]?.text.includes("self-service") && people.seesIn(id),
      "the change",
    );
    expect(changed).toHaveLength(1);
    await settled();
    expect(await keptOf(store, "colour printer")).toEqual([]);
    expect(await keptOf(store, "VPN token")).not.toEqual([]);
    people.deletes(ben, id);
    await people.until(() => people.seesIn(id).length === 0, "the removal");
    await own.stop();
    expect(await keptOf(store, "VPN token")).toEqual([]);
    expect(fake.problems).toEqual([]);
  });

  it("fault 13: deleted while it is answered leaves no word of it behind", async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const slow = await createSetting({ before: () => gate });
    const { people, store, fake } = slow;
    const id = people.says(ben, `<@${BOT.id}> where do zebras sleep?`);
    await people.until(() => slow.reception.inFlight() === 1, "the question");
    people.deletes(ben, id);
    const help = people.slash(ada, "help");
    await people.until(() => help.shown, "a later event");
    go();
    await people.until(() => slow.reception.inFlight() === 0, "the end");
    await slow.stop();
    expect(await keptOf(store, "zebras")).toEqual([]);
    expect(fake.messages.posted).toEqual([]);
    expect(fake.problems).toEqual([]);
  });

  it("fault 12, 13: gets one answer when it was edited before, to what it says now, and none when it was deleted before", async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const slow = await createSetting({ before: () => gate });
    const { people } = slow;
    const edited = people.says(ben, `<@${BOT.id}> where is the colour printer?`);
    people.edits(ben, edited, `<@${BOT.id}> how do I reset my VPN token?`);
    const deleted = people.says(ben, `<@${BOT.id}> where is the colour printer?`);
    await people.until(() => slow.reception.inFlight() === 2, "the questions");
    people.deletes(ben, deleted);
    const help = people.slash(ada, "help");
    await people.until(() => help.shown, "a later event");
    go();
    await people.until(
      () => people.seesIn(edited)[0]?.text.includes("self-service portal"),
      "the answer",
    );
    expect(people.seesIn(edited)).toHaveLength(1);
    await people.until(() => slow.reception.inFlight() === 0, "the end");
    expect(people.seesIn(deleted)).toEqual([]);
    expect(people.seesIn(GENERAL.id)).toEqual([]);
    await slow.stop();
    expect(slow.fake.problems).toEqual([]);
  });

  it("fault 41: is answered all the same when an edit of it came first", async () => {
    const { people } = setting;
    const id = snowflake();
    people.edits(ben, id, `<@${BOT.id}> where is the colour printer?`);
    people.says(ben, `<@${BOT.id}> where is the colour printer?`, {}, id);
    await people.until(() => people.seesIn(id).length > 0, "the answer");
    await quiet();
    expect(people.seesIn(id)).toHaveLength(1);
  });

  it("fault 41: an edit that comes before its question, or a deletion of what nobody asked, does nothing", async () => {
    const { people, log } = setting;
    people.edits(ben, "4194304000999", `<@${BOT.id}> where is the colour printer?`);
    people.deletes(ben, "4194304000998");
    await quiet();
    expect(log.lines.filter((line) => line.level === "error")).toEqual([]);
  });
});
