import { spawn } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { describe, expect, onTestFinished, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { createReplicas } from "../src/index.ts";
import { createFakeClock } from "./fakes/clock.ts";
import { hasPostgres, startPostgres, tellPostgresIsMissing } from "./support/postgres-server.ts";
import { hasRedis, startRedis, tellRedisIsMissing } from "./support/redis-server.ts";
import { until } from "./support/until.ts";

test("replicas see one another until they have been silent for fifteen seconds, or say goodbye", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const [one, two] = ["r1", "r2"].map((id) => createReplicas({ store, clock, id }));
  const self = { version: "1.4.0", knowledge: "v1" };
  await one!.beat(self);
  await two!.beat(self);
  await store.set("replica:garbage", { id: 7 });
  expect((await one!.list()).map(({ id }) => id)).toEqual(["r1", "r2"]);
  await clock.advance(10_000);
  await two!.beat(self);
  await clock.advance(6_000);
  expect((await one!.list()).map(({ id }) => id)).toEqual(["r2"]);
  await two!.leave();
  expect(await one!.list()).toEqual([]);
});

test("an announcement reaches each other replica once, and a store that was emptied counts as one", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const [one, two] = ["r1", "r2"].map((id) => createReplicas({ store, clock, id }));
  await one!.announce();
  expect([await one!.wasAnnounced(), await two!.wasAnnounced()]).toEqual([false, false]);
  await one!.announce();
  expect([await one!.wasAnnounced(), await two!.wasAnnounced()]).toEqual([false, true]);
  expect(await two!.wasAnnounced()).toBe(false);
  await store.delete("generation");
  expect(await two!.wasAnnounced()).toBe(true);
});

interface Running {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly lines: readonly string[];
  send(event: { id: string; asker: string; sendMs: number }): void;
}

const SCRIPT = new URL("support/replica.ts", import.meta.url).pathname;

async function startReplica(url: string, name: string): Promise<Running> {
  const child = spawn(process.execPath, [SCRIPT, url, name], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
    lines.splice(0, lines.length, ...printed.split("\n").slice(0, -1));
  });
  await until(() => lines.includes("ready"));
  return { child, lines, send: (event) => void child.stdin.write(`${JSON.stringify(event)}\n`) };
}

const engines = [
  { name: "Redis", here: hasRedis, start: startRedis, tell: tellRedisIsMissing },
  { name: "PostgreSQL", here: hasPostgres, start: startPostgres, tell: tellPostgresIsMissing },
];

for (const { name, here, start, tell } of engines) {
  if (!here) {
    tell();
    test(`${name} is not installed: replicas on it are left out`, () => expect(here).toBe(false));
  }

  describe.runIf(here)(`two processes on a real ${name}`, { timeout: 120_000 }, () => {
    test("faults 40 and 89: answer an event delivered to both once, share limits, and answer once what a killed one left", async () => {
      const server = await start();
      onTestFinished(() => server.stop());
      const [one, two] = await Promise.all(
        ["r1", "r2"].map((replica) => startReplica(server.url, replica)),
      );
      const seen = (): readonly string[] => [...one!.lines, ...two!.lines];
      const answers = (prefix: string): readonly string[] =>
        seen().filter((line) => line.startsWith(`answered ${prefix}`));
      // Delivered twice, to both.
      for (let event = 0; event < 40; event += 1) {
        const sent = { id: `both-${event}`, asker: `a${event}`, sendMs: 0 };
        one!.send(sent);
        two!.send(sent);
      }
      await until(() => answers("both").length >= 40);

      // One asker, taking turns: five questions in all, whichever replica they reach.
      for (let event = 0; event < 8; event += 1) {
        (event % 2 === 0 ? one : two)!.send({ id: `eager-${event}`, asker: "eager", sendMs: 0 });
      }
      await until(
        () => answers("eager").length >= 5 && seen().some((line) => line.startsWith("limited")),
      );

      // In the middle of sending, for longer than it will live.
      for (let event = 0; event < 10; event += 1) {
        one!.send({ id: `left-${event}`, asker: `b${event}`, sendMs: 3_600_000 });
      }
      one!.send({ id: "marker", asker: "c", sendMs: 0 });
      // Ended, so that what is left in the inbox is what has not been sent: between sending and noting that it was
      // sent nobody but the platform can know.
      await until(() => seen().includes("ended marker"));
      one!.child.kill("SIGKILL");
      await until(() => answers("left").length >= 10);
      // A redelivery of what was taken over is still a duplicate.
      two!.send({ id: "left-0", asker: "b0", sendMs: 0 });
      two!.send({ id: "marker-2", asker: "d", sendMs: 0 });
      await until(() => seen().includes("ended left-0") && seen().includes("ended marker-2"));

      expect(answers("both")).toHaveLength(40);
      expect(answers("eager")).toHaveLength(5);
      expect(answers("left")).toHaveLength(10);
      const said = seen().filter((line) => !line.startsWith("ended"));
      const twice = said.filter((line, index) => said.indexOf(line) !== index);
      expect(twice).toEqual(["ready"]);
    });
  });
}
