import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { createSqliteStore } from "../../../adapters/node/sqlite-store.ts";
import { steadyClock } from "../../../adapters/node/steady-clock.ts";
import { createRecordingLog } from "../../fakes/recorders.ts";
import { startFakeSlack } from "../../fakes/slack/fake-slack.ts";
import type { FakeSlack } from "../../fakes/slack/fake-slack.ts";
import { encoded, signedPost } from "../../fakes/slack/signed-post.ts";
import { freePort, listening } from "../../support/free-port.ts";
import { readFixture, SECRET } from "./harness.ts";
import type { Mode } from "./harness.ts";

type Payload = Record<string, unknown>;

export interface Program {
  readonly slack: FakeSlack;
  readonly dataDir: string;
  readonly pid: number;
  /** Where it serves the web and, over HTTP, Slack's requests. */
  readonly origin: string;
  /** Everything it has printed. */
  readonly printed: () => string;
  readonly send: (payload: Payload) => Promise<unknown>;
  readonly event: (fixture: string, fields?: Payload) => Payload;
  /** Ends it; resolves with its exit code. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

export interface ProgramOptions {
  readonly mode: Mode;
  readonly env?: Readonly<Record<string, string>>;
  readonly slack?: FakeSlack;
  readonly dataDir?: string;
  /** It is expected not to connect. */
  readonly unconnected?: boolean;
  /** Told what ends it; without this it ends with the test it was started in. */
  readonly whenDone?: (end: () => Promise<void>) => void;
}

const root = new URL("../../../", import.meta.url).pathname;
let count = 0;

/** The program as an operator starts it, in a process of its own, with the included knowledge, in front of the fake. */
export async function startProgram({
  mode,
  env = {},
  unconnected = false,
  whenDone = onTestFinished,
  ...given
}: ProgramOptions): Promise<Program> {
  const slack = given.slack ?? (await startFakeSlack(() => Date.now()));
  const dataDir = given.dataDir ?? mkdtempSync(join(tmpdir(), "docent-slack-"));
  const port = await freePort();
  const child = spawn(process.execPath, ["main.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: dataDir,
      SLACK_BOT_TOKEN: slack.botToken,
      ...(mode === "socket"
        ? { SLACK_APP_TOKEN: slack.appToken }
        : { SLACK_SIGNING_SECRET: SECRET }),
      SLACK_API_URL: slack.apiUrl,
      HOST: "127.0.0.1",
      PORT: String(port),
      WEB: "off",
      DATA_DIR: dataDir,
      ...env,
    },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (bytes: Buffer) => (printed += bytes.toString()));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const origin = `http://127.0.0.1:${port}`;
  const url = `${origin}/slack/events`;

  whenDone(async () => {
    child.kill("SIGKILL");
    await exited;
    if (given.slack === undefined) {
      await slack.close();
      expect(slack.faults).toEqual([]);
    }
    if (given.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  });

  const post = (payload: Payload): Promise<Response> =>
    signedPost({
      url,
      secret: SECRET,
      timestamp: Math.floor(Date.now() / 1000),
      ...encoded(payload),
    });
  if (!unconnected && mode === "socket")
    await slack.until(() => slack.socket.live.length > 0 || child.exitCode !== null);
  if (!unconnected && mode === "http") await listening(url);

  return {
    slack,
    dataDir,
    pid: child.pid ?? 0,
    origin,
    printed: () => printed,
    async send(payload) {
      if (mode === "socket") {
        const interactive = payload["command"] === undefined ? "interactive" : "slash_commands";
        const type = payload["type"] === "event_callback" ? "events_api" : interactive;
        return (await slack.socket.deliver(type, payload)).payload;
      }
      const response = await post(payload);
      expect(response.status).toBe(200);
      const text = await response.text();
      const answered: unknown = text.startsWith("{") ? JSON.parse(text) : {};
      slack.checkAck(answered);
      return answered;
    },
    event(fixture, fields = {}) {
      const ts = `${Math.floor(Date.now() / 1000)}.${String((count += 1)).padStart(6, "0")}`;
      const payload = readFixture(fixture);
      return {
        ...payload,
        event_id: `Ev${count}`,
        event: { ...(payload["event"] as Payload), ts, event_ts: ts, ...fields },
      };
    },
    end(signal) {
      child.kill(signal);
      return exited;
    },
  };
}

/**
 * What a quarter of a minute does to the heartbeats of a process that is dead: they end, and others may take over what it
 * left. Nobody waits for it here; that leases end by themselves is proven where replicas share a real store.
 */
export async function endLeases(dataDir: string): Promise<void> {
  const log = createRecordingLog();
  const store = createSqliteStore({ path: join(dataDir, "docent.db"), clock: steadyClock, log });
  const ended: string[] = [];
  for await (const [key] of store.entries("replica:")) ended.push(key);
  for (const key of ended) await store.delete(key);
  await store.close();
  expect(ended).toHaveLength(1);
}
