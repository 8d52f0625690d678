import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAdjacency } from "../../src/search/adjacent.ts";
import { arraysOf, slotsFor } from "../support/searching.ts";

const CONTENT = ["cache", "redis", "index", "shard"];
const word = fc.constantFrom(...CONTENT, "the", "how", "of");
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((some) => some.join(" "));

/**
 * Pairs of the question's neighbours that are neighbours in the text, by looking at the words. A small
 * word that the text does not have makes no pair; a content word does, and misses.
 */
function slowShare(question: string, text: string): number {
  const pairsOf = (one: string): Set<string> => {
    const all = one.split(" ");
    return new Set(all.slice(1).map((second, at) => `${all[at]} ${second}`));
  };
  const held = pairsOf(text);
  const known = new Set([...text.split(" "), ...CONTENT]);
  const asked = [...pairsOf(question)].filter((pair) =>
    pair.split(" ").every((one) => known.has(one)),
  );
  return asked.length === 0 ? 0 : asked.filter((pair) => held.has(pair)).length / asked.length;
}

describe("adjacency", () => {
  it("is the share of the question's word pairs that stand side by side", () => {
    fc.assert(
      fc.property(words, words, (question, text) => {
        const arrays = arraysOf(text);
        const { counted } = createAdjacency(arrays)(slotsFor(arrays, question))(0);
        expect(counted).toBeCloseTo(slowShare(question, text), 8);
      }),
    );
  });

  it("weighs rare pairs more than common ones", () => {
    const arrays = arraysOf("quorum reads", "how to", "how to", "how to");
    const adjacency = createAdjacency(arrays)(slotsFor(arrays, "how to quorum reads"));
    expect(adjacency(0).weighed).toBeGreaterThan(adjacency(1).weighed);
    expect(adjacency(0).counted).toBe(adjacency(1).counted);
  });

  it("finds content words that follow each other with another small word between them, or none", () => {
    const arrays = arraysOf(
      "length of bridge",
      "bridge length",
      "length bridge",
      "length of the bridge",
    );
    const adjacency = createAdjacency(arrays)(slotsFor(arrays, "length of the bridge"));
    expect([0, 1, 2, 3].map((passage) => adjacency(passage).apart)).toEqual([1, 0, 1, 0]);
  });

  it("forgets the question before", () => {
    const arrays = arraysOf("redis cache", "query index");
    const adjacencyFor = createAdjacency(arrays);
    adjacencyFor(slotsFor(arrays, "redis cache"))(0);
    expect(adjacencyFor(slotsFor(arrays, "query index"))(0)).toEqual({
      weighed: 0,
      counted: 0,
      apart: 0,
    });
  });
});
