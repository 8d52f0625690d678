import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LentThread } from "../../../adapters/node/thread-stock.ts";
import { PAGES } from "../../support/pages.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { workerUnderTest } from "../../support/worker.ts";

const QUESTION = "Where is the colour printer?";
const PRINTERS = "it/printers.md";

/** A thread that never gets anything done. */
function idleThread(): LentThread {
  return {
    build: () => new Promise(() => undefined),
    ask: () => new Promise(() => undefined),
    lost: new Promise(() => undefined),
    end: async () => undefined,
    giveBack: async () => undefined,
  };
}

describe("a question that takes too long", { timeout: 60_000 }, () => {
  it("is refused after a second; the next ones are answered by another thread, from the same version", async () => {
    const ended: number[] = [];
    const { clock, metrics, built, ask } = workerUnderTest({
      pages: PAGES,
      take: (taken, stock) => {
        const thread = stock.take();
        return { ...thread, end: () => (ended.push(taken), thread.end()) };
      },
    });
    const { snapshot } = await built();
    const runaway = ask(snapshot, "UNRULY:loop /never");
    const waiting = [ask(snapshot, QUESTION), ask(snapshot, QUESTION)];
    const refused = expect(runaway).rejects.toMatchObject({ code: "deadline-exceeded" });
    await clock.advance(1_000);
    await refused;
    expect(await Promise.all(waiting)).toEqual([PRINTERS, PRINTERS]);
    expect(metrics.total("snapshot_replaced_total", { reason: "deadline" })).toBe(1);
    // The slow thread is not left running: a second more is all it gets.
    await clock.advance(1_000);
    expect(ended).toContain(0);
    expect(ended).not.toContain(1);
    expect(await ask(snapshot, QUESTION)).toBe(PRINTERS);
  });

  it("does not keep the others waiting for the new thread where the slow one recovers", async () => {
    const release = join(temporaryFolder(), "release");
    const { clock, built, ask } = workerUnderTest({
      pages: PAGES,
      take: (taken, stock) => (taken === 0 ? stock.take() : idleThread()),
    });
    const { snapshot } = await built();
    const slow = ask(snapshot, `UNRULY:loop ${release}`);
    const waiting = ask(snapshot, QUESTION);
    const refused = expect(slow).rejects.toMatchObject({ code: "deadline-exceeded" });
    await clock.advance(1_000);
    await refused;
    writeFileSync(release, "");
    expect(await waiting).toBe(PRINTERS);
  });

  it("and never ends is ended a second later, and what waits hears so if there is no other thread", async () => {
    const { clock, built, ask } = workerUnderTest({
      pages: PAGES,
      take: (taken, stock) => {
        const thread = taken === 0 ? stock.take() : idleThread();
        const build = (): Promise<never> => Promise.reject(new Error("no room"));
        return taken === 0 ? thread : { ...thread, build };
      },
    });
    const { snapshot } = await built();
    const runaway = expect(ask(snapshot, "UNRULY:loop /never")).rejects.toThrow("1000 ms");
    const waiting = ask(snapshot, QUESTION);
    const refused = expect(waiting).rejects.toThrow("no room");
    await clock.advance(1_000);
    await runaway;
    await clock.advance(1_000);
    await refused;
    await expect(ask(snapshot, QUESTION)).rejects.toThrow("no room");
  });

  it("whose asker gives up is dropped at once", async () => {
    const { built, ask } = workerUnderTest({ pages: PAGES });
    const { snapshot } = await built();
    const giveUp = new AbortController();
    const asked = ask(snapshot, "UNRULY:loop /never", giveUp.signal);
    const queued = ask(snapshot, QUESTION, giveUp.signal);
    giveUp.abort(new Error("left the channel"));
    await expect(asked).rejects.toThrow("left the channel");
    await expect(queued).rejects.toThrow("left the channel");
    await expect(ask(snapshot, QUESTION, giveUp.signal)).rejects.toThrow("left the channel");
  });
});

describe("a thread that is lost", { timeout: 60_000 }, () => {
  it.each([
    ["out of memory", "UNRULY:eat", "limit of 64 MB"],
    ["by itself", "UNRULY:die", "it ended with code 3"],
  ])("%s takes its question with it, and is replaced", async (_name, text, reason) => {
    const { metrics, built, ask, log } = workerUnderTest({ pages: PAGES, memoryMb: 64 });
    const { snapshot } = await built();
    const lost = ask(snapshot, text);
    const waiting = ask(snapshot, QUESTION);
    await expect(lost).rejects.toMatchObject({ code: "snapshot-failed" });
    await expect(lost).rejects.toThrow(reason);
    expect(await waiting).toBe(PRINTERS);
    expect(metrics.total("snapshot_replaced_total", { reason: "lost" })).toBe(1);
    expect(log.text()).not.toContain("UNRULY");
  });
});

describe("a build", { timeout: 60_000 }, () => {
  it("fault 91: that needs too much memory fails and says what to do, and nothing else is harmed", async () => {
    const { build } = workerUnderTest({
      pages: { "a.md": "# UNRULY:eat\n\nAll.\n" },
      memoryMb: 64,
    });
    await expect(build({ kind: "source", unless: [] }, {})).rejects.toMatchObject({
      code: "snapshot-failed",
      message: "The knowledge needs more memory than its limit of 64 MB",
    });
  });

  it("that hangs is given up, as is one that nobody waits for any more", async () => {
    const { build, clock } = workerUnderTest({ pages: PAGES, take: () => idleThread() });
    const hung = expect(build({ kind: "source", unless: [] }, {})).rejects.toMatchObject({
      code: "deadline-exceeded",
    });
    await clock.advance(600_000);
    await hung;
    const stopping = new AbortController();
    const { signal } = stopping;
    const abandoned = expect(build({ kind: "source", unless: [] }, { signal })).rejects.toThrow(
      "Docent stops",
    );
    stopping.abort(new Error("Docent stops"));
    await abandoned;
  });

  it("that breaks tells why in the words of who knows", async () => {
    const { build, folder } = workerUnderTest({ pages: {} });
    await expect(build({ kind: "source", unless: [] }, {})).rejects.toMatchObject({
      code: "knowledge-empty",
      message: expect.stringContaining(folder) as string,
    });
  });

  it("of pages with many problems tells them all", async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 1_200 }, (_, index) => [
        `p${index}.md`,
        `---\nnosuchkey: 1\n---\n# Page ${index}\n\nText ${index}.\n`,
      ]),
    );
    const { built } = workerUnderTest({ pages });
    const { snapshot } = await built();
    const own = snapshot.facts.problems.filter((problem) => problem.code === "unknown-key");
    expect(own).toHaveLength(1_200);
  });

  it("leaves the main thread free while it runs", async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [
        `p${index}.md`,
        `# Page ${index}\n\n${`Sentence ${index} of the page says something. `.repeat(40)}\n`,
      ]),
    );
    const { build } = workerUnderTest({ pages });
    let turns = 0;
    let over = false;
    const turning = (async () => {
      while (!over) {
        await new Promise((resolve) => setImmediate(resolve));
        turns += 1;
      }
    })();
    const made = await build({ kind: "source", unless: [] }, {});
    over = true;
    await turning;
    await made?.snapshot.close();
    // In this thread it would be a handful.
    expect(turns).toBeGreaterThan(100);
  });

  it("is built again from what was kept, and refuses what was damaged", async () => {
    const { build, built, ask } = workerUnderTest({ pages: PAGES });
    const { snapshot, packed } = await built();
    const { version } = snapshot.facts;
    const again = await build({ kind: "kept", version, packed }, {});
    expect(again?.snapshot.facts.version).toBe(version);
    expect(again && (await ask(again.snapshot, QUESTION))).toBe(PRINTERS);
    await again?.snapshot.close();
    for (const broken of [packed.slice(0, packed.length / 2), new Uint8Array([1, 2, 3])]) {
      await expect(build({ kind: "kept", version, packed: broken }, {})).rejects.toMatchObject({
        code: "knowledge-unreadable",
      });
    }
    await expect(build({ kind: "kept", version: "0123456789ab", packed }, {})).rejects.toThrow(
      "0123456789ab is damaged",
    );
  });
});

describe("a snapshot that is closed", { timeout: 60_000 }, () => {
  it("refuses what waits and what comes", async () => {
    const { built, ask } = workerUnderTest({ pages: PAGES });
    const { snapshot } = await built();
    const asked = [ask(snapshot, "UNRULY:loop /never"), ask(snapshot, QUESTION)];
    const refused = asked.map((one) =>
      expect(one).rejects.toMatchObject({ code: "snapshot-failed" }),
    );
    await snapshot.close();
    await Promise.all(refused);
    await expect(ask(snapshot, QUESTION)).rejects.toThrow("no longer open");
  });
});
