import { connect, createServer } from "node:net";
import { once } from "node:events";
import { createHalves } from "../../main/halves.ts";
import { catchStrays } from "../../main/last-resort.ts";
import { steadyClock } from "../../adapters/node/steady-clock.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { createLog } from "../../adapters/node/logger.ts";
import { createMeasurements } from "../../adapters/node/metrics.ts";

/**
 * Two platforms in one process, the first of which fails three times, each time after it has started, in the way its
 * argument says: `timer`, `tick`, `promise`, `event`, `fetch` or `socket`. Prints what becomes of both, then what was counted.
 */
const [, , how = ""] = process.argv;
const log = createLog({ level: "debug", secrets: [], destination: process.stderr });
const { metrics, exposition } = createMeasurements();
// A thousand times as fast.
const clock = {
  sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(ms / 1_000, signal),
};
const halves = createHalves({ clock, steady: steadyClock, log, metrics });
catchStrays({ log, metrics, now: () => 0, guilty: halves.guilty });

const server = createServer((socket) => socket.end("x")).listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
const port = typeof address === "object" && address !== null ? address.port : 0;

function fail(): void {
  throw new Error(`a stray ${how}`);
}

const WAYS: Readonly<Record<string, () => void>> = {
  timer: () => void setTimeout(fail, 1),
  tick: () => process.nextTick(fail),
  promise: () => void Promise.resolve().then(fail),
  event: () => process.nextTick(() => server.emit("connection", undefined)),
  fetch: () => void fetch(`http://127.0.0.1:${port}`).catch(fail),
  socket: () => void connect(port, "127.0.0.1").on("data", fail),
};

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function platform(name: string, begun: () => void) {
  return {
    name,
    async start() {
      print(`${name} started`);
      begun();
    },
    stop: async () => print(`${name} stopped`),
    health: () => ({ state: "ok" as const }),
    resume: async () => undefined,
    tell: async () => undefined,
    labelsOf: async () => undefined,
  };
}

let failures = 0;
const { promise: enough, resolve } = Promise.withResolvers<void>();
const discord = halves.keep("discord", () =>
  platform("discord", () => {
    failures += 1;
    if (failures <= 3) WAYS[how]?.();
    else resolve();
  }),
);
const slack = halves.keep("slack", () => platform("slack", () => undefined));
await Promise.all([slack.start(), discord.start()]);
await enough;
for (const line of (await exposition.text()).split("\n")) {
  if (/^docent_(?:stray|platform_restarts)/u.test(line)) print(line);
}
server.close();
await Promise.all([slack.stop(), discord.stop()]);
