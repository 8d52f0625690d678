import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relatedWords } from "../../src/search/relations.ts";
import { stemOf } from "../../src/search/terms.ts";

/** What else asks for what this word asks for, and what tells it in a page. */
const of = (word: string, question: string) => relatedWords(question, stemOf(word));

describe("words that ask for the same", () => {
  it.each([
    ["who created PHP", "created", "invented"],
    ["by whom was it written", "written", "designed"],
    ["when was PHP released", "released", "appeared"],
    ["how much does a senior make", "make", "earn"],
    ["what can a senior earn", "earn", "paid"],
    ["what does API stand for", "stand", "abbreviation"],
    ["pros of a monolith", "pros", "advantage"],
    ["what are the drawbacks of a monolith", "drawbacks", "weakness"],
    ["what is Redis used for", "used", "good"],
    ["most popular web servers", "popular", "famous"],
    ["what should I learn first", "learn", "study"],
    ["which skills are essential", "essential", "important"],
  ])("%s: %s is as good as %s", (question, word, other) => {
    expect(of(word, question).asked).toContain(stemOf(other));
  });

  it.each([
    ["start in a question that asks for nobody and no time", "how do I start the server", "start"],
    ["make where no pay is asked for", "how do I make a server", "make"],
    ["a word that asks for nothing", "who created PHP", "PHP"],
  ])("are none for %s", (_, question, word) => {
    expect(of(word, question)).toEqual({ asked: [], told: [] });
  });

  it("prove nothing in a page where their stem means something else, too", () => {
    const { asked, told } = of("invented", "who invented PHP");
    expect(asked).toEqual(expect.arrayContaining(["started", "made", "developed"].map(stemOf)));
    expect(told).toContain(stemOf("created"));
    for (const word of ["started", "made", "developed", "launched"])
      expect(told).not.toContain(stemOf(word));
  });

  it("never hold the word itself, and tell nothing that they do not ask", () => {
    const words = "created invented released earn stand pros drawbacks used popular learn must";
    const questions = [
      "who created it and when was it released, and how much does it earn",
      "what does it stand for, its pros and drawbacks, and what is it used for",
      "which popular one must I learn",
    ];
    for (const question of questions) {
      for (const word of words.split(" ")) {
        const { asked, told } = of(word, question);
        expect([...asked, ...told]).not.toContain(stemOf(word));
        for (const stem of told) expect(asked).toContain(stem);
      }
    }
  });

  it("are looked up in any text, however often it nearly asks", () => {
    const piece = fc.constantFrom(
      "what do ",
      "what does",
      " make",
      " how much",
      "short ",
      "used for ",
      "\n",
      "  ",
      "é",
    );
    const text = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 9 }), fc.nat({ max: 600 }));
    fc.assert(
      fc.property(text, fc.constantFrom("earn", "stand", "us", "make"), ([pieces, times], stem) => {
        const { asked, told } = relatedWords(pieces.join("").repeat(times).slice(0, 4_000), stem);
        expect(asked.length).toBeGreaterThanOrEqual(told.length);
      }),
    );
  });
});
