import { spawnSync } from "node:child_process";
import { describe, expect, it, test } from "vitest";
import { createHalves } from "../../main/halves.ts";
import { DocentError } from "../../src/index.ts";
import type { Health } from "../../src/index.ts";
import { createFakeClock, settle } from "../fakes/clock.ts";
import { createCountingMetrics, createRecordingLog } from "../fakes/recorders.ts";

const SCRIPT = new URL("../support/stray-halves.ts", import.meta.url).pathname;
const MINUTE_MS = 60_000;

test.each(["timer", "tick", "promise", "event", "fetch", "socket"])(
  "fault 94: a failure in a %s of one platform starts that platform again, and only that one",
  (how) => {
    const { status, stdout } = spawnSync(process.execPath, [SCRIPT, how], { encoding: "utf8" });
    const lines = stdout.trimEnd().split("\n");
    const of = (name: string): readonly string[] => lines.filter((line) => line.startsWith(name));
    expect(status).toBe(0);
    expect(of("slack")).toEqual(["slack started", "slack stopped"]);
    const round = ["discord started", "discord stopped"];
    expect(of("discord")).toEqual([...round, ...round, ...round, ...round]);
    const measured = of("docent_").join("\n");
    expect(measured).toContain('docent_platform_restarts_total{platform="discord"} 3');
    expect(measured).toMatch(/docent_stray_failures_total\{kind="\w+",platform="discord"\} 3/u);
    expect(measured).not.toMatch(/platform="(?:slack|none)"/u);
  },
);

/** A platform that is built again and again, and what was done with each of them. */
function opened(
  options: { readonly start?: () => Promise<void>; readonly stop?: () => Promise<void> } = {},
) {
  const clock = createFakeClock();
  const log = createRecordingLog();
  const metrics = createCountingMetrics();
  const halves = createHalves({ clock, steady: clock.steady, log, metrics });
  const said: string[] = [];
  let count = 0;
  const half = halves.keep("discord", () => {
    const name = `${(count += 1)}`;
    return {
      name: "discord",
      async start() {
        said.push(`${name} starts`);
        await options.start?.();
      },
      async stop() {
        said.push(`${name} stops`);
        await options.stop?.();
      },
      health: (): Health => ({ state: "ok", note: name }),
      resume: async () => void said.push(`${name} resumes`),
      tell: async () => void said.push(`${name} tells`),
      labelsOf: async () => [name],
      /** As its code would come to be asked, had it thrown. */
      guilty: () => halves.guilty(),
    };
  });
  return {
    clock,
    log,
    half,
    halves,
    said,
    guilty: () => half.within((platform) => platform.guilty()),
    fail: async (): Promise<void> => {
      half.within((platform) => platform.guilty())?.restart();
      await settle();
    },
  };
}

describe("a half that fails", () => {
  it("is closed, waits longer each time, and is built anew; health says so meanwhile", async () => {
    const { clock, half, said, fail } = opened();
    await half.start();
    const pauses = [2, 4, 8, 16, 32, 64, 128, 256, 300, 300];
    for (const [index, seconds] of pauses.entries()) {
      await fail();
      expect(half.health()).toMatchObject({
        state: "starting",
        note: expect.stringContaining(`started again after ${seconds} s`) as unknown,
      });
      await clock.advance(seconds * 1_000 - 1);
      expect(said.at(-1)).toBe(`${index + 1} stops`);
      await clock.advance(1);
      expect(said.at(-1)).toBe(`${index + 2} starts`);
      expect(half.health()).toEqual({ state: "ok", note: `${index + 2}` });
    }
    // It ran well for a while: that was that.
    await clock.advance(10 * MINUTE_MS);
    await fail();
    await clock.advance(2_000);
    expect(said.at(-1)).toBe("12 starts");
  });

  it("is started again once, however often it fails before it is back", async () => {
    const { clock, half, said, fail } = opened();
    await half.start();
    const before = opened();
    expect(before.halves.guilty()).toBeUndefined();
    await fail();
    await fail();
    await clock.advance(1_000);
    await fail();
    await clock.advance(1_000);
    expect(said).toEqual(["1 starts", "1 stops", "2 starts"]);
  });

  it("is not closed for what its predecessor left running", async () => {
    const { clock, half, said, guilty, fail } = opened();
    await half.start();
    const leftover = guilty();
    await fail();
    await clock.advance(2_000);
    leftover?.restart();
    await clock.advance(MINUTE_MS);
    expect(said).toEqual(["1 starts", "1 stops", "2 starts"]);
  });

  it("is left where it does not close, or closes badly", async () => {
    const wedged = opened({ stop: () => new Promise(() => undefined) });
    await wedged.half.start();
    await wedged.fail();
    await wedged.clock.advance(17_000);
    expect(wedged.said).toEqual(["1 starts", "1 stops", "2 starts"]);
    const bad = opened({ stop: () => Promise.reject(new Error("no")) });
    await bad.half.start();
    await bad.fail();
    await bad.clock.advance(2_000);
    expect(bad.said).toEqual(["1 starts", "1 stops", "2 starts"]);
    expect(bad.log.lines.map(({ message }) => message)).toContain(
      "a platform did not close cleanly",
    );
  });

  it("hands everything on to the one that runs, and nobody is told anything while none does", async () => {
    const { clock, half, said, fail } = opened();
    await half.start();
    expect(await half.labelsOf("U1")).toEqual(["1"]);
    await fail();
    expect(await half.labelsOf("U1")).toBeUndefined();
    const answer = {} as Parameters<typeof half.tell>[1];
    await expect(half.tell("discord:1", answer)).rejects.toMatchObject({
      code: "platform-unavailable",
    });
    await clock.advance(2_000);
    await half.tell("discord:1", answer);
    await half.resume({});
    expect(said.slice(2)).toEqual(["2 starts", "2 tells", "2 resumes"]);
  });

  it("says who started it why it could not, but not that it was closed to begin anew", async () => {
    const refused = opened({ start: () => Promise.reject(new Error("token")) });
    await expect(refused.half.start()).rejects.toThrow("token");
    const { promise, reject } = Promise.withResolvers<void>();
    let first = true;
    const { clock, half, said, fail } = opened({
      start: () => {
        if (!first) return Promise.resolve();
        first = false;
        return promise;
      },
      stop: async () => reject(new Error("stopped")),
    });
    const started = half.start();
    await fail();
    await started;
    await clock.advance(2_000);
    expect(said).toEqual(["1 starts", "1 stops", "2 starts"]);
  });

  it("logs why it could not be started again, and stays what it says of itself", async () => {
    let starts = 0;
    const { clock, half, log, fail } = opened({
      start: async () => {
        starts += 1;
        if (starts > 1)
          throw new DocentError("platform-refused", "Revoked", { remedy: "Set another." });
      },
    });
    await half.start();
    await fail();
    await clock.advance(2_000);
    expect(log.lines.at(-1)).toMatchObject({
      message: "could not be started",
      fields: { platform: "discord", reason: "Revoked. Set another." },
    });
    expect(half.health()).toEqual({ state: "ok", note: "2" });
  });

  it("is not begun anew by a process that ends", async () => {
    const { clock, half, said, fail } = opened();
    await half.start();
    await fail();
    await half.stop();
    await clock.advance(MINUTE_MS);
    await fail();
    expect(said).toEqual(["1 starts", "1 stops"]);
    expect(half.health()).toEqual({ state: "stopped" });
  });
});
