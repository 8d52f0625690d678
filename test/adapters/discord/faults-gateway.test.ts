import { describe, expect, it } from "vitest";
import { BOT, snowflake } from "../../fakes/discord/payloads.ts";
import { begin, ben, expectNothingLost } from "./begin.ts";
import { BEN, GENERAL, GUILD, type Setting } from "./setting.ts";

const PRINTER = `<@${BOT.id}> where is the colour printer?`;

const errors = ({ log }: Setting): readonly string[] =>
  log.lines
    .filter((line) => line.level === "error" || line.level === "warn")
    .map((line) => line.message);

describe("the connection is lost and found", () => {
  it("fault 49, 58: a dropped socket is resumed, what was missed is answered once, and an answer under way arrives", async () => {
    let go: () => void = () => undefined;
    let gate: Promise<void> | undefined = new Promise<void>((resolve) => (go = resolve));
    const setting = await begin({ before: async () => gate });
    const { people, fake } = setting;
    const before = people.says(ben, PRINTER);
    await people.until(() => setting.reception.inFlight() === 1, "the question");
    fake.gateway.drop();
    const meanwhile = people.says(ben, PRINTER);
    go();
    gate = undefined;
    await people.until(() => people.seesIn(before).length === 1, "the answer under way");
    await people.until(() => people.seesIn(meanwhile).length === 1, "the missed question");
    await expectNothingLost(setting, { messages: [before, meanwhile] });
    expect(fake.gateway.counts).toMatchObject({ identifies: 1, resumes: 1 });
    expect(setting.adapter.health().state).toBe("ok");
  });

  it("fault 58: opcode 7 resumes, opcode 9 begins anew, and each event is answered once", async () => {
    const setting = await begin();
    const { people, fake } = setting;
    fake.gateway.order(7);
    await people.until(
      () => fake.gateway.counts.resumes === 1 && fake.gateway.connected() === 1,
      "the resume",
    );
    const one = people.says(ben, PRINTER);
    await people.until(() => people.seesIn(one).length === 1, "the answer");
    fake.gateway.order(9, false);
    await people.until(
      () => fake.gateway.counts.identifies === 2 && fake.gateway.connected() === 1,
      "the new session",
    );
    people.says(ben, PRINTER, {}, one);
    const two = people.says(ben, PRINTER);
    await people.until(() => people.seesIn(two).length === 1, "the answer");
    await expectNothingLost(setting, { messages: [one, two] });
  });

  it("fault 58: a peer that no longer acknowledges heartbeats is left and resumed", async () => {
    const setting = await begin({ heartbeatMs: 60 });
    const { people, fake } = setting;
    await people.until(() => fake.gateway.counts.heartbeats > 1, "heartbeats");
    fake.gateway.behaviour.acknowledges = false;
    await people.until(() => fake.gateway.counts.resumes > 0, "the resume");
    fake.gateway.behaviour.acknowledges = true;
    const id = people.says(ben, PRINTER);
    await people.until(() => people.seesIn(id).length === 1, "the answer");
    await expectNothingLost(setting, { messages: [id] });
    expect(fake.gateway.counts.identifies).toBe(1);
  });
});

describe("fault 56: what only an operator can cure", () => {
  it.each([
    [4_004, "DISCORD_TOKEN"],
    [4_010, "DISCORD_SHARDS"],
    [4_011, "DISCORD_SHARDS=auto"],
    [4_012, "Update Docent"],
    [4_013, "Update Docent"],
    [4_014, "Privileged Gateway Intents"],
  ])(
    "close code %i at the start is refused with what to do, and not tried again",
    async (code, remedy) => {
      const setting = await begin({ start: false });
      const { fake, adapter } = setting;
      fake.gateway.behaviour.closeOnIdentify = code;
      const refusal = { code: "platform-refused", remedy: expect.stringContaining(remedy) };
      await expect(adapter.start()).rejects.toMatchObject(refusal);
      expect(adapter.health()).toMatchObject({
        state: "failed",
        note: expect.stringContaining(remedy),
      });
      // Who starts the adapter says it; it is not said twice.
      expect(errors(setting)).toEqual([]);
      expect(fake.gateway.counts.identifies).toBe(1);
    },
  );

  it("a token that was never one is refused before any connection", async () => {
    const setting = await begin({ start: false, config: { token: "wrong" } });
    await expect(setting.adapter.start()).rejects.toMatchObject({ code: "platform-refused" });
    expect(setting.fake.gateway.counts.connections).toBe(0);
    expect(setting.adapter.health()).toMatchObject({ state: "failed" });
    expect(setting.log.text()).not.toContain("wrong");
  });

  it("a token that is taken back while Docent runs ends it the same way", async () => {
    const setting = await begin();
    const { fake, adapter, people } = setting;
    fake.gateway.close(4_004);
    await people.until(() => adapter.health().state === "failed", "the failure");
    expect(adapter.health().note).toContain("DISCORD_TOKEN");
    expect(errors(setting)).toHaveLength(1);
    expect(fake.gateway.counts.identifies).toBe(1);
  });
});

describe("several shards", () => {
  it("each answers its own guilds, and health counts those that are away", async () => {
    const far = {
      ...GUILD,
      id: String(4_194_304_000_000_000n + (1n << 22n)),
      channels: [{ ...GENERAL, id: "4194304009" }],
    };
    const setting = await begin({ shards: 2, guilds: [GUILD, far] });
    const { people } = setting;
    expect(setting.fake.gateway.counts.identifies).toBe(2);
    for (const guild of [GUILD, far]) {
      const id = people.says(
        { user: BEN, guild, channel: guild.channels[0] ?? GENERAL },
        PRINTER,
        {},
        snowflake(),
      );
      await people.until(() => people.seesIn(id).length === 1, "the answer");
    }
    expect(setting.adapter.health()).toEqual({ state: "ok", note: "2 shards" });
  });
});

describe("fault 100: Docent is removed from a server", () => {
  it("deletes what was kept of it, and keeps it during an outage", async () => {
    const setting = await begin();
    const { fake, people } = setting;
    const removed = (unavailable?: true): void =>
      fake.gateway.dispatch(
        "GUILD_DELETE",
        { id: GUILD.id, ...(unavailable === undefined ? {} : { unavailable }) },
        { intent: 1, guild: GUILD.id },
      );
    removed(true);
    removed();
    await people.until(() => setting.purged.length > 0, "the deletion");
    expect(setting.purged).toEqual([`discord:${GUILD.id}`]);
  });
});
