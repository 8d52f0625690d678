import { expect, onTestFinished, test } from "vitest";
import { createLoopWatchdog } from "../../../adapters/node/loop-watchdog.ts";
import { createFakeClock, settle } from "../../fakes/clock.ts";
import { createCountingMetrics, createRecordingLog } from "../../fakes/recorders.ts";
import { PAGES } from "../http/pages.ts";
import { serve, snapshotOf } from "../http/serve.ts";

/** A watchdog whose timers a test can make late: that is all a blocked event loop is to it. */
function watched() {
  const clock = createFakeClock();
  const log = createRecordingLog();
  const metrics = createCountingMetrics();
  let blockedMs = 0;
  const steady = { now: () => clock.steady.now() + blockedMs };
  const watchdog = createLoopWatchdog({ clock, steady, log, metrics });
  const ended = new AbortController();
  const watching = watchdog.watch(ended.signal);
  onTestFinished(async () => {
    ended.abort(new Error("over"));
    await watching;
    expect(clock.sleeping).toBe(0);
  });
  return {
    watchdog,
    log,
    metrics,
    clock,
    /** Nothing runs for so long, then the timer that was due fires. */
    block: async (ms: number): Promise<void> => {
      await settle();
      blockedMs += ms;
      await clock.advance(500);
    },
  };
}

test("an event loop that runs on time is no news", async () => {
  const { watchdog, log, metrics, clock, block } = watched();
  await clock.advance(60_000);
  await block(900);
  expect(watchdog.health()).toEqual({ state: "ok" });
  expect(log.lines).toEqual([]);
  expect(metrics.total("event_loop_stalls_total")).toBe(0);
});

test("fault 92: an event loop that was blocked for five seconds is logged, counted and kept from being asked for a while", async () => {
  const { watchdog, log, metrics, clock, block } = watched();
  await clock.advance(2_000);
  await block(5_000);
  expect(log.lines).toMatchObject([{ level: "warn", fields: { ms: 5_000 } }]);
  expect(metrics.total("event_loop_stalls_total")).toBe(1);
  expect(metrics.observed("event_loop_stall_seconds")).toEqual([5]);
  expect(watchdog.health()).toMatchObject({
    state: "failed",
    note: expect.stringContaining("stood still for 5.0 s") as string,
  });
  await clock.advance(14_000);
  expect(watchdog.health().state).toBe("failed");
  await clock.advance(1_000);
  expect(watchdog.health()).toEqual({ state: "ok" });
  expect(log.lines).toHaveLength(1);
});

test("fault 92: while it is to be avoided, readiness is red and liveness is not", async () => {
  const { watchdog, clock, block } = watched();
  const served = await serve({
    snapshot: snapshotOf(PAGES),
    services: { platforms: () => [watchdog] },
  });
  onTestFinished(() => served.stop());
  const statusOf = async (path: string): Promise<number> =>
    (await fetch(`${served.url}${path}`)).status;
  expect(await statusOf("/readyz")).toBe(200);
  await block(5_000);
  expect(await statusOf("/readyz")).toBe(503);
  expect(await statusOf("/healthz")).toBe(200);
  await clock.advance(15_000);
  expect(await statusOf("/readyz")).toBe(200);
});

test("a short standstill is logged and turns nobody away", async () => {
  const { watchdog, log, block } = watched();
  await block(1_500);
  expect(log.lines).toHaveLength(1);
  expect(watchdog.health()).toEqual({ state: "ok" });
});

test("a clock that is corrected is no standstill", async () => {
  const { watchdog, log, clock } = watched();
  await settle();
  clock.jump(86_400_000);
  await clock.advance(2_000);
  clock.jump(-86_400_000);
  await clock.advance(2_000);
  expect(log.lines).toEqual([]);
  expect(watchdog.health()).toEqual({ state: "ok" });
});
