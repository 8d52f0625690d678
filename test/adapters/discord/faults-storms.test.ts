import { describe, expect, it } from "vitest";
import { createFakeClock } from "../../fakes/clock.ts";
import { error } from "../../fakes/discord/rest.ts";
import { begin } from "./begin.ts";

describe("no storms", () => {
  it("fault 53: a gateway that accepts and closes is tried five times at once, then once a minute", async () => {
    const clock = createFakeClock(Date.now());
    const setting = await begin({ start: false, clock });
    const { fake, adapter, people } = setting;
    fake.gateway.behaviour.closeOnConnect = 1_006 - 6;
    const started = adapter.start();
    await people.until(() => adapter.health().note?.includes("Next try"), "giving up for now");
    expect(fake.gateway.counts.connections).toBeLessThanOrEqual(6);
    const early = fake.gateway.counts.connections;
    for (let minute = 0; minute < 5; minute += 1) await clock.advance(60_000);
    expect(fake.gateway.counts.connections - early).toBeLessThanOrEqual(6);
    expect(fake.gateway.counts.identifies).toBe(0);
    fake.gateway.behaviour.closeOnConnect = 0;
    await people.until(() => {
      void clock.advance(60_000);
      return adapter.health().state === "ok";
    }, "the connection");
    await started;
    expect(adapter.health()).toEqual({ state: "ok" });
  });

  it("fault 53: sessions that end as soon as they begin use up less than twenty identifies in an hour", async () => {
    const { createIdentifyBudget } = await import("../../../adapters/discord/opening-budget.ts");
    const clock = createFakeClock(0);
    const mayIdentify = createIdentifyBudget(clock);
    let identifies = 0;
    const closed = new AbortController();
    const storm = (async () => {
      for (;;) {
        await mayIdentify(0, closed.signal);
        identifies += 1;
      }
    })().catch(() => undefined);
    await clock.advance(3_600_000);
    closed.abort(new Error("closed"));
    await storm;
    expect(identifies).toBeGreaterThan(5);
    expect(identifies).toBeLessThan(20);
  });

  it("a spent budget of logins waits until Discord gives a new one, and says so", async () => {
    const clock = createFakeClock(Date.now());
    const setting = await begin({ start: false, clock });
    const { fake, adapter, people } = setting;
    fake.limits.remaining = 0;
    const started = adapter.start();
    await people.until(() => adapter.health().note?.includes("used up its logins"), "the note");
    await clock.advance(3_600_000);
    expect(fake.gateway.counts.connections).toBe(0);
    expect(fake.rest.callsTo("GET", /gateway/u)).toHaveLength(1);
    fake.limits.remaining = 1_000;
    await clock.advance(14_400_000);
    await started;
    expect(adapter.health()).toEqual({ state: "ok" });
  });

  it("a Discord that is away at the start is waited for; stopping ends the wait", async () => {
    const clock = createFakeClock(Date.now());
    const setting = await begin({ start: false, clock });
    const { fake, adapter, people } = setting;
    fake.rest.fault({ path: /gateway/u, kind: "reply", reply: error(503, 0, "away") });
    const started = adapter.start();
    await people.until(() => adapter.health().note?.includes("cannot be reached"), "the note");
    fake.rest.heal();
    await clock.advance(10_000);
    await started;
    expect(adapter.health()).toEqual({ state: "ok" });
    const other = await begin({ start: false });
    other.fake.rest.fault({ path: /gateway/u, kind: "reply", reply: error(503, 0, "away") });
    const waiting = other.adapter.start();
    await people.until(
      () => other.adapter.health().note?.includes("cannot be reached"),
      "the note",
    );
    await Promise.all([other.adapter.stop(), expect(waiting).rejects.toBeDefined()]);
    expect(other.adapter.health()).toEqual({ state: "stopped" });
  });

  it("an upgrade that is refused is tried again and leaves no second connection behind", async () => {
    const clock = createFakeClock(Date.now());
    const setting = await begin({ start: false, clock, heartbeatMs: 60 });
    const { fake, adapter, people } = setting;
    fake.gateway.behaviour.refuseUpgrade = true;
    const started = adapter.start();
    await people.until(() => adapter.health().note?.includes("cannot be reached"), "the note");
    fake.gateway.behaviour.refuseUpgrade = false;
    await clock.advance(10_000);
    await started;
    // discord.js tries again half a second after it was destroyed, if nothing stops it.
    await people.until(() => fake.gateway.counts.heartbeats > 15, "a second of heartbeats");
    expect(fake.gateway.counts.connections).toBe(1);
  });
});
