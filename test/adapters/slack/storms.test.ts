import { describe, expect, it } from "vitest";
import { settle } from "../../fakes/clock.ts";
import { lesson } from "../../support/scripted-core.ts";
import { startHarness } from "./harness.ts";
import type { Harness } from "./harness.ts";

const lessons = [lesson("senior")];
type Payload = Record<string, unknown>;

const mention = ({ event }: Harness, fields: Payload = {}, envelope: Payload = {}): Payload =>
  event("app_mention", { text: "<@UBOT> senior?", ...fields }, envelope);

/** Lets time pass until all that was received has ended. */
async function ended({ metrics, clock }: Harness, count: number): Promise<void> {
  while (metrics.total("questions_ended_total") < count) await clock.advance(1000);
}

describe("storms", () => {
  it("fault 17: acknowledges a thousand mentions by one person, answers five of them, and says so once", async () => {
    const harness = await startHarness({ lessons });
    await Promise.all(Array.from({ length: 1000 }, () => harness.send(mention(harness))));
    await ended(harness, 1000);
    expect(harness.said().filter((words) => words.includes("Senior"))).toHaveLength(5);
    expect(harness.said().filter((words) => words.includes("a lot of questions"))).toHaveLength(1);
    expect(harness.metrics.total("questions_ended_total", { delivery: "limited" })).toBe(995);
  });

  it("fault 18: ends every question of five hundred people in exactly one message", async () => {
    const harness = await startHarness({ lessons, receive: { sendMs: 3_600_000 } });
    const people = Array.from({ length: 500 }, (_, index) => ({
      user: `U${index + 10}`,
      channel: `C${index % 50}`,
    }));
    await Promise.all(people.map((fields) => harness.send(mention(harness, fields))));
    await ended(harness, 500);
    const threads = harness.slack.workspace.messages.map(({ thread }) => thread);
    expect(new Set(threads).size).toBe(500);
    const ends = ["answered", "busy", "limited"].map((delivery) =>
      harness.metrics.total("questions_ended_total", { delivery }),
    );
    expect(ends.reduce((sum, count) => sum + count, 0)).toBe(500);
  });

  it("fault 18: tells those for whom there is no room that it is busy, once, and answers them as soon as there is", async () => {
    const held = Promise.withResolvers<void>();
    const harness = await startHarness({
      lessons,
      before: () => held.promise,
      receive: { concurrency: 1, waiting: 100, answerMs: 600_000, busyAfterMs: 600_000 },
    });
    const { slack, metrics, clock, adapter, reception } = harness;
    const questions = Array.from({ length: 200 }, (_, index) =>
      mention(harness, { user: `U${index + 10}`, channel: `C${index}` }),
    );
    await Promise.all(questions.map((question) => harness.send(question)));
    const busy = () => slack.workspace.messages.filter(({ text }) => text.startsWith("Many"));
    await slack.until(() => busy().length === 99);
    await slack.until(() => reception.inFlight() === 101);
    held.resolve();
    while (metrics.total("questions_ended_total", { delivery: "answered" }) < 200) {
      await clock.advance(5000);
      await harness.resumeOrphans((event) => adapter.resume(event));
    }
    // What they were told meanwhile goes when the answer stands.
    await slack.until(() => busy().length === 0);
    const answered = slack.workspace.messages.filter(({ text }) => text.includes("Senior"));
    const threads = answered.map(({ thread }) => thread);
    expect(threads).toHaveLength(200);
    expect(new Set(threads)).toEqual(
      new Set(questions.map(({ event }) => (event as { ts: string }).ts)),
    );
  });

  it("fault 16: never talks with another bot, however long it goes on", async () => {
    const harness = await startHarness({ lessons });
    for (let round = 0; round < 1000; round += 1) {
      await harness.send(mention(harness, { bot_id: "B2", user: "U666" }));
    }
    await settle();
    expect(harness.said()).toEqual([]);
  });
});

describe("a busy channel", () => {
  it("gets one message a second, in the order of its questions, and holds up no other", async () => {
    const harness = await startHarness({ lessons });
    const { slack, clock } = harness;
    const asked = ["U1", "U2", "U3"].map((user) => mention(harness, { user }));
    for (const question of asked) await harness.send(question);
    await harness.send(mention(harness, { user: "U4", channel: "C2" }));
    await slack.until(() => harness.said("C1").length === 1 && harness.said("C2").length === 1);
    for (const stands of [1, 2]) {
      await clock.advance(999);
      expect(harness.said("C1")).toHaveLength(stands);
      await clock.advance(1);
      await slack.until(() => harness.said("C1").length === stands + 1);
    }
    await ended(harness, 4);
    const inOrder = slack.workspace.messages.filter(({ channel }) => channel === "C1");
    expect(inOrder.map(({ thread }) => thread)).toEqual(
      asked.map(({ event }) => (event as { ts: string }).ts),
    );
  });
});

describe("odd words", () => {
  it.each([
    [3, "ten million characters", "a".repeat(10_000_000)],
    [8, "4,001 characters", "a".repeat(4001)],
  ])("fault %i: refuses %s politely, naming the limit", async (_fault, _, text) => {
    const harness = await startHarness({ lessons });
    await harness.send(harness.event("message_im", { text }));
    await ended(harness, 1);
    expect(harness.said()[0]).toContain("up to 4000");
  });

  it.each([
    [8, "exactly 4,000 characters", `senior ${"a".repeat(3993)}`],
    [7, "bidi, NUL and zalgo", "senior \u202E\u0000 e\u0301\u0301\u0301\u0301"],
    [10, "a code fence", "senior ```rm -rf``` `x`"],
    [7, "an emoji family", "senior 👩‍👩‍👧‍👦"],
  ])("fault %i: answers %s", async (_fault, _, text) => {
    const harness = await startHarness({ lessons });
    await harness.send(harness.event("message_im", { text }));
    await ended(harness, 1);
    expect(harness.said()[0]).toContain("Senior: ₹18–35+");
  });
});

describe("stopping", () => {
  it("finishes what it has accepted, takes nothing more, and leaves that to Slack's redelivery", async () => {
    const held = Promise.withResolvers<void>();
    const harness = await startHarness({ mode: "http", lessons, before: () => held.promise });
    const { slack, adapter } = harness;
    const people = Array.from({ length: 50 }, (_, index) =>
      mention(harness, { user: `U${index + 10}`, channel: `C${index}` }),
    );
    await Promise.all(people.map((event) => harness.send(event)));
    const stopped = adapter.stop();
    await expect(harness.send(mention(harness))).rejects.toThrow();
    held.resolve();
    await stopped;
    expect(slack.workspace.messages).toHaveLength(50);
    expect(adapter.health().state).toBe("stopped");
  });
});
