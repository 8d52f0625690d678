import { expect, test } from "vitest";
import { createTurns } from "../src/turns.ts";
import { createFakeClock, settle } from "./fakes/clock.ts";

function setUp(concurrency: number, waiting = 10) {
  const clock = createFakeClock();
  const turns = createTurns({ clock, concurrency, waiting, longMs: 5_000 });
  const began: string[] = [];
  const told: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  const take = (name: string): Promise<string> => {
    const end = Promise.withResolvers<string>();
    ends.set(name, end);
    return turns.take(
      () => {
        began.push(name);
        return end.promise;
      },
      async () => void told.push(name),
    );
  };
  return { clock, turns, began, told, ends, take };
}

test("as many work at once as may, the others in the order they came", async () => {
  const { turns, began, ends, take } = setUp(2);
  const all = ["a", "b", "c", "d"].map(take);
  await settle();
  expect(began).toEqual(["a", "b"]);
  expect(turns.waiting).toBe(2);
  ends.get("b")?.resolve("B");
  await settle();
  expect(began).toEqual(["a", "b", "c"]);
  for (const [name, end] of ends) end.resolve(name.toUpperCase());
  await settle();
  ends.get("d")?.resolve("D");
  expect(await Promise.all(all)).toEqual(["A", "B", "C", "D"]);
  expect(began).toEqual(["a", "b", "c", "d"]);
  expect(turns.waiting).toBe(0);
});

test("one that fails hears so, and hands its turn on", async () => {
  const { turns, began, ends, take } = setUp(1);
  const failing = take("a");
  const next = take("b");
  ends.get("a")?.reject(new Error("broken"));
  await expect(failing).rejects.toThrow("broken");
  await settle();
  expect(began).toEqual(["a", "b"]);
  ends.get("b")?.resolve("B");
  expect(await next).toBe("B");
  const thrown = turns.take(
    () => {
      throw new Error("at once");
    },
    async () => undefined,
  );
  await expect(thrown).rejects.toThrow("at once");
  const last = take("c");
  ends.get("c")?.resolve("C");
  expect(await last).toBe("C");
});

test("there is no room once as many wait as may", async () => {
  const { turns, ends, take } = setUp(1, 2);
  const first = take("a");
  expect(turns.isFull()).toBe(false);
  const waiting = [take("b"), take("c")];
  expect(turns.isFull()).toBe(true);
  ends.get("a")?.resolve("A");
  await first;
  await settle();
  expect(turns.isFull()).toBe(false);
  for (const name of ["b", "c"]) {
    ends.get(name)?.resolve(name);
    await settle();
  }
  await Promise.all(waiting);
});

test("who waits for long is told so once, before the work begins; nobody else is", async () => {
  const { clock, told, began, ends, take } = setUp(1);
  const all = ["a", "b", "c"].map(take);
  await clock.advance(4_999);
  expect(told).toEqual([]);
  ends.get("a")?.resolve("A");
  await clock.advance(1);
  expect(began).toEqual(["a", "b"]);
  expect(told).toEqual(["c"]);
  ends.get("b")?.resolve("B");
  await clock.advance(10_000);
  expect(began).toEqual(["a", "b", "c"]);
  expect(told).toEqual(["c"]);
  ends.get("c")?.resolve("C");
  await Promise.all(all);
  expect(clock.sleeping).toBe(0);
});
