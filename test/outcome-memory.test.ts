import { describe, expect, it } from "vitest";
import { createOutcomeMemory } from "../src/outcome-memory.ts";
import type { Outcome } from "../src/types.ts";
import { anybody, snapshotOf } from "./support/build-snapshot.ts";

const snapshot = snapshotOf({
  "a.md": "# Tea\n\nTea is a drink.\n",
  "b.md": "---\naudience: [board]\n---\n# Gold\n\nGold is a metal.\n",
});
const board = { id: "test:board", labels: ["board", "test:user:7"] };

/** Counts how often the knowledge is really asked. */
function counting(): { asked: number; find: () => Promise<Outcome> } {
  const counter = {
    asked: 0,
    async find() {
      counter.asked += 1;
      return snapshot.answer({ text: "What is tea?", asker: anybody });
    },
  };
  return counter;
}

describe("what a snapshot has said already", () => {
  it("is not looked up again for the same question", async () => {
    const memory = createOutcomeMemory();
    const counter = counting();
    const query = { text: "What is tea?", asker: anybody };
    const first = await memory.recall(snapshot, query, [], counter.find);
    expect(await memory.recall(snapshot, query, [], counter.find)).toEqual(first);
    expect(counter.asked).toBe(1);
  });

  it("is kept apart for askers who may read other pages, and only for those", async () => {
    const memory = createOutcomeMemory();
    const counter = counting();
    const ask = (asker: typeof board) =>
      memory.recall(snapshot, { text: "gold", asker }, [], counter.find);
    await ask({ ...anybody, labels: [] });
    await ask(board);
    await ask({ id: "test:other", labels: ["board", "test:user:8"] });
    expect(counter.asked).toBe(2);
  });

  it("is kept apart by the questions before, and forgotten with the snapshot", async () => {
    const memory = createOutcomeMemory();
    const counter = counting();
    const query = { text: "and its price?", asker: anybody };
    await memory.recall(snapshot, query, ["What is tea?"], counter.find);
    await memory.recall(snapshot, query, ["What is gold?"], counter.find);
    await memory.recall(
      snapshotOf({ "a.md": "# Tea\n\nTea is hot.\n" }),
      query,
      ["What is tea?"],
      counter.find,
    );
    expect(counter.asked).toBe(3);
  });

  it("is kept of what completes a text, for readers of the same pages", async () => {
    const memory = createOutcomeMemory();
    let looked = 0;
    const complete = (asker: typeof board, limit = 10) =>
      memory.complete(snapshot, { text: "gol", asker, limit }, async () => {
        looked += 1;
        return snapshot.suggest("gol", asker, limit);
      });
    expect(await complete({ ...anybody, labels: [] })).toEqual([]);
    const first = await complete(board);
    expect(first.length).toBeGreaterThan(0);
    expect(await complete(board)).toEqual(first);
    expect(looked).toBe(2);
    await complete(board, 1);
    expect(looked).toBe(3);
  });

  it("keeps nothing of a failure", async () => {
    const memory = createOutcomeMemory();
    const counter = counting();
    const query = { text: "What is tea?", asker: anybody };
    await expect(
      memory.recall(snapshot, query, [], () => Promise.reject(new Error("busy"))),
    ).rejects.toThrow("busy");
    await memory.recall(snapshot, query, [], counter.find);
    expect(counter.asked).toBe(1);
  });
});
