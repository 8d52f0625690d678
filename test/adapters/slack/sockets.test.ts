import { describe, expect, it } from "vitest";
import { settle } from "../../fakes/clock.ts";
import { lesson } from "../../support/scripted-core.ts";
import { startHarness } from "./harness.ts";
import type { Harness } from "./harness.ts";

const lessons = [lesson("senior")];

const mention = ({ event }: Harness, user = "U1", channel = "C1"): Record<string, unknown> =>
  event("app_mention", { text: "<@UBOT> senior?", user, channel });

/** A harness with both sockets open. */
async function both(): Promise<Harness> {
  const harness = await startHarness({ lessons });
  await harness.clock.advance(10_000);
  await harness.slack.until(() => harness.slack.socket.live.length === 2);
  return harness;
}

/** Lets time pass in steps until the condition holds. */
async function passing(
  { clock }: Harness,
  condition: () => boolean,
  stepMs = 1000,
): Promise<number> {
  const from = clock.now();
  while (!condition()) await clock.advance(stepMs);
  return clock.now() - from;
}

describe("two sockets of different age", () => {
  it("open one after the other, and both bring questions", async () => {
    const harness = await both();
    const { slack } = harness;
    const [first, second] = slack.socket.live;
    await slack.socket.deliver("events_api", mention(harness, "U1", "C1"), first);
    await slack.socket.deliver("events_api", mention(harness, "U2", "C2"), second);
    await slack.until(() => harness.said().length === 2);
    expect(harness.adapter.health()).toEqual({ state: "ok" });
  });

  it("fault 50: lose no event through a hundred refreshes", async () => {
    const harness = await both();
    const { slack, metrics } = harness;
    for (let round = 0; round < 100; round += 1) {
      const [one] = slack.socket.live;
      await harness.clock.advance(60_000);
      one?.disconnect(round % 2 === 0 ? "warning" : "refresh_requested");
      await harness.send(mention(harness, `U${round}`, `C${round}`));
      await slack.until(() => slack.socket.live.length === 2);
    }
    await slack.until(
      () => metrics.total("questions_ended_total", { delivery: "answered" }) === 100,
    );
    expect(harness.said()).toHaveLength(100);
    await slack.until(() => metrics.total("slack_sockets_opened_total") === 102);
  });

  it("fault 49: still answer what came over a socket that breaks meanwhile", async () => {
    const held = Promise.withResolvers<void>();
    const harness = await startHarness({ lessons, before: () => held.promise });
    await harness.send(mention(harness));
    harness.slack.socket.live[0]?.terminate();
    held.resolve();
    await harness.slack.until(() => harness.said().length === 1);
    const awayMs = await passing(harness, () => harness.slack.socket.live.length > 0);
    expect(awayMs).toBeLessThanOrEqual(6000);
    expect(harness.said()).toHaveLength(1);
  });

  it("fault 49: deliver again what was not acknowledged, and it is answered once", async () => {
    const harness = await both();
    const { slack } = harness;
    const [first] = slack.socket.live;
    const delivered = slack.socket.deliver("events_api", mention(harness), first);
    first?.terminate();
    await delivered;
    await slack.until(() => harness.said().length === 1);
    await settle();
    expect(harness.said()).toHaveLength(1);
  });

  it("fault 51: are noticed when they go silent, are no longer called well, and are replaced", async () => {
    const harness = await startHarness({ lessons });
    const { slack } = harness;
    slack.socket.live[0]?.silence();
    // The client's own heartbeat counts real seconds: a silent peer is given up after seven.
    await slack.until(() => harness.adapter.health().state !== "ok");
    await passing(harness, () => slack.socket.live.length > 0);
    await harness.send(mention(harness));
    await slack.until(() => harness.said().length === 1);
    expect(harness.adapter.health()).toEqual({ state: "ok" });
  });
});

describe("a connection that cannot be made", () => {
  it("fault 54: names a bad app token, shows it in its health, and keeps the process alive", async () => {
    const harness = await startHarness({
      idle: true,
      settings: { connection: { kind: "socket", appToken: "xapp-wrong" } },
    });
    await expect(harness.adapter.start()).rejects.toMatchObject({ code: "platform-refused" });
    expect(harness.adapter.health()).toMatchObject({
      state: "failed",
      note: expect.stringContaining("invalid_auth"),
    });
    for (let minute = 0; minute < 60; minute += 1) await harness.clock.advance(60_000);
    const opens = harness.slack.callsOf("apps.connections.open").length;
    expect(opens).toBeLessThanOrEqual(70);
    const loud = harness.log.lines.filter(({ level }) => level !== "debug");
    expect(loud.filter(({ message }) => message.includes("invalid_auth"))).toHaveLength(1);
    expect(harness.log.text()).not.toContain("xapp-wrong");
  });

  it("fault 55: names a bad bot token and says what to do", async () => {
    const harness = await startHarness({ idle: true, settings: { botToken: "xoxb-wrong" } });
    await expect(harness.adapter.start()).rejects.toMatchObject({
      code: "platform-refused",
      remedy: expect.stringContaining("token"),
    });
    expect(harness.adapter.health().state).toBe("failed");
  });

  it("fault 54: does not die when the token is revoked at a refresh, and connects again when it is valid", async () => {
    const harness = await startHarness({ lessons });
    const { slack } = harness;
    slack.always("apps.connections.open", { reply: { ok: false, error: "invalid_auth" } });
    for (const socket of slack.socket.live) socket.disconnect("refresh_requested");
    await passing(harness, () => harness.adapter.health().state === "failed");
    await harness.clock.advance(600_000);
    slack.always("apps.connections.open", undefined);
    await passing(harness, () => harness.adapter.health().state === "ok");
    await harness.send(mention(harness));
    await slack.until(() => harness.said().length === 1);
    expect(slack.callsOf("apps.connections.open").length).toBeLessThan(20);
  });

  it("fault 52: is back within 35 seconds after a network that was gone for half an hour", async () => {
    const harness = await startHarness({ lessons });
    const { slack } = harness;
    slack.always("apps.connections.open", { status: 503 });
    slack.socket.live[0]?.terminate();
    for (let minute = 0; minute < 30; minute += 1) await harness.clock.advance(60_000);
    slack.always("apps.connections.open", undefined);
    const took = await passing(harness, () => slack.socket.live.length > 0);
    expect(took).toBeLessThanOrEqual(35_000);
  });

  it("fault 53: slows down to less than one attempt a minute where each connection is closed at once", async () => {
    const harness = await startHarness({ lessons });
    const { slack } = harness;
    slack.socket.closesAtOnce = true;
    slack.socket.live[0]?.terminate();
    for (let second = 0; second < 600; second += 1) await harness.clock.advance(1000);
    const before = slack.callsOf("apps.connections.open").length;
    for (let second = 0; second < 1200; second += 1) await harness.clock.advance(1000);
    expect(slack.callsOf("apps.connections.open").length - before).toBeLessThanOrEqual(20);
  });

  it("gives up a socket that says no hello", async () => {
    const harness = await startHarness({ idle: true });
    harness.slack.socket.greets = false;
    const started = harness.adapter.start();
    started.catch(() => undefined);
    await harness.slack.until(() => harness.slack.socket.sockets.length === 1);
    await harness.clock.advance(10_000);
    await expect(started).rejects.toMatchObject({ code: "platform-unavailable" });
    harness.slack.socket.greets = true;
    await passing(harness, () => harness.adapter.health().state === "ok");
  });

  it.each([
    ["link_disabled", "Socket Mode"],
    ["too_many_websockets", "ten connections"],
  ] as const)("fault 57: waits a minute after %s and says what to do", async (reason, remedy) => {
    const harness = await startHarness({ lessons });
    const { slack } = harness;
    slack.always("apps.connections.open", { reply: { ok: false, error: reason } });
    slack.socket.live[0]?.disconnect(reason);
    await slack.until(() => harness.log.text().includes(reason));
    expect(harness.adapter.health()).toMatchObject({
      state: "failed",
      note: expect.stringContaining(remedy),
    });
    const before = slack.callsOf("apps.connections.open").length;
    await harness.clock.advance(59_000);
    expect(slack.callsOf("apps.connections.open").length - before).toBe(0);
  });

  it("warns when other processes share the app token", async () => {
    const harness = await both();
    const other = await startHarness({ slack: harness.slack });
    await other.clock.advance(10_000);
    await harness.slack.until(() => harness.slack.socket.live.length === 4);
    await other.slack.until(() => other.log.text().includes("more sockets than ours"));
    expect(other.adapter.health()).toEqual({ state: "ok" });
  });
});

describe("frames that are not as documented", () => {
  it.each([
    ["no JSON", "{"],
    ["no object", '"hello"'],
    ["an event without an event", { type: "events_api", envelope_id: "E", payload: {} }],
    ["an event without a payload", { type: "events_api", envelope_id: "E" }],
    ["an unknown type", { type: "surprise" }],
  ])("survives %s", async (_, frame) => {
    const harness = await startHarness({ lessons });
    harness.slack.socket.live[0]?.send(frame);
    await harness.send(mention(harness));
    await harness.slack.until(() => harness.said().length === 1);
    expect(harness.slack.socket.sockets).toHaveLength(1);
  });
});

describe("scopes", () => {
  it("names scopes that the token lacks", async () => {
    const harness = await startHarness({ idle: true });
    harness.slack.workspace.scopes.push("chat:write", "commands");
    await harness.adapter.start();
    expect(harness.adapter.health()).toMatchObject({
      state: "degraded",
      note: expect.stringContaining("app_mentions:read"),
    });
  });

  it("stops being well when it is removed from the workspace", async () => {
    const harness = await startHarness();
    await harness.send(harness.event("app_uninstalled"));
    await harness.slack.until(() => harness.adapter.health().state === "failed");
    expect(harness.adapter.health().note).toContain("Install the app again");
    expect(harness.purged).toEqual(["slack:T1"]);
  });
});
