import { describe, expect, it } from "vitest";
import { createLanes } from "../src/index.ts";
import { createFakeClock, settle } from "./fakes/clock.ts";

describe("lanes", () => {
  it("let one call a channel through at a time, in order, and hold up no other channel", async () => {
    const lanes = createLanes(createFakeClock(), 0);
    const begun: string[] = [];
    const first = Promise.withResolvers<void>();
    const run = (channel: string, name: string, until = Promise.resolve()) =>
      lanes.run(channel, async () => {
        begun.push(name);
        await until;
      });
    const all = [run("a", "a1", first.promise), run("a", "a2"), run("b", "b1"), run("a", "a3")];
    await settle();
    expect(begun).toEqual(["a1", "b1"]);
    first.resolve();
    await Promise.all(all);
    expect(begun).toEqual(["a1", "b1", "a2", "a3"]);
  });

  it("keep their distance, also after an idle while, and go on after a failure", async () => {
    const clock = createFakeClock();
    const lanes = createLanes(clock, 1_000);
    const at: number[] = [];
    const start = clock.now();
    const call = () => lanes.run("a", async () => void at.push(clock.now() - start));
    const failing = lanes.run("a", () => Promise.reject(new Error("no")));
    await expect(failing).rejects.toThrow("no");
    const both = Promise.all([call(), call()]);
    await clock.advance(5_000);
    await both;
    expect(at).toEqual([1_000, 2_000]);
  });

  it("make no call for somebody who has given up waiting", async () => {
    const lanes = createLanes(createFakeClock(), 0);
    const first = Promise.withResolvers<void>();
    const gone = new AbortController();
    const before = lanes.run("a", () => first.promise);
    const later = lanes.run("a", async () => "called", gone.signal);
    gone.abort(new Error("gone"));
    first.resolve();
    await expect(later).rejects.toThrow("gone");
    await before;
  });
});
