import { expect, test } from "vitest";
import { withDeadline } from "../src/deadline.ts";
import { createFakeClock } from "./fakes/clock.ts";

test("work that ends in time is what comes of it, and nothing is left to wake up", async () => {
  const clock = createFakeClock();
  expect(await withDeadline(clock, 100, "It", async () => 42)).toBe(42);
  await expect(
    withDeadline(clock, 100, "It", () => Promise.reject(new Error("no"))),
  ).rejects.toThrow("no");
  const thrown = withDeadline(clock, 100, "It", () => {
    throw new Error("at once");
  });
  await expect(thrown).rejects.toThrow("at once");
  expect(clock.sleeping).toBe(0);
});

test("work that takes longer is given up, and told so with what it says itself", async () => {
  const clock = createFakeClock();
  let heard: unknown;
  const late = withDeadline(clock, 100, "It", (signal) => {
    signal.addEventListener("abort", () => (heard = signal.reason));
    return new Promise(() => undefined);
  });
  const failure = late.catch((error: unknown) => error);
  await clock.advance(99);
  expect(heard).toBeUndefined();
  await clock.advance(1);
  expect(await failure).toMatchObject({
    code: "deadline-exceeded",
    message: "It took longer than 100 ms",
  });
  expect(heard).toBe(await failure);
});

test("work that fails after it was given up harms nobody", async () => {
  const clock = createFakeClock();
  const { promise, reject } = Promise.withResolvers<never>();
  const failure = withDeadline(clock, 100, "It", () => promise).catch((error: unknown) => error);
  await clock.advance(100);
  expect(await failure).toMatchObject({ code: "deadline-exceeded" });
  reject(new Error("too late"));
  await clock.advance(1);
});

test("a clock that is corrected neither shortens nor lengthens it", async () => {
  const clock = createFakeClock();
  let over = false;
  const late = withDeadline(clock, 100, "It", () => new Promise(() => undefined)).catch(
    () => (over = true),
  );
  clock.jump(3_600_000);
  await clock.advance(99);
  expect(over).toBe(false);
  clock.jump(-7_200_000);
  await clock.advance(1);
  await late;
  expect(over).toBe(true);
});
