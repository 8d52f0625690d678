import { readFileSync } from "node:fs";
import wordList from "word-list";
import { describe, expect, it } from "vitest";
import { englishWords } from "../../../adapters/node/english-words.ts";

describe("the list of English words", () => {
  const isWord = englishWords();
  const words = readFileSync(wordList, "utf8").split("\n");

  it("holds each of its words, the first and the last too", () => {
    const some = words.filter((_, at) => at % 997 === 0 || at === words.length - 1);
    for (const word of some.filter((one) => one !== "")) expect(isWord(word), word).toBe(true);
    expect(some.length).toBeGreaterThan(200);
  });

  it.each(["", "a b", "prorgamming", "waht", "aaaaaaaa", "zzzzzzzz", "Season", "é"])(
    "does not hold %o",
    (word) => {
      expect(isWord(word)).toBe(false);
    },
  );
});
