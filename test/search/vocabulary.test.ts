import { describe, expect, it } from "vitest";
import { createNumbers } from "../../src/search/numbers.ts";
import { COMPOUND, createStemGatherer, openVocabulary } from "../../src/search/vocabulary.ts";

describe("the vocabulary", () => {
  it("numbers stems in the order they come, each once", () => {
    const gatherer = createStemGatherer();
    const numbers = createNumbers();
    gatherer.intern("Redis caches, and Redis cached", numbers);
    const vocabulary = gatherer.stems;
    expect([...numbers.toArray()]).toEqual([0, 1, 2, 0, 1]);
    expect(vocabulary.stems).toEqual(["redi", "cach", "~and"]);
    expect(vocabulary.content).toEqual([1, 1, 0]);
  });

  it("knows what was gathered, and nothing else", () => {
    const gatherer = createStemGatherer();
    gatherer.intern("Redis and caching", createNumbers());
    const vocabulary = openVocabulary(gatherer.stems);
    expect(vocabulary.idOf("redi")).toBe(0);
    expect(vocabulary.idOf("kafka")).toBe(-1);
    expect(vocabulary.contentIds("caching and Kafka with Redis")).toEqual([2, 0]);
  });

  it("keeps a word as it stands on a page beside each stem", () => {
    const gatherer = createStemGatherer();
    gatherer.intern("Migrations", createNumbers());
    const vocabulary = openVocabulary(gatherer.stems);
    expect(vocabulary.words[vocabulary.idOf("migrat")]).toBe("Migrations");
  });

  it("says of each term what of a compound it is", () => {
    const compound = createNumbers();
    createStemGatherer().intern("use Node.js and max_retries", createNumbers(), compound);
    const { none, part, whole } = COMPOUND;
    expect([...compound.toArray()]).toEqual([none, part, part, whole, none, part, part, whole]);
  });
});
