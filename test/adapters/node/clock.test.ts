import { AsyncLocalStorage } from "node:async_hooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { randomId, systemClock } from "../../../adapters/node/clock.ts";

describe("the machine's clock", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function isOver(sleep: Promise<void>): Promise<() => boolean> {
    let over = false;
    void sleep.then(() => (over = true));
    return () => over;
  }

  it("tells the time in epoch milliseconds", () => {
    vi.setSystemTime(1_234_567);
    expect(systemClock.now()).toBe(1_234_567);
  });

  it("sleeps for as long as it is asked to", async () => {
    const over = await isOver(systemClock.sleep(500));
    await vi.advanceTimersByTimeAsync(499);
    expect(over()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(over()).toBe(true);
  });

  it("sleeps for months, where a timer of Node would fire at once", async () => {
    const over = await isOver(systemClock.sleep(2 ** 31 + 1_000));
    await vi.advanceTimersByTimeAsync(2 ** 31);
    expect(over()).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(over()).toBe(true);
  });

  it("wakes with the signal's reason, and leaves no timer behind", async () => {
    const controller = new AbortController();
    const sleep = systemClock.sleep(500, controller.signal);
    controller.abort(new Error("shutting down"));
    await expect(sleep).rejects.toThrow("shutting down");
    await expect(systemClock.sleep(500, controller.signal)).rejects.toThrow("shutting down");
    await expect(systemClock.sleep(0, controller.signal)).rejects.toThrow("shutting down");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("acts once when the time has come, however long that takes, and not when it is called off", async () => {
    const acted: string[] = [];
    systemClock.after(500, () => acted.push("soon"));
    systemClock.after(2 ** 31 + 1_000, () => acted.push("after months"));
    const callOff = systemClock.after(2 ** 31 + 1_000, () => acted.push("never"));
    await vi.advanceTimersByTimeAsync(2 ** 31);
    expect(acted).toEqual(["soon"]);
    callOff();
    await vi.advanceTimersByTimeAsync(2 ** 31);
    expect(acted).toEqual(["soon", "after months"]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a deadline", () => {
  it("that is called off in the turn it was set in never winds up a timer", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      systemClock.after(500, () => undefined)();
      const callOff = systemClock.after(500, () => undefined);
      await new Promise((resolve) => void setImmediate(resolve));
      expect(vi.getTimerCount()).toBe(1);
      callOff();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it("passes in the context of whoever set it", async () => {
    const context = new AsyncLocalStorage<string>();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const other = context.run("other", () => systemClock.after(1, () => undefined));
    context.run("mine", () => void systemClock.after(1, () => resolve(context.getStore())));
    expect(await promise).toBe("mine");
    other();
  });
});

describe("a random id", () => {
  it("is 128 bits in letters that a button and a URL take", () => {
    const ids = Array.from({ length: 1_000 }, randomId);
    for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/);
    expect(new Set(ids).size).toBe(1_000);
  });
});
