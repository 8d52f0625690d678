import { expect, test } from "vitest";
import { createGuardedStore } from "../adapters/node/guarded-store.ts";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import type { Store } from "../src/index.ts";
import { createFakeClock } from "./fakes/clock.ts";
import { createCountingMetrics, createRecordingLog } from "./fakes/recorders.ts";
import { openDoor } from "./support/open-door.ts";

const HOUR = 3_600_000;
const JUMPS = [
  ["an hour ahead", HOUR],
  ["an hour back", -HOUR],
  ["a day ahead", 24 * HOUR],
  ["a day back", -24 * HOUR],
] as const;

/** As the program builds it: what expires follows the time that only passes. */
function opened(down = false) {
  const clock = createFakeClock();
  const log = createRecordingLog();
  const metrics = createCountingMetrics();
  const inner = createMemoryStore({ clock: clock.steady });
  const refuse = (): Promise<never> => Promise.reject(new Error("down"));
  const engine: Store = down
    ? {
        ...inner,
        get: refuse,
        set: refuse,
        delete: refuse,
        claim: refuse,
        claimAll: refuse,
        increment: refuse,
      }
    : inner;
  const store = createGuardedStore(engine, { clock, steady: clock.steady, log, metrics });
  return openDoor({ clock, store });
}

test.each(JUMPS)(
  "fault 93: a clock that is put %s answers nothing twice and loses nothing",
  async (_, ms) => {
    const { receive, message, clock, sent } = opened();
    expect(await receive(message("m1"))).toBe("answered");
    clock.jump(ms);
    expect(await receive(message("m1"))).toBe("duplicate");
    expect(await receive(message("m2", { sentAt: clock.now() }))).toBe("answered");
    clock.jump(-ms);
    expect(await receive(message("m2"))).toBe("duplicate");
    expect(sent.map((one) => one.message)).toEqual(["m1", "m2"]);
  },
);

test.each(JUMPS)("nor while the store is down: put %s", async (_, ms) => {
  const { receive, message, clock, sent } = opened(true);
  expect(await receive(message("m1"))).toBe("answered");
  clock.jump(ms);
  expect(await receive(message("m1"))).toBe("duplicate");
  expect(sent).toHaveLength(1);
});

test.each(JUMPS)("what waits goes on waiting as long as it should: put %s", async (_, ms) => {
  const door = opened();
  const { receive, message, clock } = door;
  let replied = 0;
  const slow = receive(
    message("m1", {
      async reply() {
        await clock.sleep(2_000);
        replied += 1;
      },
    }),
  );
  await clock.advance(1_000);
  clock.jump(ms);
  expect(replied).toBe(0);
  const left = door.drain(5_000);
  await clock.advance(1_000);
  expect([await slow, await left, replied]).toEqual(["answered", 0, 1]);
});
