import { describe, expect, it } from "vitest";
import { BOT, snowflake } from "../../fakes/discord/payloads.ts";
import { createFakeClock } from "../../fakes/clock.ts";
import { error } from "../../fakes/discord/rest.ts";
import { begin, ben, ended } from "./begin.ts";
import { ADA, GENERAL, HUMANS } from "./setting.ts";

const PRINTER = `<@${BOT.id}> where is the colour printer?`;

describe("fault 47: an answer that takes its time", () => {
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
    expect(people.sees(given)).toMatchObject({
      ephemeral: true,
      text: expect.stringContaining("second floor"),
    });
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
    const [busy] = await people.until(
      () => people.seesIn(id).length > 0 && people.seesIn(id),
      "the notice",
    );
    expect(busy?.text).toContain("Many questions at once");
    go();
    const later = await people.until(
      () => people.seesIn(id)[0]?.text.includes("second floor") && people.seesIn(id),
      "the answer",
    );
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
      fake.rest.fault({
        path: /callback$/u,
        times: 1,
        kind: "reply",
        reply: error(status, code, "over"),
      });
      const before = answers().length;
      people.slash(ben, "ask", { question: "Where is the colour printer?" });
      await people.until(
        () => metrics.total("discord_interactions_over_total", { code: String(code) }) === 1,
        String(code),
      );
      await ended(setting);
      expect(answers().length).toBe(before + 1);
    }
    const late = people.types(ben, "printer");
    fake.interactions.limits.answerMs = -1;
    await people.until(
      () =>
        late.callbacks.length > 0 ||
        metrics.total("discord_interactions_over_total", { code: "10062" }) > 1,
      "autocomplete",
    );
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
    for (let time = 0; time < 10_000; time += 1)
      people.says({ ...ben, user: { id: String(70_000 + time), name: "x" } }, PRINTER);
    const help = people.slash(ben, "help");
    await people.until(() => help.shown, "a later event", 60_000);
    await people.until(() => setting.reception.inFlight() === 0, "the end of all", 60_000);
    const refused = fake.rest.calls.filter((call) =>
      call.path.startsWith(`/channels/${GENERAL.id}`),
    ).length;
    expect(refused).toBeLessThan(100);
    expect(log.text()).toContain("permissions that docs/discord.md lists");
    const before = fake.rest.calls.length;
    people.says({ ...ben, user: { id: "8001", name: "x" } }, PRINTER);
    people.says({ ...ben, channel: HUMANS, user: { id: "8002", name: "x" } }, PRINTER);
    await people.until(() => fake.messages.posted.length === 1, "another channel");
    expect(fake.rest.calls.slice(before).filter((call) => call.path.includes(GENERAL.id))).toEqual(
      [],
    );
    fake.world.forbidden.clear();
    await clock.advance(11 * 60_000);
    people.says(
      { ...ben, user: { id: "8003", name: "x" } },
      PRINTER,
      {},
      snowflake(Date.now() + 11 * 60_000),
    );
    await people.until(() => people.seesIn(GENERAL.id).length > 0, "the channel again");
  });
});
