import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coalesce } from "../../src/reload/coalesce.ts";
import { settle } from "../fakes/clock.ts";

interface Run {
  readonly request: number;
  end(): void;
  fail(): void;
}

/** Runs that a test ends by hand; a request is a number, two of them come to the larger. */
function underTest() {
  const runs: Run[] = [];
  const ask = coalesce<number, number>((request) => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const fail = (): void => reject(new Error(`run ${request} failed`));
    runs.push({ request, end: () => resolve(request), fail });
    return promise;
  }, Math.max);
  return { runs, ask };
}

describe("reloads that come at once", () => {
  it("run one at a time, and all that wait share one run", async () => {
    const { runs, ask } = underTest();
    const first = ask(1);
    const later = [ask(2), ask(9), ask(3)];
    expect(runs.map((run) => run.request)).toEqual([1]);
    runs[0]?.end();
    expect(await first).toBe(1);
    await settle();
    expect(runs.map((run) => run.request)).toEqual([1, 9]);
    runs[1]?.end();
    expect(await Promise.all(later)).toEqual([9, 9, 9]);
  });

  it("are not stopped by one that fails", async () => {
    const { runs, ask } = underTest();
    const first = ask(1);
    const second = ask(2);
    runs[0]?.fail();
    await expect(first).rejects.toThrow("run 1 failed");
    await settle();
    runs[1]?.end();
    expect(await second).toBe(2);
    const third = ask(3);
    runs[2]?.end();
    expect(await third).toBe(3);
  });

  it("never overlap and never answer a request with a run that began before it, in any order of events", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 40 }), async (steps) => {
        let running = 0;
        let count = 0;
        const ends: (() => void)[] = [];
        const ask = coalesce<null, number>(
          async () => {
            const own = ++count;
            running += 1;
            expect(running).toBe(1);
            await new Promise<void>((resolve) => ends.push(resolve));
            running -= 1;
            return own;
          },
          () => null,
        );
        const checks: Promise<void>[] = [];
        for (const asks of steps) {
          if (asks) {
            const begunBefore = count;
            checks.push(ask(null).then((run) => expect(run).toBeGreaterThan(begunBefore)));
          } else ends.shift()?.();
          await new Promise(setImmediate);
        }
        while (ends.length > 0) {
          ends.shift()?.();
          await new Promise(setImmediate);
        }
        await Promise.all(checks);
        expect(count).toBeLessThanOrEqual(steps.length + 1);
      }),
    ));
});
