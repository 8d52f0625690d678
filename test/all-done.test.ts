import { expect, test } from "vitest";
import { allDone } from "../src/all-done.ts";
import { settle } from "./fakes/clock.ts";

test("all are waited for, in whatever order they end; none are waited for at once", async () => {
  await allDone([]);
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<number>()];
  let ended = false;
  const all = allDone([first.promise, second.promise]).then(() => (ended = true));
  second.resolve(1);
  await settle();
  expect(ended).toBe(false);
  first.resolve();
  await all;
  expect(ended).toBe(true);
});

test("the first that fails is what is heard, and the failures after it are nobody's surprise", async () => {
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const all = allDone([first.promise, second.promise]);
  second.reject(new Error("second"));
  first.reject(new Error("first"));
  await expect(all).rejects.toThrow("second");
});
