import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { BuildMessage } from "../../../adapters/node/thread-messages.ts";
import { openThreadStock } from "../../../adapters/node/thread-stock.ts";
import type { LentThread } from "../../../adapters/node/thread-stock.ts";
import { createFakeClock } from "../../fakes/clock.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const UNRULY = new URL("../../support/threads/unruly.ts", import.meta.url);

/** A stock of real threads, with how many were ever started. */
function stockUnderTest() {
  let started = 0;
  const count = (): void => void (started += 1);
  subscribe("worker_threads", count);
  const clock = createFakeClock();
  const stock = openThreadStock({ clock, entry: UNRULY, memoryMb: 128 });
  onTestFinished(async () => {
    unsubscribe("worker_threads", count);
    await stock.close();
  });
  return { stock, clock, started: () => started };
}

function pageOf(word: string): BuildMessage {
  const path = temporaryFolder({ "a.md": `# Colour\n\nThe colour is ${word}.\n` });
  return {
    kind: "build",
    setup: { address: { kind: "folder", path }, dataDir: join(path, "data"), env: {} },
    unless: [],
  };
}

async function says(thread: LentThread): Promise<string> {
  const asker = { id: "test:1", labels: [] };
  return JSON.stringify(await thread.ask("answer", [{ text: "What is the colour?", asker }]));
}

describe("threads for snapshots", { timeout: 60_000 }, () => {
  it("that are given back build the next snapshot, and know nothing of the one before", async () => {
    const { stock, started } = stockUnderTest();
    const first = stock.take();
    await first.build(pageOf("red"));
    expect(await says(first)).toContain("red");
    await first.giveBack();

    const second = stock.take();
    await expect(says(second)).rejects.toThrow("not built yet");
    const built = await second.build(pageOf("blue"));
    expect(built?.facts.problems).toEqual([]);
    expect(await says(second)).toContain("blue");
    expect(started()).toBe(1);
    await second.end();
  });

  it("are two at the most during a reload, and after it", async () => {
    const { stock, clock, started } = stockUnderTest();
    let serving = stock.take();
    for (let reload = 0; reload < 4; reload++) {
      const builder = stock.take();
      await clock.advance(20_000);
      await builder.build(pageOf("red"));
      await serving.giveBack();
      await clock.advance(20_000);
      serving = builder;
    }
    expect(started()).toBe(2);
    await serving.end();
  });

  it("that are lost while they wait are not handed out", async () => {
    const { stock, started } = stockUnderTest();
    const first = stock.take();
    const second = stock.take();
    await second.build(pageOf("red"));
    await second.giveBack();
    const third = stock.take();
    const died = third.build(pageOf("UNRULY:die"));
    await expect(died).rejects.toMatchObject({ code: "snapshot-failed" });
    expect((await third.lost).code).toBe("snapshot-failed");
    const fourth = stock.take();
    await fourth.build(pageOf("blue"));
    expect(await says(fourth)).toContain("blue");
    expect(started()).toBe(3);
    await Promise.all([first.end(), fourth.end()]);
  });

  it("that do not forget in time are ended", async () => {
    const { stock, clock, started } = stockUnderTest();
    const thread = stock.take();
    await thread.build(pageOf("red"));
    const asker = { id: "test:1", labels: [] };
    const stuck = thread.ask("answer", [{ text: "UNRULY:loop /never", asker }]);
    const lost = expect(stuck).rejects.toMatchObject({ code: "snapshot-failed" });
    const back = thread.giveBack();
    await clock.advance(30_000);
    await back;
    await lost;
    // The stock has started another one meanwhile.
    expect(started()).toBe(2);
  });

  it("that are given back when the stock is closed are ended", async () => {
    const { stock } = stockUnderTest();
    const thread = stock.take();
    await thread.build(pageOf("red"));
    await stock.close();
    await thread.giveBack();
    await expect(says(thread)).rejects.toMatchObject({ code: "snapshot-failed" });
  });
});
