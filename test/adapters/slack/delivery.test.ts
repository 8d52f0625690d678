import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../adapters/node/memory-store.ts";
import { createFakeClock } from "../../fakes/clock.ts";
import { startFakeSlack } from "../../fakes/slack/fake-slack.ts";
import { lesson } from "../../support/scripted-core.ts";
import { startHarness } from "./harness.ts";
import type { Harness, Mode } from "./harness.ts";

const lessons = [lesson("senior")];
type Payload = Record<string, unknown>;

const mention = ({ event }: Harness, fields: Payload = {}, envelope: Payload = {}): Payload =>
  event("app_mention", { text: "<@UBOT> senior?", ...fields }, envelope);

/** Lets time pass until all that was received has ended. */
async function ended({ metrics, clock }: Harness, count: number): Promise<void> {
  while (metrics.total("questions_ended_total") < count) await clock.advance(1000);
}

describe.each<Mode>(["socket", "http"])("delivery over %s", (mode) => {
  it("fault 38: answers a redelivered event once", async () => {
    const harness = await startHarness({ mode, lessons });
    const first = mention(harness);
    await harness.send(first);
    await harness.clock.advance(60_000);
    await harness.send(first);
    await ended(harness, 2);
    expect(harness.said()).toHaveLength(1);
  });

  it("fault 42: does not answer a message of two hours ago, and counts it", async () => {
    const harness = await startHarness({ mode, lessons });
    const late = mention(harness);
    await harness.clock.advance(2 * 3_600_000);
    await harness.send(late);
    await ended(harness, 1);
    expect(harness.said()).toEqual([]);
    expect(harness.metrics.total("questions_ended_total", { delivery: "stale" })).toBe(1);
  });

  it("fault 41: survives events out of order: an edit and a reply before their message", async () => {
    const harness = await startHarness({ mode, lessons });
    const question = mention(harness);
    const { ts } = question["event"] as { ts: string };
    const message = {
      type: "message",
      user: "U1",
      text: "<@UBOT> junior?",
      ts,
      edited: { user: "U1", ts },
    };
    await harness.send(
      harness.event("message_changed", { message, previous_message: { ...message, text: "x" } }),
    );
    await harness.send(
      harness.event("message_channel", { text: "about 20", user: "U2", thread_ts: ts }),
    );
    await harness.send(question);
    await ended(harness, 1);
    expect(harness.said()).toHaveLength(1);
  });
});

describe("two replicas", () => {
  it("fault 40: answer an event that reaches both once", async () => {
    const clock = createFakeClock();
    const store = createMemoryStore({ clock });
    const slack = await startFakeSlack(() => clock.now());
    const one = await startHarness({ mode: "http", lessons, clock, store, slack, replica: "a" });
    const other = await startHarness({ mode: "http", lessons, clock, store, slack, replica: "b" });
    const event = mention(one);
    await Promise.all([one.send(event), other.send(event)]);
    await slack.until(
      () =>
        one.metrics.total("questions_ended_total") +
          other.metrics.total("questions_ended_total") ===
        2,
    );
    expect(one.said()).toHaveLength(1);
    await slack.close();
  });

  it("take up what another one accepted and did not end, without a second answer", async () => {
    const clock = createFakeClock();
    const store = createMemoryStore({ clock });
    const slack = await startFakeSlack(() => clock.now());
    const dead = await startHarness({ lessons, clock, store, slack, replica: "a" });
    // It dies after Slack has taken the answer, before it knows.
    slack.script("chat.postMessage", [{ lose: "hang" }]);
    await dead.send(mention(dead));
    await slack.until(() => slack.workspace.messages.length === 1);
    const heir = await startHarness({ lessons, clock, store, slack, replica: "b" });
    await heir.resumeOrphans((event) => heir.adapter.resume(event));
    await slack.until(() => heir.metrics.total("questions_ended_total") === 1);
    expect(slack.callsOf("chat.postMessage")).toHaveLength(1);
    await clock.advance(120_000);
    await slack.close();
  });
});

describe("when Slack's API fails", () => {
  it("fault 43: waits on a 429 for that channel alone, and keeps the channel's order", async () => {
    const harness = await startHarness({ lessons, receive: { sendMs: 90_000 } });
    const { slack, clock } = harness;
    const limited = { status: 429, headers: { "retry-after": "30" } };
    slack.script("chat.postMessage", [limited], ({ channel }) => channel === "C1");
    const first = mention(harness, { user: "U1" });
    await harness.send(first);
    await slack.until(() => slack.callsOf("chat.postMessage").length === 1);
    const second = mention(harness, { user: "U2" });
    await harness.send(second);
    await harness.send(mention(harness, { user: "U3", channel: "C2" }));
    await slack.until(() => harness.said("C2").length === 1);
    expect(harness.said("C1")).toEqual([]);
    await clock.advance(29_000);
    expect(harness.said("C1")).toEqual([]);
    await ended(harness, 3);
    const order = slack.workspace.messages
      .filter(({ channel }) => channel === "C1")
      .map(({ thread }) => thread);
    expect(order).toEqual([first, second].map(({ event }) => (event as { ts: string }).ts));
  });

  it.each([
    ["without Retry-After", {}],
    ["with a broken Retry-After", { "retry-after": "soon" }],
  ])("fault 44: survives a 429 %s", async (_, headers) => {
    const harness = await startHarness({ lessons });
    harness.slack.script("chat.postMessage", [{ status: 429, headers }]);
    await harness.send(mention(harness));
    await ended(harness, 1);
    expect(harness.said()).toHaveLength(1);
  });

  it("fault 44: gives up on a 429 of an hour, without hanging", async () => {
    const harness = await startHarness({ lessons });
    harness.slack.always("chat.postMessage", { status: 429, headers: { "retry-after": "3600" } });
    await harness.send(mention(harness));
    await ended(harness, 1);
    expect(harness.metrics.total("questions_ended_total", { delivery: "failed" })).toBe(1);
  });

  it("fault 45: tries again after errors of Slack's own, with a growing pause", async () => {
    const harness = await startHarness({ lessons, receive: { sendMs: 90_000 } });
    const broken = { status: 500, reply: "oops" };
    harness.slack.script("chat.postMessage", [broken, { status: 502 }, broken, broken]);
    await harness.send(mention(harness));
    await ended(harness, 1);
    expect(harness.said()).toHaveLength(1);
    expect(harness.metrics.total("questions_ended_total", { delivery: "answered" })).toBe(1);
  });

  it.each([
    ["never comes", { lose: "hang" }],
    ["breaks off", { lose: "reset" }],
  ] as const)(
    "fault 46: does not post twice when Slack accepted a message and the reply %s",
    async (_, behaviour) => {
      const harness = await startHarness({ lessons });
      harness.slack.script("chat.postMessage", [behaviour]);
      await harness.send(mention(harness));
      await ended(harness, 1);
      expect(harness.said()).toHaveLength(1);
      expect(harness.slack.callsOf("chat.postMessage")).toHaveLength(1);
      expect(harness.metrics.total("questions_ended_total", { delivery: "answered" })).toBe(1);
    },
  );

  it("fault 46: posts again when Slack had not accepted it", async () => {
    const harness = await startHarness({ lessons });
    harness.slack.script("chat.postMessage", [{ hang: true }]);
    await harness.send(mention(harness));
    await ended(harness, 1);
    expect(harness.said()).toHaveLength(1);
    expect(harness.slack.callsOf("chat.postMessage")).toHaveLength(2);
  });

  it("fault 46: does not post again as long as it cannot look whether the message stands", async () => {
    const harness = await startHarness({ lessons, receive: { sendMs: 90_000 } });
    harness.slack.script("chat.postMessage", [{ lose: "reset" }]);
    harness.slack.script("conversations.replies", [{ status: 503 }, { status: 503 }]);
    await harness.send(mention(harness));
    await ended(harness, 1);
    expect(harness.slack.callsOf("chat.postMessage")).toHaveLength(1);
  });

  it("fault 47: lets other answers through while one call hangs, and gives that up after eight seconds", async () => {
    const harness = await startHarness({ lessons });
    harness.slack.script("chat.postMessage", [{ hang: true }], ({ channel }) => channel === "C1");
    await harness.send(mention(harness));
    await harness.slack.until(() => harness.slack.callsOf("chat.postMessage").length === 1);
    await harness.send(mention(harness, { channel: "C2", user: "U2" }));
    await harness.slack.until(() => harness.said("C2").length === 1);
    expect(harness.said("C1")).toEqual([]);
    await harness.clock.advance(7900);
    expect(harness.slack.callsOf("conversations.replies")).toEqual([]);
    await ended(harness, 2);
    expect(harness.slack.callsOf("conversations.replies")).toHaveLength(1);
    expect(harness.said("C1")).toHaveLength(1);
  });

  it.each([
    ["within eight seconds", 7000, 0],
    ["after twenty seconds", 20_000, 1],
  ])("fault 47: answers once where the reply comes %s", async (_, ms, looks) => {
    const harness = await startHarness({ lessons, receive: { sendMs: 90_000 } });
    const { slack, clock } = harness;
    slack.script("chat.postMessage", [{ slow: clock.sleep(ms) }]);
    await harness.send(mention(harness));
    await slack.until(() => harness.said().length === 1);
    await ended(harness, 1);
    await clock.advance(30_000);
    expect(slack.callsOf("chat.postMessage")).toHaveLength(1);
    expect(slack.callsOf("conversations.replies")).toHaveLength(looks);
    expect(harness.metrics.total("questions_ended_total", { delivery: "answered" })).toBe(1);
  });

  it("sends the words alone when Slack refuses the blocks, and says so in the log", async () => {
    const harness = await startHarness({ lessons });
    harness.slack.script("chat.postMessage", [{ reply: { ok: false, error: "invalid_blocks" } }]);
    await harness.send(mention(harness));
    await ended(harness, 1);
    expect(harness.slack.workspace.messages[0]?.text).toContain("Senior: ₹18–35+");
    expect(harness.log.text()).toContain("Slack refused our blocks");
  });

  it("fault 55: names a revoked token once, shows it in its health, and does not hammer", async () => {
    const harness = await startHarness({ lessons });
    harness.slack.always("chat.postMessage", { reply: { ok: false, error: "token_revoked" } });
    await harness.send(mention(harness));
    await ended(harness, 1);
    expect(harness.adapter.health()).toMatchObject({
      state: "failed",
      note: expect.stringContaining("token_revoked"),
    });
    expect(harness.slack.callsOf("chat.postMessage").length).toBeLessThanOrEqual(2);
    const loud = harness.log.lines.filter(({ message }) => message.includes("token_revoked"));
    expect(loud.filter(({ level }) => level === "error")).toHaveLength(1);
  });
});
