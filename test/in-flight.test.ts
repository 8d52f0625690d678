import { expect, test } from "vitest";
import { createInFlight } from "../src/index.ts";
import { createFakeClock } from "./fakes/clock.ts";

test("draining waits for all that is under way, also for what fails, and leaves nothing behind", async () => {
  const clock = createFakeClock();
  const inFlight = createInFlight(clock);
  const one = Promise.withResolvers<string>();
  const other = Promise.withResolvers<string>();
  const tracked = inFlight.track(one.promise);
  const failing = inFlight.track(other.promise);
  expect(inFlight.size).toBe(2);
  const drained = inFlight.drain(1_000);
  one.resolve("done");
  other.reject(new Error("failed"));
  expect(await tracked).toBe("done");
  await expect(failing).rejects.toThrow("failed");
  expect(await drained).toBe(0);
  expect(clock.sleeping).toBe(0);
});

test("draining ends when its time is over and says how many are left", async () => {
  const clock = createFakeClock();
  const inFlight = createInFlight(clock);
  void inFlight.track(new Promise(() => undefined));
  const drained = inFlight.drain(1_000);
  await clock.advance(1_000);
  expect(await drained).toBe(1);
});

test("draining nothing ends at once", async () => {
  expect(await createInFlight(createFakeClock()).drain(1_000)).toBe(0);
});
