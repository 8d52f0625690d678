import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startProgram } from "./adapters/slack/program.ts";
import { freePort } from "./support/free-port.ts";

/** Values that nothing may ever write; each looks as the real one does. */
const CANARIES = {
  SLACK_BOT_TOKEN: "xoxb-111111111111-222222222222-CanaryBotTokenCanary",
  SLACK_SIGNING_SECRET: "0123456789canarysigning0123456789",
  DISCORD_TOKEN: "MTEyMjMzNDQ1NTY2.GCanary.canarydiscordtokencanarydiscord",
  API_SECRET: "canary-api-secret-0123456789",
} as const;
const NOBODY = "http://127.0.0.1:9";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "docent-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("fault 86: no secret is in a log line, an answer, an error or a file, at the most talkative level", async () => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["main.ts"], {
    env: {
      ...process.env,
      LOG_LEVEL: "debug",
      DATA_DIR: folder,
      PORT: String(port),
      SLACK_BOT_TOKEN: CANARIES.SLACK_BOT_TOKEN,
      SLACK_SIGNING_SECRET: CANARIES.SLACK_SIGNING_SECRET,
      SLACK_API_URL: `${NOBODY}/api/`,
      DISCORD_TOKEN: CANARIES.DISCORD_TOKEN,
      DISCORD_API_URL: `${NOBODY}/api`,
      API_TOKENS: `ci:${CANARIES.API_SECRET}`,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      written += text;
      if (written.includes(base)) resolve();
    });
  }
  const exited = new Promise<number | null>((done) => child.once("exit", done));
  await Promise.race([listening, exited]);

  const pair = Buffer.from(`ci:${CANARIES.API_SECRET}`).toString("base64");
  const basic = { authorization: `Basic ${pair}`, accept: "text/html" };
  const bearer = { authorization: `Bearer ${CANARIES.API_SECRET}` };
  const wrong = { authorization: `Bearer ${CANARIES.API_SECRET}x` };
  const json = { "content-type": "application/json" };
  const calls: [string, RequestInit][] = [
    ["/healthz", {}],
    ["/readyz", { headers: bearer }],
    ["/metrics", { headers: bearer }],
    ["/", { headers: bearer }],
    ["/openapi.json", { headers: bearer }],
    [
      "/api/v1/ask",
      { method: "POST", headers: { ...json, ...bearer }, body: '{"question":"what is redis"}' },
    ],
    ["/api/v1/ask", { method: "POST", headers: { ...json, ...wrong }, body: '{"question":"x"}' }],
    ["/api/v1/ask", { method: "POST", headers: { ...json, ...bearer }, body: "{broken" }],
    ["/", { headers: basic }],
    ["/?q=what+is+redis", { headers: basic }],
    ["/?q=what+is+redis&view=why", { headers: basic }],
    ["/?q=what+is+redis&view=chats", { headers: basic }],
    ["/topics", { headers: basic }],
    ["/docs", { headers: basic }],
    ["/passages/databases%2Fredis.md%23redis", { headers: basic }],
    ["/nowhere", { headers: basic }],
    ["/?q=x", { headers: { ...wrong, accept: "text/html" } }],
    [
      "/feedback",
      {
        method: "POST",
        headers: { ...basic, origin: base },
        body: new URLSearchParams({ answer: "x", vote: "helpful", q: "what is redis" }),
        redirect: "manual",
      },
    ],
    ["/api/v1/suggest?q=red", { headers: bearer }],
    ["/api/v1/topics", { headers: bearer }],
    ["/api/v1/passages/databases%2Fredis.md%23redis", { headers: bearer }],
    [
      "/api/v1/feedback",
      {
        method: "POST",
        headers: { ...json, ...bearer },
        body: JSON.stringify({ answer: "x", vote: "helpful", note: CANARIES.SLACK_BOT_TOKEN }),
      },
    ],
    ["/slack/events", { method: "POST", headers: json, body: '{"type":"url_verification"}' }],
  ];
  let answered = 0;
  for (const [path, init] of calls) {
    const response = await fetch(base + path, init);
    written += [...response.headers].join("\n") + (await response.text());
    if (response.ok) answered += 1;
  }
  child.kill("SIGTERM");
  expect(await exited).toBe(0);

  expect(answered).toBeGreaterThanOrEqual(4);
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  for (const file of files) if (statSync(file).isFile()) written += readFileSync(file, "latin1");
  for (const [name, secret] of Object.entries(CANARIES)) {
    expect(written.includes(secret), name).toBe(false);
  }
}, 60_000);

it("faults 86 and 87: what people write and who they are is in no log line, whatever it holds, and no line begins inside of it", async () => {
  const password = "canary-store-password-0123456789";
  const program = await startProgram({
    mode: "socket",
    env: { LOG_LEVEL: "debug", STORE_URL: `redis://docent:${password}@127.0.0.1:9` },
  });
  const { slack, send, event, printed } = program;
  const { messages } = slack.workspace;
  const texts = [
    'zanzibarine\r\n{"level":"error","msg":"forged"}\u001B[2J how?',
    "What is Redis, asks quixotelium@example.com?",
    "x".repeat(4_001),
    "\u202Ebrandywhistle\u0000\uD800",
  ];
  for (const [index, text] of texts.entries()) {
    await send(event("message_im", { text, user: `UCANARY${index}`, channel: `DCANARY${index}` }));
    await slack.until(() => messages.length === index + 1);
  }
  expect(await program.end("SIGTERM")).toBe(0);
  const lines = printed().split("\n").slice(0, -1);
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(String) });
  const text = printed();
  const secrets = [slack.botToken, slack.appToken, password];
  for (const word of [...secrets, "zanzibarine", "forged", "quixotelium", "brandywhistle"]) {
    expect(text.includes(word), word).toBe(false);
  }
  expect(text).not.toMatch(/UCANARY|DCANARY|x{40}/u);
  expect(text).not.toMatch(/[\u001B\u202E\u0000]/u);
}, 60_000);
