import { describe, expect, it } from "vitest";
import { createNumbers } from "../../src/search/numbers.ts";
import { COMPOUND, createVocabulary } from "../../src/search/vocabulary.ts";

describe("the vocabulary", () => {
  it("numbers stems in the order they come, each once", () => {
    const vocabulary = createVocabulary();
    const numbers = createNumbers();
    vocabulary.intern("Redis caches, and Redis cached", numbers);
    expect([...numbers.toArray()]).toEqual([0, 1, 2, 0, 1]);
    expect(vocabulary.stems).toEqual(["redi", "cach", "~and"]);
    expect(vocabulary.content).toEqual([1, 1, 0]);
  });

  it("knows after sealing what it knew before", () => {
    const vocabulary = createVocabulary();
    vocabulary.intern("Redis and caching", createNumbers());
    vocabulary.seal();
    expect(vocabulary.idOf("redi")).toBe(0);
    expect(vocabulary.idOf("kafka")).toBe(-1);
    expect(vocabulary.contentIds("caching and Kafka with Redis")).toEqual([2, 0]);
  });

  it("keeps a word as it stands on a page beside each stem", () => {
    const vocabulary = createVocabulary();
    vocabulary.intern("Migrations", createNumbers());
    expect(vocabulary.words[vocabulary.idOf("migrat")]).toBe("Migrations");
  });

  it("says of each term what of a compound it is", () => {
    const compound = createNumbers();
    createVocabulary().intern("use Node.js and max_retries", createNumbers(), compound);
    const { none, part, whole } = COMPOUND;
    expect([...compound.toArray()]).toEqual([none, part, part, whole, none, part, part, whole]);
  });
});
