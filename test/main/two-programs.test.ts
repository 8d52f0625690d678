import { describe, expect, it, onTestFinished } from "vitest";
import { adminSocketPath, callAdmin } from "../../adapters/node/admin-socket.ts";
import { plainText } from "../../src/index.ts";
import { startProgram } from "../adapters/slack/program.ts";
import type { Program } from "../adapters/slack/program.ts";
import { startFakeSlack } from "../fakes/slack/fake-slack.ts";
import type { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { visibleText } from "../fakes/slack/read-blocks.ts";
import { knowledgeFolder } from "../support/knowledge-folder.ts";
import { hasPostgres, startPostgres, tellPostgresIsMissing } from "../support/postgres-server.ts";
import { hasRedis, startRedis, tellRedisIsMissing } from "../support/redis-server.ts";
import { until } from "../support/until.ts";

const engines = [
  { name: "Redis", engine: "redis", here: hasRedis, start: startRedis, tell: tellRedisIsMissing },
  {
    name: "PostgreSQL",
    engine: "postgres",
    here: hasPostgres,
    start: startPostgres,
    tell: tellPostgresIsMissing,
  },
];
const QUESTION = "What does the VPN connect?";
const ANSWER = "The VPN connects laptops.";
const PAGES = { "vpn.md": `---\nquestions:\n  - ${QUESTION}\n---\n# VPN\n\n${ANSWER}\n` };

/** Nothing while it is not there yet. */
const status = async ({ dataDir }: Program): Promise<string> =>
  callAdmin(adminSocketPath(dataDir), "status").then(
    ({ body }) => plainText(body),
    () => "",
  );

/** How often it went on without the store: on a busy machine that may be slow for a moment, and duplicates are no news then. */
async function fallbacks({ origin }: Program): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const counts = text.matchAll(/^docent_(?:store_fallbacks|skipped)_total\{.*\} (\d+)$/gmu);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

interface Round {
  readonly slack: FakeSlack;
  readonly begin: () => Promise<Program>;
  readonly two: Program;
  readonly engine: string;
}

let rounds = 0;

/** The first lives until it is killed; the second takes over. False: the store was away for a moment. */
async function wentWell({ slack, begin, two, engine }: Round): Promise<boolean> {
  rounds += 1;
  const { messages } = slack.workspace;
  const one = await begin();
  await until(async () => (await status(one)).includes("replicas 2, same version"));
  await until(async () => (await status(one)).includes(`store ${engine} ok`));
  // Before it was connected each did without.
  const before = { one: await fallbacks(one), two: await fallbacks(two) };
  const asked = (channel: string) =>
    one.event("message_im", { text: QUESTION, user: `U${channel}`, channel });
  const answers = (channels: readonly string[]) =>
    messages.filter(({ channel }) => channels.includes(channel));
  const named = (what: string, many: number): readonly string[] =>
    Array.from({ length: many }, (_, index) => `D${what}${rounds}X${index}`);
  const everyOne = (channels: readonly string[]) => () =>
    channels.every((channel) => answers([channel]).length > 0);

  // Slack may deliver to both: a retry goes wherever the load balancer sends it.
  const both = named("BOTH", 10);
  await Promise.all(
    both.flatMap((channel) => {
      const event = asked(channel);
      return [one.send(event), two.send(event)];
    }),
  );
  await slack.until(everyOne(both));

  // Accepted, and never sent: Slack does not take the answers while the first lives.
  slack.always("chat.postMessage", { hang: true });
  const sent = slack.callsOf("chat.postMessage").length;
  const left = named("LEFT", 5);
  for (const channel of left) await one.send(asked(channel));
  await slack.until(() => slack.callsOf("chat.postMessage").length >= sent + left.length);
  const spoiled = (await fallbacks(one)) !== before.one;
  await one.end("SIGKILL");
  slack.always("chat.postMessage", undefined);
  // What was accepted without the store is in no inbox.
  if (spoiled) return false;
  await slack.until(everyOne(left));
  await until(async () => (await status(two)).includes("replicas 1"));
  if ((await fallbacks(two)) !== before.two) return false;
  const all = [...both, ...left];
  expect(
    answers(all)
      .map(({ channel }) => channel)
      .toSorted(),
  ).toEqual(all.toSorted());
  for (const { blocks } of answers(all)) expect(visibleText(blocks)).toContain(ANSWER);
  return true;
}

for (const { name, engine, here, start, tell } of engines) {
  if (!here) {
    tell();
    it(`${name} is not installed: two programs in front of one Slack are left out`, () =>
      expect(here).toBe(false));
  }

  describe.runIf(here)(`two programs in front of one Slack, on a real ${name}`, () => {
    it("faults 40 and 89: an event delivered to both is answered once, and what a killed one had accepted by the other, once", async () => {
      const server = await start();
      onTestFinished(() => server.stop());
      const slack = await startFakeSlack(() => Date.now());
      onTestFinished(async () => {
        await slack.close();
        expect(slack.faults).toEqual([]);
      });
      const env = { STORE_URL: server.url, KNOWLEDGE_SOURCE: knowledgeFolder(PAGES) };
      const begin = (): Promise<Program> => startProgram({ mode: "http", slack, env });
      const two = await begin();
      await until(async () => (await status(two)).includes(`store ${engine} ok`));
      while (!(await wentWell({ slack, begin, two, engine })));
      expect(await two.end("SIGTERM")).toBe(0);
    }, 240_000);
  });
}
