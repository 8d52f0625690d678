import { describe, expect, it } from "vitest";
import { readText, escapeWithin } from "../../../adapters/slack/mrkdwn.ts";
import { settle } from "../../fakes/clock.ts";
import { lesson } from "../../support/scripted-core.ts";
import { startHarness } from "./harness.ts";
import type { Harness } from "./harness.ts";

const lessons = [lesson("senior")];

const mention = ({ event }: Harness, fields: Record<string, unknown> = {}) =>
  event("app_mention", { text: "<@UBOT> senior?", ...fields });

/** Lets time pass until so many questions have ended; gives how long that took. */
async function ended({ metrics, clock }: Harness, count: number, stepMs = 1000): Promise<number> {
  const from = clock.now();
  while (metrics.total("questions_ended_total") < count) await clock.advance(stepMs);
  return clock.now() - from;
}

describe("fault 45: Slack is broken for longer than anybody waits", () => {
  it("is tried for a minute and no longer; nothing is lost: the answer comes when Slack is back, once", async () => {
    const harness = await startHarness({ lessons, receive: { sendMs: 90_000 } });
    const { slack, clock, metrics, adapter } = harness;
    slack.always("chat.postMessage", { status: 502 });
    await harness.send(mention(harness));
    const tookMs = await ended(harness, 1);
    expect(tookMs).toBeLessThanOrEqual(2 * 61_000);
    expect(metrics.total("questions_ended_total", { delivery: "failed" })).toBe(1);
    const calls = slack.callsOf("chat.postMessage").length;
    expect(calls).toBeLessThan(30);

    slack.always("chat.postMessage", undefined);
    await clock.advance(10_000);
    await harness.resumeOrphans((event) => adapter.resume(event));
    await ended(harness, 2);
    expect(harness.said()).toHaveLength(1);
    expect(harness.said()[0]).toContain("Senior");
    await harness.resumeOrphans((event) => adapter.resume(event));
    expect(harness.said()).toHaveLength(1);
  });
});

describe("fault 48: a Slack that never answers", () => {
  it("leaves no timer, no connection and no question behind after a thousand calls", async () => {
    const harness = await startHarness({ lessons, receive: { sendMs: 90_000 } });
    const { slack, clock } = harness;
    const connections = (): number =>
      process.getActiveResourcesInfo().filter((kind) => kind === "TCPSocketWrap").length;
    await harness.send(mention(harness, { channel: "C9", user: "U9" }));
    await ended(harness, 1);
    const before = { timers: clock.sleeping, connections: connections() };

    slack.always("chat.postMessage", { hang: true });
    for (let asked = 0; asked < 200; asked += 1) {
      await harness.send(mention(harness, { user: `U${asked}`, channel: `C${asked}` }));
    }
    await ended(harness, 201);
    expect(slack.callsOf("chat.postMessage").length).toBeGreaterThan(1000);
    await settle();
    expect(clock.sleeping).toBeLessThanOrEqual(before.timers);
    await slack.until(() => connections() <= before.connections + 4);
    expect(harness.reception.inFlight()).toBe(0);
  });
});

describe("fault 55: Slack refuses what only an operator can mend", () => {
  it.each(["missing_scope", "token_revoked"])(
    "%s is said once, with what to do, and not asked for again and again",
    async (code) => {
      const harness = await startHarness({ lessons });
      const { slack, clock, log } = harness;
      slack.always("chat.postMessage", { reply: { ok: false, error: code } });
      for (let asked = 0; asked < 20; asked += 1) {
        await harness.send(mention(harness, { user: `U${asked}`, channel: `C${asked}` }));
      }
      await ended(harness, 20);
      expect(slack.callsOf("chat.postMessage").length).toBeLessThan(5);
      const loud = log.lines.filter(
        ({ level, fields }) => level === "error" && "remedy" in fields && "code" in fields,
      );
      expect(loud).toMatchObject([{ fields: { code, method: "chat.postMessage" } }]);

      // One call a minute finds out that it was mended.
      slack.always("chat.postMessage", undefined);
      await clock.advance(60_000);
      await harness.send(mention(harness, { user: "U99", channel: "C99" }));
      await slack.until(() => harness.said("C99").length === 1);
    },
  );
});

describe("fault 6: words that are made to take long", () => {
  const LONG = 200_000;
  it.each([
    ["opening brackets", "<".repeat(LONG)],
    ["mentions that never end", "<@U".repeat(LONG / 3)],
    ["bars and brackets", "<|".repeat(LONG / 2)],
    ["entities of entities", "&amp;".repeat(LONG / 5)],
    ["one word", "a".repeat(LONG)],
    ["blanks", " ".repeat(LONG)],
    ["fences", "```".repeat(LONG / 3)],
  ])("are read and written in time that grows with them and no faster: %s", (_, text) => {
    expect(readText(text, "UBOT").length).toBeLessThanOrEqual(LONG);
    expect(escapeWithin(text, 4000).length).toBeLessThanOrEqual(4000);
  });
});
