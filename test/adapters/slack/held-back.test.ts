import { describe, expect, it } from "vitest";
import { lesson } from "../../support/scripted-core.ts";
import { startHarness } from "./harness.ts";
import type { Harness } from "./harness.ts";

describe("events that Slack holds back", () => {
  const heldBack = (minute: number): Record<string, unknown> => ({
    token: "t",
    type: "app_rate_limited",
    team_id: "T1",
    minute_rate_limited: minute,
    api_app_id: "A1",
  });
  const told = ({ log }: Harness) =>
    log.lines.filter(({ message }) => message.includes("30,000 an hour"));

  it.each([
    ["alone in its envelope", heldBack(1_795_176_000)],
    ["around it, as events come", { type: "event_callback", event: heldBack(1_795_176_000) }],
  ])("are acknowledged, counted and said, %s", async (_, payload) => {
    const harness = await startHarness({ lessons: [lesson("senior")] });
    await harness.slack.socket.deliver("events_api", payload);
    expect(told(harness)).toMatchObject([
      { level: "warn", fields: { minute: "2026-11-20T12:00:00.000Z" } },
    ]);
    const { metrics, log } = harness;
    expect(metrics.total("slack_events_total", { type: "app_rate_limited" })).toBe(1);
    expect(log.lines.filter(({ level }) => level === "warn")).toHaveLength(1);
    await harness.send(harness.event("app_mention", { text: "<@UBOT> senior?" }));
    await harness.slack.until(() => harness.said().length === 1);
    expect(harness.slack.socket.sockets).toHaveLength(1);
  });

  it.each(["soon", -1, 1e300, undefined])(
    "are acknowledged and said where the minute is %s",
    async (minute) => {
      const harness = await startHarness();
      const payload = { ...heldBack(0), team_id: 7, minute_rate_limited: minute };
      await harness.slack.socket.deliver("events_api", payload);
      expect(told(harness)).toHaveLength(1);
    },
  );

  it("are said once a minute, however often Slack tells of that minute", async () => {
    const harness = await startHarness();
    const { slack } = harness;
    await harness.clock.advance(10_000);
    await slack.until(() => slack.socket.live.length === 2);
    for (const socket of slack.socket.live)
      await slack.socket.deliver("events_api", heldBack(1_795_176_000), socket);
    expect(told(harness)).toHaveLength(1);
    await slack.socket.deliver("events_api", heldBack(1_795_176_060));
    expect(told(harness)).toHaveLength(2);
  });
});
