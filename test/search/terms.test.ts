import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentStems, eachRawWord, stemOf, termsOf, wordsOf } from "../../src/search/terms.ts";

const stems = (text: string): string[] =>
  wordsOf(text).flatMap(({ terms }) => terms.map(({ stem }) => stem));

describe("the terms of a text", () => {
  it.each([
    ["migrating migrations", ["migrat", "migrat"]],
    ["Café naïve", ["cafe", "naiv"]],
    ["C++ and C#", ["c++", "~and", "c#"]],
    ["node.js", ["node", "js", "nodej"]],
    ["snake_case", ["snake", "case", "snakecas"]],
    ["the user's", ["~the", "user"]],
    ["how do I", ["~how", "~do", "~i"]],
    ["what's Redis", ["~what", "redi"]],
    ["Who’s there", ["~who", "~there"]],
    ["WHERE'S and how’s", ["~where", "~and", "~how"]],
    ["WHEN’S and why's", ["~when", "~and", "~why"]],
    ["USER'S GUIDE", ["user", "guid"]],
  ])("%s is read as %j", (text, expected) => {
    expect(stems(text)).toEqual(expected);
  });

  it("keeps names of one word whole, however they are capitalised", () => {
    expect(stems("JavaScript GitHub")).toHaveLength(2);
  });

  it("parts camel case and keeps the whole beside the parts", () => {
    expect(stems("maxRetries")).toEqual(["max", "retri", "maxretri"]);
  });

  it("parts scripts that write no spaces", () => {
    expect(wordsOf("今日は東京へ行きます").length).toBeGreaterThan(1);
  });

  it("leaves stop and question words out of the content", () => {
    expect(contentStems("What is the capital of France?")).toEqual(["capit", "franc"]);
  });

  it.each([
    ["normalise normalised normalisation", "normalize normalized normalization"],
    ["behaviour colours", "behavior colors"],
    ["centre theatres", "center theaters"],
    ["licence defences", "license defenses"],
    ["analyse analysed", "analyze analyzed"],
    ["rise rises rising", "rise rise rise"],
    ["raise raised raising promised", "raises raise raised promises"],
    ["store stores hour hours four", "stored stored hours hour four"],
    ["criticise publicised", "criticize publicized"],
    ["connection contributions encryption selections", "connect contribute encrypt select"],
    ["transactional exceptional conventional", "transaction exception convention"],
    ["production introduction reductions", "produce introduce reduces"],
    ["advise precise concise", "advisable precisely concisely"],
  ])("has one stem however a word is spelt: %s and %s", (one, other) => {
    expect(one.split(" ").map(stemOf)).toEqual(other.split(" ").map(stemOf));
  });

  it("is not brought together with another word that it only looks like", () => {
    for (const [one = "", other = ""] of [
      ["expression", "express"],
      ["procession", "process"],
      ["mission", "miss"],
    ])
      expect(stemOf(one)).not.toBe(stemOf(other));
  });

  it("says for every word exactly where it stands", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        let before = 0;
        eachRawWord(text, (word, start) => {
          expect(text.slice(start, start + word.length)).toBe(word);
          expect(start).toBeGreaterThanOrEqual(before);
          before = start + word.length;
        });
      }),
    );
  });

  it("gives the same terms whenever a word is asked for", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 80 }), (word) => {
        expect(termsOf(word)).toEqual(termsOf(word));
      }),
    );
  });
});
