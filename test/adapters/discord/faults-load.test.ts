import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../adapters/node/memory-store.ts";
import { systemClock } from "../../../adapters/node/clock.ts";
import { BOT } from "../../fakes/discord/payloads.ts";
import { begin, ben, expectNothingLost } from "./begin.ts";
import { ADA, type Setting } from "./setting.ts";

const PRINTER = "where is the colour printer?";

/** Everything that Docent posted anywhere, as words. */
const said = ({ fake, people }: Setting): readonly string[] =>
  [...new Set(fake.messages.posted.map((one) => one.channel))].flatMap((channel) =>
    people.seesIn(channel).map((one) => one.text),
  );

describe("storms of questions", () => {
  it("fault 17: one person's thousand get five answers, one notice and then silence", async () => {
    const setting = await begin({ limit: 5 });
    const { people, metrics } = setting;
    for (let time = 0; time < 1_000; time += 1) people.says(ben, `<@${BOT.id}> ${PRINTER}`);
    await people.until(() => metrics.total("questions_ended_total") === 1_000, "the end of all");
    const words = said(setting);
    expect(words.filter((text) => text.includes("second floor"))).toHaveLength(5);
    expect(words.filter((text) => text.includes("a lot of questions"))).toHaveLength(1);
    const given = people.slash(ben, "ask", { question: PRINTER });
    await people.until(() => given.shown, "an end that does not look like a failure");
    expect(people.sees(given)).toMatchObject({
      ephemeral: true,
      text: expect.stringContaining("a lot of questions"),
    });
  });

  it("fault 18: five hundred people's commands are all answered or refused, none lost, none twice", async () => {
    const setting = await begin({ concurrency: 4, waiting: 100, busyAfterMs: 60_000 });
    const { people, metrics } = setting;
    const all = Array.from({ length: 500 }, (_, index) =>
      people.slash({ ...ben, user: { id: String(10_000 + index), name: "x" } }, "ask", {
        question: PRINTER,
      }),
    );
    await people.until(() => metrics.total("questions_ended_total") === 500, "the end of all");
    await people.until(() => all.every((one) => one.shown !== undefined), "what everybody sees");
    const texts = all.map((one) => people.sees(one).text);
    const answered = texts.filter((text) => text.includes("second floor")).length;
    const refused = texts.filter((text) => /a lot of questions|Many questions at once/u.test(text));
    expect(answered).toBeGreaterThanOrEqual(100);
    expect(answered + refused.length).toBe(500);
    await expectNothingLost(setting, { interactions: all });
  }, 40_000);
});

describe("stopping and dying with questions under way", () => {
  it("fault 88: stop takes in nothing new and finishes fifty that are under way", async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const setting = await begin({ before: () => gate, concurrency: 50 });
    const { people, adapter, fake } = setting;
    const all = Array.from({ length: 50 }, (_, index) =>
      people.slash({ ...ben, user: { id: String(10_000 + index), name: "x" } }, "ask", {
        question: PRINTER,
      }),
    );
    await people.until(() => setting.reception.inFlight() === 50, "all questions");
    const stopped = adapter.stop();
    await people.until(() => fake.gateway.connected() === 0, "the end of the connection");
    go();
    await stopped;
    expect(all.every((one) => people.sees(one).text.includes("second floor"))).toBe(true);
    await expectNothingLost(setting, { interactions: all });
    expect(adapter.health()).toEqual({ state: "stopped" });
  });

  it("fault 89: what a process that died had accepted is answered by the next, once", async () => {
    const store = createMemoryStore({ clock: systemClock });
    const dead = await begin({
      store,
      replica: "dead",
      drainMs: 0,
      before: () => new Promise(() => undefined),
    });
    const id = dead.people.says(ben, `<@${BOT.id}> ${PRINTER}`);
    const asked = dead.people.slash({ ...ben, user: ADA }, "ask", { question: PRINTER });
    await dead.people.until(() => dead.reception.inFlight() === 2, "both");
    await dead.people.until(() => asked.shown === "thinking", "the announcement");
    const config = { apiUrl: dead.fake.apiUrl };
    const next = await begin({ store, replica: "next", config, start: false });
    await next.adapter.start();
    const handedOn = await next.inbox.resumeOrphans((_adapter, event) =>
      next.adapter.resume(event),
    );
    expect(handedOn).toBe(2);
    await dead.people.until(() => dead.people.seesIn(id).length > 0, "the answer");
    await dead.people.until(() => asked.shown !== "thinking", "the other answer");
    expect(dead.people.sees(asked).text).toContain("second floor");
    expect(dead.people.seesIn(id)).toHaveLength(1);
    await expect(next.adapter.resume({ via: "pigeon" })).resolves.toBeUndefined();
  });
});
