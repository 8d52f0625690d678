import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../adapters/node/memory-store.ts";
import { systemClock } from "../../../adapters/node/clock.ts";
import type { Store } from "../../../src/index.ts";
import { BOT, snowflake } from "../../fakes/discord/payloads.ts";
import { error } from "../../fakes/discord/rest.ts";
import { begin, ben, ended, expectNothingLost } from "./begin.ts";
import { FORUM, GENERAL, HELP, type Setting } from "./setting.ts";

const PRINTER = `<@${BOT.id}> where is the colour printer?`;
const MESSAGES = /^\/channels\/\d+\/messages$/u;

describe("delivered more than once", () => {
  it("fault 38: one message and one interaction, delivered again, are answered once", async () => {
    const setting = await begin();
    const { people, fake, metrics } = setting;
    const id = snowflake();
    for (let time = 0; time < 3; time += 1) people.says(ben, PRINTER, {}, id);
    await people.until(() => people.seesIn(id).length > 0, "the answer");
    const given = people.slash(ben, "ask", { question: "Where is the colour printer?" });
    await people.until(() => given.shown, "the answer");
    const data = {
      id: "1",
      name: "ask",
      type: 1,
      options: [{ name: "question", type: 3, value: "Where is the colour printer?" }],
    };
    people.interaction(2, ben, { data }, given.id);
    await people.until(
      () => metrics.total("questions_ended_total", { delivery: "duplicate" }) === 3,
      "the duplicates",
    );
    expect(people.seesIn(id)).toHaveLength(1);
    expect(given.callbacks).toEqual([4]);
    expect(fake.rest.callsTo("POST", MESSAGES)).toHaveLength(1);
    await expectNothingLost(setting, { messages: [id], interactions: [given] });
  });

  it("fault 40: split over two replicas with one store, it is answered by one of them", async () => {
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

describe("faults 65 and 66: while the store is down", () => {
  it("a mention and a post where Docent may speak by itself are answered all the same", async () => {
    const down = (): Promise<never> => Promise.reject(new Error("down"));
    const store: Store = {
      ...createMemoryStore({ clock: systemClock }),
      get: down,
      set: down,
      entries: () => ({ [Symbol.asyncIterator]: () => ({ next: down }) }),
    };
    const mentioned = await begin({ store });
    const id = mentioned.people.says(ben, PRINTER);
    await mentioned.people.until(() => mentioned.people.seesIn(id).length > 0, "the answer");
    await expectNothingLost(mentioned, { messages: [id] });
    const listening = await begin({ store, config: { channelMode: "auto" } });
    const asked = "Where is the colour printer?";
    const post = listening.people.opens({ ...ben, channel: FORUM }, asked, "Please");
    await listening.people.until(() => listening.people.seesIn(post.id).length > 0, "the answer");
    expect(listening.metrics.total("discord_event_failures_total")).toBe(0);
  });
});

describe("fault 42: a very late event", () => {
  it("is not answered and counted", async () => {
    const setting = await begin();
    const id = snowflake(Date.now() - 2 * 3_600_000);
    setting.people.says(ben, PRINTER, {}, id);
    await setting.people.until(
      () => setting.metrics.total("questions_ended_total", { delivery: "stale" }) === 1,
      "the count",
    );
    expect(setting.fake.messages.posted).toEqual([]);
  });
});

describe("Discord's API fails", () => {
  it("fault 43: a rate limit on one channel makes only that channel wait", async () => {
    const setting = await begin();
    const { people, fake } = setting;
    fake.world.threadless.add(GENERAL.id).add(HELP.id);
    const limited = new RegExp(`^/channels/${HELP.id}/messages$`, "u");
    const headers = { "retry-after": "1", "x-ratelimit-scope": "user" };
    fake.rest.fault({
      path: limited,
      method: "POST",
      times: 1,
      kind: "reply",
      reply: { status: 429, headers, body: { message: "slow", retry_after: 1, global: false } },
    });
    const slow = people.says({ ...ben, channel: HELP }, PRINTER);
    const next = people.says({ ...ben, channel: HELP }, PRINTER);
    const fast = people.says(ben, PRINTER);
    await people.until(() => people.seesIn(GENERAL.id).length === 1, "the other channel");
    expect(people.seesIn(HELP.id)).toHaveLength(0);
    await people.until(() => people.seesIn(HELP.id).length === 2, "the limited channel");
    for (const [index, question] of [slow, next].entries())
      expect(people.seesIn(HELP.id)[index]?.body).toMatchObject({
        message_reference: { message_id: question },
      });
    await expectNothingLost(setting, { messages: [slow, next, fast] });
  });

  it("fault 44: a rate limit beyond every patience is given up, and the question waits in the inbox", async () => {
    const setting = await begin();
    const { people, fake, metrics, store } = setting;
    fake.world.threadless.add(GENERAL.id);
    const headers = { "retry-after": "3600", "x-ratelimit-scope": "user" };
    fake.rest.fault({
      path: MESSAGES,
      method: "POST",
      kind: "reply",
      reply: { status: 429, headers, body: { message: "slow", retry_after: 3_600, global: false } },
    });
    people.says(ben, PRINTER);
    await people.until(
      () => metrics.total("questions_ended_total", { delivery: "failed" }) === 1,
      "giving up",
    );
    const rows: unknown[] = [];
    for await (const [, row] of store.entries("inbox:")) rows.push(row);
    expect(rows).toHaveLength(1);
  });

  it("fault 44: a rate limit that does not say for how long costs time, not the answer", async () => {
    const setting = await begin();
    const { people, fake } = setting;
    fake.rest.fault({
      path: MESSAGES,
      method: "POST",
      times: 1,
      kind: "reply",
      reply: { status: 429, body: { message: "slow", retry_after: 0.1, global: false } },
    });
    const id = people.says(ben, PRINTER);
    await people.until(() => people.seesIn(id).length === 1, "the answer");
    await expectNothingLost(setting, { messages: [id] });
  });

  it("fault 48: a thousand calls that never return are given up, each by itself, and leave no connection behind", async () => {
    const setting = await begin({ tryMs: 100 });
    const { people, fake, reception, metrics } = setting;
    fake.rest.fault({ path: /callback$/u, kind: "hang" });
    for (let index = 0; index < 1_000; index += 1) {
      const user = { id: String(20_000 + index), name: "x" };
      people.slash({ ...ben, user }, "ask", { question: "Where is the colour printer?" });
    }
    const all = (): boolean => metrics.total("questions_ended_total") === 1_000;
    await people.until(all, "the end of all", 80_000);
    expect(reception.inFlight()).toBe(0);
    fake.rest.heal();
    const given = people.slash(ben, "ask", { question: "Where is the colour printer?" });
    await people.until(() => given.shown, "a later answer");
    let open = Number.POSITIVE_INFINITY;
    await people.until(() => {
      void connectionsOf(fake).then((count) => (open = count));
      return open < 20;
    }, "the end of the connections");
  }, 100_000);

  it("fault 45: five server errors in a row cost time, not the answer, and post it once", async () => {
    const setting = await begin();
    const { people, fake } = setting;
    fake.rest.fault({
      path: MESSAGES,
      method: "POST",
      times: 5,
      kind: "reply",
      reply: error(500, 0, "oops"),
    });
    const id = people.says(ben, PRINTER);
    await people.until(() => people.seesIn(id).length === 1, "the answer");
    await expectNothingLost(setting, { messages: [id] });
    expect(fake.messages.posted).toHaveLength(1);
  });

  it("fault 46: a reply that is lost on its way back posts nothing twice", async () => {
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

  it("fault 47: a channel that hangs holds up nobody else, and its question is not lost", async () => {
    const setting = await begin({ tryMs: 200 });
    const { people, fake, inbox, adapter } = setting;
    fake.world.threadless.add(GENERAL.id).add(HELP.id);
    fake.rest.fault({ path: new RegExp(`^/channels/${HELP.id}/messages$`, "u"), kind: "hang" });
    people.says({ ...ben, channel: HELP }, PRINTER);
    const others = Array.from({ length: 20 }, (_, index) =>
      people.says({ ...ben, user: { id: String(9_000 + index), name: "x" } }, PRINTER),
    );
    await people.until(() => people.seesIn(GENERAL.id).length === others.length, "the others");
    fake.rest.heal();
    await people.until(() => people.seesIn(HELP.id).length === 1, "the answer that hung");
    expect(inbox).toBeDefined();
    expect(adapter.health()).toEqual({ state: "ok" });
  });
});

function connectionsOf({ rest }: Setting["fake"]): Promise<number> {
  return new Promise((resolve, reject) =>
    rest.server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
  );
}
