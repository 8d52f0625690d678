import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { englishWords } from "../../adapters/node/english-words.ts";
import { stemOf, wordsOf } from "../../src/search/terms.ts";
import { correctTypos } from "../../src/search/typos.ts";
import type { KnownWords } from "../../src/search/typos.ts";

const english = englishWords();

/** Pages that hold these words, each as often as it is named. */
function pagesWith(...words: readonly string[]): KnownWords {
  return {
    isWord: english,
    hyphenated: () => undefined,
    known(stem) {
      const same = words.filter((word) => stemOf(word.toLowerCase()) === stem);
      return same[0] === undefined ? undefined : { word: same[0], times: same.length };
    },
  };
}

const meant = (question: string, known: KnownWords): string => correctTypos(question, known).text;

describe("a slip of the finger is put right", () => {
  const known = pagesWith("programming", "sharding", "JavaScript", "invented", "tools", "salary");

  it.each([
    ["two letters swapped", "what is prorgamming", "what is programming"],
    [
      "a letter left out",
      "what is sharding goo for, and shrding",
      "what is sharding goo for, and sharding",
    ],
    ["a letter doubled", "who inventedd it", "who invented it"],
    ["a letter mistyped", "senior salsry?", "senior salary?"],
    ["the first letter", "what is dharding", "what is sharding"],
    ["a short word", "which toos", "which tools"],
    ["a question word", "waht is it", "what is it"],
    ["a question word that became another word", "wich tools are there", "which tools are there"],
    ["a short question word", "Wat is sharding", "what is sharding"],
    ["a word that says what kind of answer is wanted", "differnce of both", "difference of both"],
  ])("%s", (_, typed, right) => {
    expect(meant(typed, known)).toBe(right);
  });

  it.each([
    ["what is loadbalancing", "what is load balancing"],
    ["balancingload", "balancing load"],
    ["what is theload", "what is theload"],
    ["what is loadxyz", "what is loadxyz"],
  ])("a blank left out: %s", (typed, right) => {
    expect(meant(typed, pagesWith("load", "balancing"))).toBe(right);
  });

  it.each([
    ["what is expres.js for", "what is express.js for"],
    ["nodee.js or Node.js", "node.js or Node.js"],
    ["what is asp.net", "what is asp.net"],
    ["index.js", "index.js"],
    ["a.b.c", "a.b.c"],
  ])("in a name with a dot, where that gives a name of the pages: %s", (typed, right) => {
    expect(meant(typed, pagesWith("expressjs", "nodejs", "indexes"))).toBe(right);
  });

  it("and remembers what was typed, for who asks back", () => {
    const { typed } = correctTypos("pair Prorgamming", pagesWith("programming", "pair"));
    expect([...typed]).toEqual([]);
    expect([...correctTypos("pair prorgamming", known).typed]).toEqual([
      [stemOf("programming"), "prorgamming"],
    ]);
  });

  it("with the word that stands in more passages, of several as near", () => {
    expect(meant("what is cachne", pagesWith("caches", "cache", "cache", "cachet"))).toBe(
      "what is cache",
    );
  });
});

describe("what was meant is left alone:", () => {
  const known = pagesWith("reason", "state", "play", "Paris", "stone");
  it.each([
    ["an English word that no page holds", "which season is it"],
    ["another form of a word", "who created the states and the types"],
    ["a name where only ordinary words are near", "what does Stane do"],
    ["a number, a word with digits", "what is md5x and 1234"],
    ["a short word", "is rea ok"],
    ["a first word that no question word is near", "Rich pages"],
  ])("%s", (_, question) => {
    expect(meant(question, known)).toBe(question);
  });

  it("a name is taken for a name", () => {
    expect(meant("how about Pariss", known)).toBe("how about paris");
  });
});

it("nothing but unknown words ever changes, each for one other, whatever the text", () => {
  const known = pagesWith("alpha", "beta");
  const word = fc.constantFrom(
    "alpha",
    "beta",
    "alpah",
    "bteas",
    "zz",
    "what",
    "5",
    "'",
    "…",
    "\u{1F600}",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(word).map((all) => all.join(" ")),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const before = wordsOf(typed);
      const after = wordsOf(correctTypos(typed, known).text);
      expect(after).toHaveLength(before.length);
      for (const [at, { text: one, terms }] of before.entries()) {
        const changed = after[at]?.text !== one;
        if (changed) expect(known.known(terms[0]?.stem ?? "")).toBeUndefined();
      }
    }),
  );
});

it.each([
  ["words", ""],
  ["names with a dot", ".qzv"],
])("looks at no more than a few %s, however many are unknown", (_, ending) => {
  let asked = 0;
  const counting: KnownWords = {
    isWord: () => false,
    hyphenated: () => undefined,
    known: () => {
      asked++;
      return undefined;
    },
  };
  const words = Array.from(
    { length: 4_000 },
    (__, at) => `zq${"abcdefghij"[at % 10]}xw${ending}`,
  ).join(" ");
  correctTypos(words, counting);
  expect(asked).toBeLessThan(4_000 + 4 * 1_200);
});
