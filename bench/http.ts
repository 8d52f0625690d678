import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { getRequestListener } from "@hono/node-server";
import autocannon from "autocannon";
import { Hono } from "hono";
import { serve, shippedSnapshot } from "../test/adapters/http/serve.ts";

/**
 * Our `/api/v1/ask` beside a bare hono echo, one after the other in one run: how much of the way from a request to its
 * answer is ours. Then the latencies at a steady rate. The load comes from a thread of its own; the store is in memory.
 */

const { values: args } = parseArgs({
  options: {
    seconds: { type: "string", default: "8" },
    rate: { type: "string", default: "200" },
  },
});
const duration = Number(args.seconds);
const steady = Number(args.rate);

const QUESTIONS = [
  "What is Docker?",
  "which database should i learn first",
  "sql vs nosql",
  "how to become a backend developer",
  "what is an api gateway",
  "how much does a senior backend dev make in india?",
  "difference between rest and graphql",
  "how do i bake bread",
];
const headers = { "content-type": "application/json" };
const requests = QUESTIONS.map((question) => ({
  method: "POST" as const,
  body: JSON.stringify({ question }),
}));

async function load(url: string, options: Partial<autocannon.Options>): Promise<autocannon.Result> {
  const measured = { url, headers, requests, duration, workers: 1, ...options };
  const result = await autocannon(measured);
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were none, ${result.errors} errors`);
  }
  return result;
}

const echo = new Hono().post("/", async (c) => c.json(await c.req.json()));
const listener = getRequestListener(echo.fetch);
const bare = createServer((request, response) => void listener(request, response));
bare.listen(0, "127.0.0.1");
await once(bare, "listening");
const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;

const many = { points: 100_000_000, seconds: 60 };
const silent = () => undefined;
const served = await serve({
  snapshot: shippedSnapshot(),
  services: {
    rates: { ask: many, read: many, refused: many },
    log: { debug: silent, info: silent, warn: silent, error: silent },
  },
});
const askUrl = `${served.url}/api/v1/ask`;

for (const url of [bareUrl, askUrl]) await load(url, { connections: 20, duration: 2 });
const atMost = [];
for (const url of [bareUrl, askUrl]) atMost.push(await load(url, { connections: 20 }));
const calm = await load(askUrl, { connections: 10, overallRate: steady });

const [echoed = 0, asked = 0] = atMost.map(({ requests: { average } }) => average);
console.log(`bare hono echo  ${Math.round(echoed)} requests/s`);
console.log(
  `/api/v1/ask     ${Math.round(asked)} requests/s, ${(echoed / asked).toFixed(1)} times fewer`,
);
console.log(
  `at ${steady} requests/s: p50 ${calm.latency.p50} ms, p99 ${calm.latency.p99} ms, most ${calm.latency.max} ms`,
);

await served.stop();
bare.close();
bare.closeAllConnections();
