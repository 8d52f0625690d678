import { describe, expect, it } from "vitest";
import { createFakeClock } from "../../fakes/clock.ts";
import { BOT, channelPayload, snowflake, type FakeChannel } from "../../fakes/discord/payloads.ts";
import { error } from "../../fakes/discord/rest.ts";
import { begin, ben, ended, expectNothingLost } from "./begin.ts";
import { FORUM, GENERAL, GUILD, HELP } from "./setting.ts";

const PRINTER = `<@${BOT.id}> where is the colour printer?`;
const MESSAGES = /^\/channels\/\d+\/messages$/u;

describe("fault 39: one question, announced in two ways", () => {
  it("a post that mentions Docent where it speaks by itself gets one answer", async () => {
    const setting = await begin();
    const { people, services, fake } = setting;
    await services.channels.setMode(`discord:${GUILD.id}:${FORUM.id}`, "auto");
    const post = people.opens({ ...ben, channel: FORUM }, "Where is the colour printer?", PRINTER);
    await people.until(() => people.seesIn(post.id).length > 0, "the answer");
    await ended(setting);
    expect(fake.messages.posted).toHaveLength(1);
  });

  it("so does a mention whose author opens its thread at the same moment", async () => {
    const setting = await begin();
    const { people, services, fake, metrics } = setting;
    await services.channels.setMode(`discord:${GUILD.id}:${HELP.id}`, "auto");
    const id = snowflake();
    const name = "Where is the colour printer?";
    const thread: FakeChannel = { id, type: 11, name, parent: HELP.id, owner: ben.user.id };
    fake.world.channels.set(id, { channel: thread, guild: GUILD });
    people.says({ ...ben, channel: HELP }, PRINTER, {}, id);
    const opened = { ...channelPayload(thread, GUILD.id), newly_created: true };
    fake.world.announce("THREAD_CREATE", opened, GUILD);
    await people.until(() => metrics.total("questions_ended_total") === 2, "both");
    expect(people.seesIn(id)).toHaveLength(1);
    expect(people.seesIn(HELP.id)).toEqual([]);
    expect(metrics.total("questions_ended_total", { delivery: "duplicate" })).toBe(1);
  });
});

describe("fault 41: events in the wrong order", () => {
  it("a question in a thread that no event has announced is answered there", async () => {
    const setting = await begin();
    const { people, fake } = setting;
    const thread: FakeChannel = { id: snowflake(), type: 11, name: "Old", parent: GENERAL.id };
    fake.world.channels.set(thread.id, { channel: thread, guild: GUILD });
    people.says({ ...ben, channel: thread }, PRINTER);
    await people.until(() => people.seesIn(thread.id).length > 0, "the answer");
    await expectNothingLost(setting, {});
    expect(fake.messages.posted).toHaveLength(1);
  });

  it("a question that was deleted before it came is not answered, and nothing is kept of it", async () => {
    const setting = await begin();
    const { people, fake, store } = setting;
    const id = snowflake();
    people.deletes(ben, id);
    people.says(ben, PRINTER, {}, id);
    const help = people.slash(ben, "help");
    await people.until(() => help.shown, "a later event");
    await ended(setting);
    expect(fake.messages.posted).toEqual([]);
    for await (const [, value] of store.entries("")) {
      expect(JSON.stringify(value)).not.toContain("colour printer");
    }
  });
});

describe("fault 45: Discord is broken for longer than anybody waits", () => {
  it("is given up within a minute, waits in the inbox, and is answered once when Discord is well", async () => {
    const clock = createFakeClock(Date.now());
    const setting = await begin({ clock });
    const { people, fake, metrics, inbox, adapter } = setting;
    const broken = { kind: "reply", reply: error(502, 0, "bad gateway") } as const;
    fake.rest.fault({ path: MESSAGES, method: "POST", ...broken });
    const id = people.says(ben, PRINTER);
    const failed = (): boolean =>
      metrics.total("questions_ended_total", { delivery: "failed" }) > 0;
    let waited = 0;
    await people.until(() => {
      if (failed()) return true;
      waited += 100;
      void clock.advance(100);
      return false;
    }, "giving up");
    expect(waited).toBeLessThan(60_000);
    expect(fake.rest.callsTo("POST", MESSAGES).length).toBeLessThan(40);
    expect(people.seesIn(id)).toEqual([]);
    fake.rest.heal();
    await clock.advance(60_000);
    expect(await inbox.resumeOrphans((_adapter, event) => adapter.resume(event))).toBe(1);
    await people.until(() => people.seesIn(id).length === 1, "the answer");
    await ended(setting);
    expect(fake.messages.posted).toHaveLength(1);
  });
});
