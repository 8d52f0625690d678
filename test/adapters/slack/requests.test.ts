import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { settle } from "../../fakes/clock.ts";
import { signedPost } from "../../fakes/slack/signed-post.ts";
import { lesson } from "../../support/scripted-core.ts";
import { SECRET, startHarness } from "./harness.ts";
import type { Harness } from "./harness.ts";

const lessons = [lesson("senior")];

interface Overrides {
  readonly body?: string;
  readonly secret?: string;
  readonly ageMs?: number;
  readonly contentType?: string;
  readonly headers?: Record<string, string>;
}

function post(
  harness: Harness,
  { body, secret = SECRET, ageMs = 0, ...rest }: Overrides = {},
): Promise<Response> {
  return signedPost({
    url: `http://127.0.0.1:${harness.adapter.port()}/slack/events`,
    secret,
    timestamp: Math.floor((harness.clock.now() - ageMs) / 1000),
    body: body ?? JSON.stringify(harness.event("app_mention", { text: "<@UBOT> senior?" })),
    ...rest,
  });
}

describe("signed requests", () => {
  it.each<[number, string, Overrides]>([
    [61, "a signature by another secret", { secret: "other" }],
    [61, "no signature", { headers: { "x-slack-signature": "" } }],
    [
      61,
      "another version of signatures",
      { headers: { "x-slack-signature": `v1=${"0".repeat(64)}` } },
    ],
    [62, "a time stamp of six minutes ago", { ageMs: 360_000 }],
    [62, "a time stamp in an hour", { ageMs: -3_600_000 }],
    [62, "a time stamp that is none", { headers: { "x-slack-request-timestamp": "soon" } }],
    [
      63,
      "ssl_check without a signature",
      { secret: "other", body: "ssl_check=1", contentType: "application/x-www-form-urlencoded" },
    ],
  ])("fault %i: are refused with a 401 for %s", async (_fault, _, overrides) => {
    const harness = await startHarness({ mode: "http", lessons });
    expect((await post(harness, overrides)).status).toBe(401);
    await settle();
    expect(harness.metrics.total("slack_events_total")).toBe(0);
  });

  it("fault 93: that are signed for another time are refused, and the log names the clock, once", async () => {
    const harness = await startHarness({ mode: "http", lessons });
    const told = () => harness.log.lines.filter(({ message }) => message.includes("clock"));
    expect((await post(harness, { secret: "other", ageMs: -3_600_000 })).status).toBe(401);
    expect(told()).toEqual([]);
    for (const ageMs of [-3_600_000, 86_400_000, 360_000]) {
      expect((await post(harness, { ageMs })).status).toBe(401);
    }
    expect(told()).toMatchObject([{ level: "warn" }]);
    expect(harness.metrics.total("slack_requests_refused_total", { why: "clock" })).toBe(3);
    await harness.clock.advance(600_000);
    await post(harness, { ageMs: -3_600_000 });
    expect(told()).toHaveLength(2);
  });

  it("are left to Slack's next try until it is known who we are, and answered then", async () => {
    const harness = await startHarness({ mode: "http", lessons, idle: true });
    const { slack, adapter, clock } = harness;
    slack.script("auth.test", [{ status: 503 }]);
    await expect(adapter.start()).rejects.toMatchObject({ code: "platform-unavailable" });
    const { handleRequest = () => false } = adapter;
    const server = createServer((incoming, response) => void handleRequest(incoming, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const body = JSON.stringify(harness.event("app_mention", { text: "<@UBOT> senior?" }));
    const send = () =>
      signedPost({
        url: `http://127.0.0.1:${port}/slack/events`,
        secret: SECRET,
        timestamp: Math.floor(clock.now() / 1000),
        body,
      });
    expect((await send()).status).toBe(503);
    while (slack.callsOf("auth.test").length < 2) await clock.advance(500);
    // The very same bytes: they were not handled before, so this is no replay.
    while ((await send()).status === 503) await settle();
    await slack.until(() => harness.said().length === 1);
    expect(harness.said()[0]).toContain("Senior");
  });

  it("fault 62: are handled once, however often the very same one arrives", async () => {
    const harness = await startHarness({ mode: "http", lessons });
    const body = JSON.stringify(harness.event("app_mention", { text: "<@UBOT> senior?" }));
    expect((await post(harness, { body })).status).toBe(200);
    expect((await post(harness, { body })).status).toBe(200);
    await harness.slack.until(() => harness.said().length === 1);
    expect(harness.metrics.total("slack_events_total")).toBe(1);
  });

  it("that tell of events held back are said once a minute, with what to do", async () => {
    const harness = await startHarness({ mode: "http" });
    for (const minute of [1_795_176_000, 1_795_176_000, 1_795_176_060]) {
      await harness.clock.advance(1000);
      const body = JSON.stringify({
        type: "app_rate_limited",
        team_id: "T1",
        minute_rate_limited: minute,
        api_app_id: `A${harness.clock.now()}`,
      });
      expect((await post(harness, { body })).status).toBe(200);
    }
    const told = harness.log.lines.filter(({ message }) => message.includes("30,000 an hour"));
    expect(told).toMatchObject([
      {
        level: "warn",
        fields: {
          minute: "2026-11-20T12:00:00.000Z",
          remedy: expect.stringContaining("busy channels"),
        },
      },
      { level: "warn", fields: { minute: "2026-11-20T12:01:00.000Z" } },
    ]);
    expect(harness.metrics.total("slack_events_total", { type: "app_rate_limited" })).toBe(3);
  });

  it("are read whatever the charset of their content type", async () => {
    const harness = await startHarness({ mode: "http", lessons });
    const response = await post(harness, { contentType: "application/json; charset=utf-8" });
    expect(response.status).toBe(200);
    await harness.slack.until(() => harness.said().length === 1);
  });

  it("echo the challenge that proves the address", async () => {
    const harness = await startHarness({ mode: "http", lessons });
    const body = JSON.stringify({ type: "url_verification", challenge: "c123", token: "t" });
    expect(await (await post(harness, { body })).json()).toEqual({ challenge: "c123" });
  });

  it.each<[string, number, Overrides]>([
    ["JSON that is cut off", 400, { body: '{"type":' }],
    ["JSON that is no object", 400, { body: "[]" }],
    ["plain text", 415, { contentType: "text/plain" }],
    [
      "a form that calls itself JSON",
      400,
      { body: "payload=%7B%7D", contentType: "application/json" },
    ],
    [
      "a compressed body",
      400,
      {
        body: gzipSync("x".repeat(1000)).toString("latin1"),
        headers: { "content-encoding": "gzip" },
      },
    ],
  ])("fault 63: refuse %s with a %i", async (_, status, overrides) => {
    const harness = await startHarness({ mode: "http", lessons });
    expect((await post(harness, overrides)).status).toBe(status);
    expect(harness.metrics.total("slack_events_total")).toBe(0);
  });

  it("fault 63: take no event from a form, and no command from JSON that calls itself one", async () => {
    const harness = await startHarness({ mode: "http", lessons });
    const event = JSON.stringify(harness.event("app_mention", { text: "<@UBOT> senior?" }));
    const contentType = "application/x-www-form-urlencoded";
    await post(harness, { body: event, contentType });
    await settle();
    expect(harness.metrics.total("questions_received_total")).toBe(0);
    expect(harness.said()).toEqual([]);
  });

  it.each([
    ["well signed", SECRET],
    ["badly signed", "other"],
  ])("fault 2: refuse ten megabytes with a 413, %s, and go on serving", async (_, secret) => {
    const harness = await startHarness({ mode: "http", lessons });
    const refused = post(harness, { body: "a".repeat(10_000_000), secret }).then(
      ({ status }) => status,
      // The server may hang up before the sender has finished.
      () => 413,
    );
    expect(await refused).toBe(413);
    expect((await post(harness)).status).toBe(200);
  });

  it("refuse a body that grows beyond the limit without saying so first", async () => {
    const harness = await startHarness({ mode: "http", lessons });
    const status = await new Promise((resolve, reject) => {
      const sending = request(
        { port: harness.adapter.port(), host: "127.0.0.1", path: "/slack/events", method: "POST" },
        (response) => resolve(response.statusCode),
      );
      sending.on("error", reject);
      for (let part = 0; part < 20; part += 1) sending.write("a".repeat(100_000));
      sending.end();
    });
    expect(status).toBe(413);
  });

  it("are the only thing on their path; health has its own", async () => {
    const harness = await startHarness({ mode: "http", lessons });
    const origin = `http://127.0.0.1:${harness.adapter.port()}`;
    expect((await fetch(`${origin}/slack/events`)).status).toBe(405);
    expect((await fetch(`${origin}/other`)).status).toBe(404);
    const health = await fetch(`${origin}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({ state: "ok" });
  });

  it("can be served by another server, on its port", async () => {
    const harness = await startHarness({ mode: "http", lessons });
    expect(harness.adapter.handleRequest).toBeTypeOf("function");
    expect((await startHarness({ lessons })).adapter.handleRequest).toBeUndefined();
  });

  it("write no question, token or secret into the log", async () => {
    const harness = await startHarness({ mode: "http", lessons });
    harness.slack.script("chat.postMessage", [{ status: 500 }]);
    await post(harness, {
      body: JSON.stringify(
        harness.event("app_mention", { text: "<@UBOT> senior canary-question" }),
      ),
    });
    while (harness.metrics.total("questions_ended_total") === 0) await harness.clock.advance(1000);
    for (const secret of ["canary-question", SECRET, harness.slack.botToken])
      expect(harness.log.text()).not.toContain(secret);
  });
});
