import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../src/knowledge/sentences.ts";
import { bodyRange, openArrays, stemsOfPassage } from "../../src/search/arrays.ts";
import { wordsOf } from "../../src/search/terms.ts";
import { knowledgeOf, passagesIn } from "../support/searching.ts";

const word = fc.constantFrom("cache", "redis", "the", "how", "query", "index", "node.js", "fast");
const sentence = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .map((words) => `${words.join(" ")}.`);
const page = fc
  .array(fc.tuple(word, fc.array(sentence, { minLength: 1, maxLength: 4 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((sections) =>
    sections.map(([heading, text]) => `## ${heading}\n\n${text.join(" ")}`).join("\n\n"),
  );

const stemsIn = (text: string): string[] =>
  wordsOf(text).flatMap(({ terms }) => terms.map(({ stem }) => stem));

describe("the arrays", () => {
  it("say of every passage what reading it again word by word says", () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 4 }), (pages) => {
        const files = Object.fromEntries(pages.map((text, at) => [`p${at}.md`, text]));
        const passages = passagesIn(files);
        const arrays = openArrays(knowledgeOf(files).corpus);
        const name = (id: number): string => arrays.vocabulary.stems[id] ?? "";
        expect(arrays.passages).toBe(passages.length);
        for (const [number, passage] of passages.entries()) {
          const sentences = sentencesOf(passage.body);
          const [from, to] = bodyRange(arrays, number);
          expect(Array.from(arrays.terms.slice(from, to), name)).toEqual(
            sentences.flatMap(({ text, columns }) => stemsIn(`${text} ${columns}`)),
          );
          const first = arrays.firstSentence[number] ?? 0;
          expect((arrays.firstSentence[number + 1] ?? 0) - first).toBe(sentences.length);
          const title = arrays.titleTerms.slice(
            arrays.titleStart[number],
            arrays.titleStart[number + 1],
          );
          expect([...title].map(name)).toEqual(passage.headings.flatMap(stemsIn));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("count in how many passages and sentences each stem stands", () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 4 }), (pages) => {
        const files = Object.fromEntries(pages.map((text, at) => [`p${at}.md`, text]));
        const passages = passagesIn(files);
        const arrays = openArrays(knowledgeOf(files).corpus);
        const texts = passages.map(
          (passage) => new Set(stemsIn(`${passage.headings.join(" ")} ${passage.text}`)),
        );
        const sentences = passages.flatMap((passage) =>
          sentencesOf(passage.body).map(({ text }) => new Set(stemsIn(text))),
        );
        for (const [id, stem] of arrays.vocabulary.stems.entries()) {
          expect(arrays.passageFrequency[id]).toBe(texts.filter((held) => held.has(stem)).length);
          expect(arrays.sentenceFrequency[id]).toBe(
            sentences.filter((held) => held.has(stem)).length,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it("give each passage's stems once, whatever was asked before", () => {
    const arrays = openArrays(
      knowledgeOf({ "a.md": "# A\n\nredis redis cache", "b.md": "# B\n\nredis query" }).corpus,
    );
    expect(stemsOfPassage(arrays, 0).toSorted()).toEqual(["cach", "redi"]);
    expect(stemsOfPassage(arrays, 1).toSorted()).toEqual(["b", "queri", "redi"]);
    expect(stemsOfPassage(arrays, 0).toSorted()).toEqual(["cach", "redi"]);
  });

  it("tell the sections of one page from those of the next", () => {
    const { corpus } = knowledgeOf({
      "a.md": "# A\n\none\n\n## B\n\ntwo",
      "c.md": "# C\n\nthree",
    });
    expect([...corpus.page]).toEqual([0, 0, 1]);
  });
});
