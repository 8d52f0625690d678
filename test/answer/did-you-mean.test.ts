import { describe, expect, it } from "vitest";
import { englishWords } from "../../adapters/node/english-words.ts";
import { didYouMean } from "../../src/answer/did-you-mean.ts";
import { arraysOf, termsFor } from "../support/searching.ts";

const isWord = englishWords();

describe("the question as it was probably meant", () => {
  const arrays = arraysOf(
    "Caching is good",
    "A token of Kubernetes",
    "what the Migration of a token is for",
  );
  const meant = (question: string): string | undefined =>
    didYouMean(termsFor(arrays, question, { isWord }), arrays.vocabulary);

  it.each([
    ["what is cachign for", "what is Caching for"],
    ["a kubernetse token", "a Kubernetes token"],
    ["is a toekn Cachnig?", "is a token Caching?"],
  ])("%s names each word as a page writes it: %s", (question, right) => {
    expect(meant(question)).toBe(right);
  });

  it("names small words that slipped beside others", () => {
    expect(meant("waht is cachign for")).toBe("what is Caching for");
    expect(meant("waht is a token")).toBeUndefined();
  });

  it("names the form that was meant, not another one of its family", () => {
    expect(meant("what are cachse")).toBe("what are caches");
  });

  it("changes whole words, never letters of others", () => {
    expect(meant("toekn or toeknxyzs")).toBe("token or toeknxyzs");
  });

  it("understands a shout", () => {
    expect(meant("WHAT IS CACHIGN FOR")).toBe("WHAT IS Caching FOR");
    expect(meant("WHAT IS A MIGRRATIION")).toBe("WHAT IS A Migration");
  });

  it("is not said of a text that nobody would read twice", () => {
    expect(meant(`what is cachign ${"for ".repeat(80)}`)).toBeUndefined();
  });

  it("names a word that is further away", () => {
    expect(meant("what is a migrratiion")).toBe("what is a Migration");
  });

  it("leaves an English word that the pages do not have as it is: it was meant", () => {
    const games = arraysOf("The fines for griefing", "Read about claims");
    const terms = termsFor(games, "when do I have to finish the training", { isWord });
    expect(didYouMean(terms, games.vocabulary)).toBeUndefined();
    const both = termsFor(games, "must I finish reading about clayims", { isWord });
    expect(didYouMean(both, games.vocabulary)).toBe("must I finish reading about claims");
  });

  it("is about the question itself, not about the one before", () => {
    const carried = { text: "what is cachign", weight: 1 };
    const terms = termsFor(arrays, "why is it good", { isWord, carried });
    expect(didYouMean(terms, arrays.vocabulary)).toBeUndefined();
  });

  it.each(["what is caching for", "what is a season", "xyzzy plugh", "", "Token?"])(
    "is none where no word looks misspelt: %o",
    (question) => {
      expect(meant(question)).toBeUndefined();
    },
  );
});
