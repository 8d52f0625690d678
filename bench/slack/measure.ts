import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { createHmac } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startFakeSlack } from "../../test/fakes/slack/fake-slack.ts";
import type { FakeSlack } from "../../test/fakes/slack/fake-slack.ts";
import { startDocent, startEcho } from "./bots.ts";
import type { Ways } from "./ways.ts";

export interface Spread {
  readonly p50: number;
  readonly p99: number;
}

/** Milliseconds. `lost` counts mentions that nobody answered, `doubled` those that were answered more than once. */
export interface Figures {
  readonly alone: { readonly ack: Spread; readonly reply: Spread };
  readonly load: {
    readonly perSecond: number;
    readonly ack: Spread;
    readonly reply: Spread;
    readonly lost: number;
    readonly doubled: number;
  };
}

export interface Plan {
  readonly bot: "echo" | "docent";
  readonly mode: Ways["mode"];
  readonly perSecond: number;
  readonly seconds: number;
  /** Mentions sent one after the other, each when the one before is answered. */
  readonly alone: number;
}

const SECRET = "bench-secret";
/** Nobody asks more often than the limits allow, and no channel gets more than its message a second. */
const CHANNELS = 1200;
const PATIENCE_MS = 20_000;

/** One bot in a process of its own, the fake in this one. */
export async function measure(plan: Plan): Promise<Figures> {
  const asked = new Map<
    string,
    { readonly at: number; ack: number; reply: number; replies: number }
  >();
  const slack = await startFakeSlack(() => Date.now(), {
    onCall: ({ method, args }) => {
      const question =
        method === "chat.postMessage" ? asked.get(String(args["thread_ts"])) : undefined;
      // "I will answer yours in about a minute" is no answer yet.
      if (question === undefined || String(args["text"]).startsWith("Many questions at once"))
        return;
      question.replies += 1;
      if (question.replies === 1) question.reply = performance.now() - question.at;
    },
  });
  const dataDir = mkdtempSync(join(tmpdir(), "docent-bench-"));
  const { apiUrl, botToken, appToken } = slack;
  const ways: Ways = { mode: plan.mode, apiUrl, botToken, appToken, signingSecret: SECRET };
  const { child, port } = await (plan.bot === "echo"
    ? startEcho(ways)
    : startDocent(ways, slack, dataDir));
  const deliver = plan.mode === "socket" ? overSocket(slack) : overHttp(port);
  let count = 0;

  async function ask(): Promise<string> {
    const number = (count += 1);
    const ts = `${Math.floor(Date.now() / 1000)}.${String(number % 500_000).padStart(6, "0")}`;
    const question = { at: performance.now(), ack: Number.NaN, reply: Number.NaN, replies: 0 };
    asked.set(ts, question);
    await deliver(mention(number, ts));
    question.ack = performance.now() - question.at;
    return ts;
  }

  try {
    for (let round = 0; round < plan.alone; round += 1) {
      const ts = await ask();
      await slack.until(() => (asked.get(ts)?.replies ?? 0) > 0);
    }
    const first = [...asked.values()].slice(Math.floor(plan.alone / 5));
    const alone = {
      ack: spread(first.map(({ ack }) => ack)),
      reply: spread(first.map(({ reply }) => reply)),
    };

    asked.clear();
    const began = performance.now();
    const sending: Promise<string>[] = [];
    while (sending.length < plan.perSecond * plan.seconds) {
      const due = Math.floor(((performance.now() - began) / 1000) * plan.perSecond);
      while (sending.length < Math.min(due, plan.perSecond * plan.seconds)) sending.push(ask());
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await Promise.all(sending);
    const until = performance.now() + PATIENCE_MS;
    const waiting = (): boolean => [...asked.values()].some(({ replies }) => replies === 0);
    while (waiting() && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const all = [...asked.values()];
    return {
      alone,
      load: {
        perSecond: plan.perSecond,
        ack: spread(all.map(({ ack }) => ack)),
        reply: spread(all.flatMap(({ reply, replies }) => (replies === 0 ? [] : [reply]))),
        lost: all.filter(({ replies }) => replies === 0).length,
        doubled: all.filter(({ replies }) => replies > 1).length,
      },
    };
  } finally {
    child.kill("SIGKILL");
    await slack.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const QUESTIONS = [
  "How much does a senior backend developer earn in India?",
  "What is an index in a database?",
  "How do I roll back a deployment?",
  "who won the match yesterday",
];

function mention(number: number, ts: string): Record<string, unknown> {
  const text = `<@UBOT> ${QUESTIONS[number % QUESTIONS.length]}`;
  const person = { user: `U${number % 5000}`, channel: `C${number % CHANNELS}`, team: "T1" };
  return {
    type: "event_callback",
    team_id: "T1",
    api_app_id: "A1",
    event_id: `Ev${number}-${ts}`,
    event_time: Math.floor(Number(ts)),
    authorizations: [
      { team_id: "T1", user_id: "UBOT", is_bot: true, is_enterprise_install: false },
    ],
    event: { type: "app_mention", ts, event_ts: ts, text, ...person },
  };
}

function overSocket(slack: FakeSlack): (payload: Record<string, unknown>) => Promise<void> {
  return async (payload) => {
    await slack.socket.deliver("events_api", payload);
  };
}

/** The driver's own cost stays small: connections are kept, and nothing is parsed. */
function overHttp(port: number): (payload: Record<string, unknown>) => Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1024 });
  return (payload) =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(payload);
      const timestamp = Math.floor(Date.now() / 1000);
      const signature = createHmac("sha256", SECRET)
        .update(`v0:${timestamp}:${body}`)
        .digest("hex");
      const sending = request(
        {
          agent,
          port,
          host: "127.0.0.1",
          path: "/slack/events",
          method: "POST",
          headers: {
            "content-type": "application/json",
            "x-slack-request-timestamp": timestamp,
            "x-slack-signature": `v0=${signature}`,
          },
        },
        (response) => {
          response.resume();
          response.once("end", () =>
            response.statusCode === 200
              ? resolve()
              : reject(new Error(`answered with ${response.statusCode}`)),
          );
        },
      );
      sending.once("error", reject);
      sending.end(body);
    });
}

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number => {
    const value =
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
    return Math.round(value * 100) / 100;
  };
  return { p50: at(0.5), p99: at(0.99) };
}
