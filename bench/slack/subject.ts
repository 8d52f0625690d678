import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startFakeSlack } from "../../test/fakes/slack/fake-slack.ts";
import { startDocent, startEcho } from "./bots.ts";
import { overHttp, overSocket } from "./delivery.ts";
import { mention } from "./mention.ts";
import type { Ways } from "./ways.ts";

/** One mention and what became of it; milliseconds from when it was sent. */
export interface Asked {
  readonly sentAt: number;
  ack: number;
  reply: number;
  replies: number;
  /** Resolves with the first reply. */
  readonly replied: Promise<void>;
}

/** A bot in a process of its own, and a Slack of its own in this one. */
export interface Subject {
  /** Sends the next mention. */
  ask(): Asked & { readonly acknowledged: Promise<void> };
  close(): Promise<void>;
}

const SECRET = "bench-secret";

export async function openSubject(bot: "echo" | "docent", mode: Ways["mode"]): Promise<Subject> {
  const asked = new Map<string, Asked & { readonly answered: () => void }>();
  const slack = await startFakeSlack(() => Date.now(), {
    onCall: ({ method, args, at }) => {
      const question =
        method === "chat.postMessage" ? asked.get(String(args["thread_ts"])) : undefined;
      // "I will answer yours in about a minute" is no answer yet.
      if (question === undefined || String(args["text"]).startsWith("Many questions at once"))
        return;
      question.replies += 1;
      if (question.replies > 1) return;
      question.reply = at - question.sentAt;
      question.answered();
    },
  });
  const dataDir = mkdtempSync(join(tmpdir(), "docent-bench-"));
  const { apiUrl, botToken, appToken } = slack;
  const ways: Ways = { mode, apiUrl, botToken, appToken, signingSecret: SECRET };
  const { child, port } = await (bot === "echo"
    ? startEcho(ways)
    : startDocent(ways, slack, dataDir));
  const deliver = mode === "socket" ? overSocket(slack) : overHttp(port, SECRET);
  let count = 0;

  return {
    ask() {
      const number = (count += 1);
      const ts = `${Math.floor(Date.now() / 1000)}.${String(number % 500_000).padStart(6, "0")}`;
      const { promise: replied, resolve: answered } = Promise.withResolvers<void>();
      const payload = mention(number, ts);
      const question = {
        sentAt: performance.now(),
        ack: Number.NaN,
        reply: Number.NaN,
        replies: 0,
        replied,
        answered,
      };
      asked.set(ts, question);
      const acknowledged = deliver(payload).then(() => {
        question.ack = performance.now() - question.sentAt;
      });
      return Object.assign(question, { acknowledged });
    },
    async close() {
      child.kill("SIGKILL");
      await slack.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
