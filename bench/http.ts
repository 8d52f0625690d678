import { parseArgs } from "node:util";
import { measure } from "./http/measure.ts";
import { start } from "./http/started.ts";

/**
 * Our `/api/v1/ask` beside a bare hono echo: how much of the way from a request to its answer is ours. Servers and load have
 * processes of their own; all are loaded in turn, several times, so that whatever else the machine does meets them alike, and
 * the middle one of each's rates counts. Beside it stands what a request costs its server of a processor: where server, load and
 * others share few of them, rates tell as much of how they were shared. Then the latencies at a steady rate. Bounds: within 2
 * times the echo with the store in memory, p99 under 20 ms with the one that ships. Exit code 1 where one is broken.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "3" },
    rounds: { type: "string", default: "5" },
    rate: { type: "string", default: "200" },
  },
});
const seconds = Number(values.seconds);
const steady = Number(values.rate);
const MOST_TIMES = 2;
const MOST_P99_MS = 20;

const [echo, inMemory, inFile] = [
  await start("echo"),
  await start("docent", "memory:"),
  await start("docent", "file"),
];
const subjects = [
  { name: "bare hono echo", server: echo, path: "/" },
  { name: "as long an answer", server: echo, path: "/as-much" },
  { name: "ask, store in memory", server: inMemory, path: "/api/v1/ask" },
  { name: "ask, store in a file", server: inFile, path: "/api/v1/ask" },
].map(({ name, server, path }) => ({
  name,
  server,
  url: server.url + path,
  rates: [] as number[],
  costs: [] as number[],
}));

for (const { url } of subjects) await measure({ url, connections: 20, seconds: 2 });
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const { server, url, rates, costs } of subjects) {
    const before = await server.used();
    const { answered, perSecond } = await measure({ url, connections: 20, seconds });
    rates.push(perSecond);
    costs.push(((await server.used()) - before) / answered);
  }
}
const middle = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
const times = subjects.map(({ rates }) => middle(subjects[0]?.rates ?? []) / middle(rates));
for (const [index, { name, rates, costs }] of subjects.entries()) {
  const cost = middle(costs);
  const share = cost / middle(subjects[0]?.costs ?? []);
  console.log(
    `${name.padEnd(22)}${Math.round(middle(rates))} requests/s, the echo has ${times[index]?.toFixed(2)} times as many; ` +
      `${cost.toFixed(1)} µs of a processor each, ${share.toFixed(2)} times the echo's`,
  );
}

const broken: string[] = [];
const [, , asked = 0] = times;
if (asked > MOST_TIMES)
  broken.push(`the echo is ${asked.toFixed(1)} times as fast, more than ${MOST_TIMES}`);
/** What the machine itself does to a steady load shows in the echo. */
const steadily = async (name: string, url: string): Promise<number> => {
  const { p50, p99, max } = await measure({ url, connections: 10, rate: steady, seconds: 8 });
  console.log(`at ${steady} requests/s, ${name}: p50 ${p50} ms, p99 ${p99} ms, most ${max} ms`);
  return p99;
};
await steadily("bare hono echo", `${echo.url}/`);
const p99 = await steadily("ask, store in a file", `${inFile.url}/api/v1/ask`);
if (p99 > MOST_P99_MS) broken.push(`p99 ${p99} ms, more than ${MOST_P99_MS}`);

for (const server of [echo, inMemory, inFile]) await server.stop();
for (const line of broken) console.error(line);
process.exitCode = broken.length === 0 ? 0 : 1;
