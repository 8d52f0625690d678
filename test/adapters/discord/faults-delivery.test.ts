import { afterEach, describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../adapters/node/memory-store.ts";
import { systemClock } from "../../../adapters/node/clock.ts";
import { BOT, snowflake } from "../../fakes/discord/payloads.ts";
import { createFakeClock } from "../../fakes/clock.ts";
import { error } from "../../fakes/discord/rest.ts";
import { ADA, BEN, createSetting, GENERAL, GUILD, HELP, HUMANS, type Setting, type SettingOptions } from "./setting.ts";

const PRINTER = `<@${BOT.id}> where is the colour printer?`;
const MESSAGES = /^\/channels\/\d+\/messages$/u;
const ben = { user: BEN, guild: GUILD, channel: GENERAL };

const settings: Setting[] = [];
async function begin(options: SettingOptions = {}): Promise<Setting> {
  const setting = await createSetting(options);
  settings.push(setting);
  return setting;
}
afterEach(async () => {
  for (const setting of settings.splice(0)) {
    await setting.stop();
    expect(setting.fake.problems).toEqual([]);
  }
});

async function ended(setting: Setting): Promise<void> {
  await setting.people.until(() => setting.reception.inFlight() === 0, "the end of all questions");
}

describe("fault 38, 40: delivered more than once", () => {
  it("one message and one interaction, delivered again, are answered once", async () => {
    const setting = await begin();
    const { people, fake, metrics } = setting;
    const id = snowflake();
    for (let time = 0; time < 3; time += 1) people.says(ben, PRINTER, {}, id);
    await people.until(() => people.seesIn(id).length > 0, "the answer");
    const given = people.slash(ben, "ask", { question: "Where is the colour printer?" });
    await people.until(() => given.shown, "the answer");
    const data = { id: "1", name: "ask", type: 1, options: [{ name: "question", type: 3, value: "Where is the colour printer?" }] };
    people.interaction(2, ben, { data }, given.id);
    await people.until(() => metrics.total("questions_ended_total", { delivery: "duplicate" }) === 3, "the duplicates");
    expect(people.seesIn(id)).toHaveLength(1);
    expect(given.callbacks).toEqual([4]);
    expect(fake.rest.callsTo("POST", MESSAGES)).toHaveLength(1);
  });

  it("split over two replicas with one store, it is answered by one of them", async () => {
    const store = createMemoryStore({ clock: systemClock });
    const one = await begin({ store, replica: "r1" });
    const two = await begin({ store, replica: "r2" });
    const ids = Array.from({ length: 20 }, () => snowflake());
    for (const id of ids) {
      one.people.says({ ...ben, user: { id: id.slice(-9), name: "x" } }, PRINTER, {}, id);
      two.people.says({ ...ben, user: { id: id.slice(-9), name: "x" } }, PRINTER, {}, id);
    }
    const answers = (): number => one.fake.messages.posted.length + two.fake.messages.posted.length;
    await one.people.until(() => answers() >= ids.length, "all answers");
    await Promise.all([ended(one), ended(two)]);
    expect(answers()).toBe(ids.length);
  });
});

describe("fault 42: a very late event", () => {
  it("is not answered and counted", async () => {
    const setting = await begin();
    const id = snowflake(Date.now() - 2 * 3_600_000);
    setting.people.says(ben, PRINTER, {}, id);
    await setting.people.until(() => setting.metrics.total("questions_ended_total", { delivery: "stale" }) === 1, "the count");
    expect(setting.fake.messages.posted).toEqual([]);
  });
});

describe("fault 43 to 48: Discord's API fails", () => {
  it("a rate limit on one channel makes only that channel wait", async () => {
    const setting = await begin();
    const { people, fake } = setting;
    fake.world.threadless.add(GENERAL.id).add(HELP.id);
    const limited = new RegExp(`^/channels/${HELP.id}/messages$`, "u");
    const headers = { "retry-after": "1", "x-ratelimit-scope": "user" };
    fake.rest.fault({ path: limited, method: "POST", times: 1, kind: "reply", reply: { status: 429, headers, body: { message: "slow", retry_after: 1, global: false } } });
    const slow = people.says({ ...ben, channel: HELP }, PRINTER);
    const fast = people.says(ben, PRINTER);
    await people.until(() => people.seesIn(GENERAL.id).length === 1, "the other channel");
    expect(people.seesIn(HELP.id)).toHaveLength(0);
    await people.until(() => people.seesIn(HELP.id).length === 1, "the limited channel");
    expect([slow, fast]).toHaveLength(2);
  });

  it("a rate limit beyond every patience is given up, and the question waits in the inbox", async () => {
    const setting = await begin();
    const { people, fake, metrics, store } = setting;
    fake.world.threadless.add(GENERAL.id);
    const headers = { "retry-after": "3600", "x-ratelimit-scope": "user" };
    fake.rest.fault({ path: MESSAGES, method: "POST", kind: "reply", reply: { status: 429, headers, body: { message: "slow", retry_after: 3_600, global: false } } });
    people.says(ben, PRINTER);
    await people.until(() => metrics.total("questions_ended_total", { delivery: "failed" }) === 1, "giving up");
    const rows: unknown[] = [];
    for await (const [, row] of store.entries("inbox:")) rows.push(row);
    expect(rows).toHaveLength(1);
  });

  it("five server errors in a row cost time, not the answer, and post it once", async () => {
    const setting = await begin();
    const { people, fake } = setting;
    fake.rest.fault({ path: MESSAGES, method: "POST", times: 5, kind: "reply", reply: error(500, 0, "oops") });
    const id = people.says(ben, PRINTER);
    await people.until(() => people.seesIn(id).length === 1, "the answer");
    await ended(setting);
    expect(fake.messages.posted).toHaveLength(1);
  });

  it("a reply that is lost on its way back posts nothing twice", async () => {
    const setting = await begin({ tryMs: 150 });
    const { people, fake } = setting;
    fake.rest.fault({ path: MESSAGES, method: "POST", times: 2, kind: "lost" });
    const id = people.says(ben, PRINTER);
    await people.until(() => fake.rest.callsTo("POST", MESSAGES).length >= 3, "the retries");
    await ended(setting);
    expect(people.seesIn(id)).toHaveLength(1);
    fake.rest.fault({ path: /callback$/u, times: 1, kind: "lost" });
    const given = people.slash(ben, "ask", { question: "Where is the colour printer?" });
    await people.until(() => given.callbacks.length >= 2, "the retry");
    await ended(setting);
    expect(given.followUps).toEqual([]);
    expect(people.sees(given).text).toContain("second floor");
  });

  it("a channel that hangs holds up nobody else, and its question is not lost", async () => {
    const setting = await begin({ tryMs: 200 });
    const { people, fake, inbox, adapter } = setting;
    fake.world.threadless.add(GENERAL.id).add(HELP.id);
    fake.rest.fault({ path: new RegExp(`^/channels/${HELP.id}/messages$`, "u"), kind: "hang" });
    people.says({ ...ben, channel: HELP }, PRINTER);
    const others = Array.from({ length: 20 }, (_, index) => people.says({ ...ben, user: { id: String(9_000 + index), name: "x" } }, PRINTER));
    await people.until(() => people.seesIn(GENERAL.id).length === others.length, "the others");
    fake.rest.heal();
    await people.until(() => people.seesIn(HELP.id).length === 1, "the answer that hung", 15_000);
    expect(inbox).toBeDefined();
    expect(adapter.health()).toEqual({ state: "ok" });
  }, 20_000);
});

describe("fault 47, 20: an answer that takes its time", () => {
  it("is announced within a second, and replaces the announcement", async () => {
    const clock = createFakeClock(Date.now());
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const setting = await begin({ clock, before: () => gate });
    const { people } = setting;
    const given = people.slash(ben, "ask", { question: "Where is the colour printer?" });
    await people.until(() => setting.reception.inFlight() === 1, "the question");
    expect(given.shown).toBeUndefined();
    await clock.advance(1_000);
    await people.until(() => given.shown === "thinking", "the announcement");
    expect(given.ephemeral).toBe(true);
    go();
    await people.until(() => given.shown !== "thinking", "the answer");
    expect(people.sees(given)).toMatchObject({ ephemeral: true, text: expect.stringContaining("second floor") });
    expect(given.callbacks).toEqual([5]);
  });

  it("that the queue makes wait is announced once and answered in the same place", async () => {
    const clock = createFakeClock(Date.now());
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const setting = await begin({ clock, before: () => gate, concurrency: 1, busyAfterMs: 5_000 });
    const { people } = setting;
    people.says(ben, PRINTER);
    const id = people.says({ ...ben, user: ADA }, PRINTER);
    await people.until(() => setting.reception.inFlight() === 2, "both");
    await clock.advance(6_000);
    const [busy] = await people.until(() => people.seesIn(id).length > 0 && people.seesIn(id), "the notice");
    expect(busy?.text).toContain("Many questions at once");
    go();
    const later = await people.until(() => people.seesIn(id)[0]?.text.includes("second floor") && people.seesIn(id), "the answer");
    expect(later).toHaveLength(1);
  });
});

describe("fault 59: interactions that are over", () => {
  it("10062, 40060 and 50027 are counted and end there", async () => {
    const setting = await begin();
    const { people, fake, metrics, log } = setting;
    const answers = (): unknown[] => fake.rest.callsTo("POST", /^\/(?:interactions|webhooks)\//u);
    for (const [status, code] of [
      [404, 10_062],
      [400, 40_060],
      [401, 50_027],
    ] as const) {
      fake.rest.fault({ path: /callback$/u, times: 1, kind: "reply", reply: error(status, code, "over") });
      const before = answers().length;
      people.slash(ben, "ask", { question: "Where is the colour printer?" });
      await people.until(() => metrics.total("discord_interactions_over_total", { code: String(code) }) === 1, String(code));
      await ended(setting);
      expect(answers().length).toBe(before + 1);
    }
    const late = people.types(ben, "printer");
    fake.interactions.limits.answerMs = -1;
    await people.until(() => late.callbacks.length > 0 || metrics.total("discord_interactions_over_total", { code: "10062" }) > 1, "autocomplete");
    expect(log.lines.filter((line) => line.level === "error" || line.level === "warn")).toEqual([]);
  });
});

describe("fault 60, 55: Docent may not write somewhere", () => {
  it("it stops trying after three refusals, for ten minutes, and says what to do", async () => {
    const clock = createFakeClock(Date.now());
    const setting = await begin({ clock });
    const { people, fake, log } = setting;
    fake.world.threadless.add(GENERAL.id);
    fake.world.forbidden.add(GENERAL.id);
    for (let time = 0; time < 300; time += 1) people.says({ ...ben, user: { id: String(7_000 + time), name: "x" } }, PRINTER);
    const help = people.slash(ben, "help");
    await people.until(() => help.shown, "a later event");
    await ended(setting);
    const refused = fake.rest.calls.filter((call) => call.path.startsWith(`/channels/${GENERAL.id}`)).length;
    expect(refused).toBeLessThan(100);
    expect(log.text()).toContain("permissions that docs/discord.md lists");
    const before = fake.rest.calls.length;
    people.says({ ...ben, user: { id: "8001", name: "x" } }, PRINTER);
    people.says({ ...ben, channel: HUMANS, user: { id: "8002", name: "x" } }, PRINTER);
    await people.until(() => fake.messages.posted.length === 1, "another channel");
    expect(fake.rest.calls.slice(before).filter((call) => call.path.includes(GENERAL.id))).toEqual([]);
    fake.world.forbidden.clear();
    await clock.advance(11 * 60_000);
    people.says({ ...ben, user: { id: "8003", name: "x" } }, PRINTER, {}, snowflake(Date.now() + 11 * 60_000));
    await people.until(() => people.seesIn(GENERAL.id).length > 0, "the channel again");
  });
});
