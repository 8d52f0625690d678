import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASKS, formOf } from "../../src/search/form-words.ts";
import { stemOf } from "../../src/search/terms.ts";
import { englishWords } from "../../adapters/node/english-words.ts";
import { arraysOf, knowledgeOf, termsFor } from "../support/searching.ts";

const isWord = englishWords();

describe("words of form", () => {
  it.each([
    ["What does API stand for?", ["stand"], ASKS.expansion],
    ["the full form of API", ["full", "form"], ASKS.expansion],
    ["what is CRUD short for", ["short"], ASKS.expansion],
    ["an acronym of what?", ["acronym"], ASKS.expansion],
    ["what year was PHP released", ["year"], ASKS.when],
    ["PHP release year?", ["year"], ASKS.when],
    ["what does idempotent mean", ["mean"], 0],
    ["Idempotent means?", ["mean"], 0],
    ["explain REST in layman's terms", ["layman", "terms"], 0],
    ["what is REST, in one line", ["line"], 0],
    ["what is meant by REST", ["meant"], 0],
    ["the concept of REST", ["concept"], 0],
    ["why do so many teams use REST", ["teams"], 0],
    ["what do companies choose REST for", ["companies"], 0],
    ["give me an overview of REST", ["overview"], 0],
    ["explain REST like I'm five", ["five"], 0],
    ["can you define REST for me", ["define"], 0],
    ["name a couple of REST tools", ["couple"], 0],
    ["name two REST tools", ["two"], 0],
    ["give me 3 examples of REST tools", ["3"], 0],
    ["REST and SOAP, what do those letters mean", ["mean", "letters"], ASKS.expansion],
    ["why should I bother with REST", ["bother"], 0],
    ["the different kinds of APIs", ["different", "kinds"], 0],
    ["stuff I need to know before REST", ["stuff"], 0],
    ["which parts of REST are worth learning", ["worth", "learning"], 0],
    ["how many APIs are there", [], ASKS.amount],
    ["how long is a token", ["long"], 0],
    ["which parts of REST should I be familiar with", ["familiar"], 0],
    ["which company made REST", ["company"], ASKS.who],
    ["which organisation originally developed REST", ["organisation"], ASKS.who],
    ["eli5 REST", ["eli5"], 0],
  ])("of %s are %j", (question, words, asks) => {
    const form = formOf(question);
    expect([...form.stems]).toEqual(words.map(stemOf));
    expect(form.asks).toBe(asks);
  });

  it.each([
    ["the full form of domain name system", "name"],
    ["explain a language model in simple words", "language"],
    ["what is a line break, in simple terms", "line"],
  ])("are those of the phrase, not others of their kind: %s", (question, word) => {
    expect(formOf(question).stems).not.toContain(stemOf(word));
  });

  it.each([
    "How do I form a team?",
    "Where does the tank stand?",
    "What is the mean of three numbers?",
    "Who works here since last year at least?",
    "Which company pays best?",
    "How do I define a route?",
    "Is a short circuit dangerous?",
    "",
  ])("are none in %o", (question) => {
    expect(formOf(question)).toEqual({ stems: new Set(), asks: 0 });
  });

  it("are all of those a question holds, and it asks for all they ask", () => {
    const form = formOf("What does API stand for, and since what year?");
    expect([...form.stems]).toEqual(expect.arrayContaining(["stand", "year"]));
    expect(form.asks).toBe(ASKS.expansion | ASKS.when);
  });

  it("are read in any text, however often it nearly asks", () => {
    const piece = fc.constantFrom(
      "what do ",
      "mean",
      "means ",
      "?",
      "year ",
      "short ",
      "full ",
      "stands ",
      "   ",
      "é",
    );
    const text = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 9 }), fc.nat({ max: 600 }));
    fc.assert(
      fc.property(text, ([pieces, times]) => {
        expect(formOf(pieces.join("").repeat(times).slice(0, 4_000)).asks).toBeLessThan(128);
      }),
    );
  });
});

describe("in a question, words of form", () => {
  const arrays = arraysOf("An API has a full form of years that stand.", "Another page");
  const read = (question: string) => termsFor(arrays, question, { isWord });

  it("are looked up like question words", () => {
    const terms = read("What is the full form of API?");
    expect(terms.content.map(({ word }) => word)).toEqual(["API"]);
    expect(terms.soft.map(({ word }) => word)).toEqual(expect.arrayContaining(["full", "form"]));
    expect(terms.asks & ASKS.expansion).toBe(ASKS.expansion);
  });

  it("are no parts of a name", () => {
    const { content } = read("What is the full form of form_id?");
    expect(content.map(({ stem }) => stem)).toEqual(["form", "id", "formid"]);
  });

  it("are words like any other where the question has none besides them", () => {
    expect(read("full form").content.map(({ word }) => word)).toEqual(["full", "form"]);
    expect(read("what year?").content.map(({ word }) => word)).toEqual(["year"]);
  });
});

describe("in what is declared, words of form", () => {
  /** The content stems of the first page's only declared question. */
  function namedOf(question: string): string[] {
    const page = `---\nquestions:\n  - ${JSON.stringify(question)}\n---\n# Zz\n\nText.`;
    const { namedTerms, namedStart, vocabulary } = knowledgeOf({ "a.md": page }).corpus;
    return Array.from(
      namedTerms.slice(0, namedStart[1]),
      (id) => vocabulary.stems[id] ?? "",
    ).filter((stem) => !stem.startsWith("~"));
  }

  it("are left out: what is declared is named by the rest", () => {
    expect(namedOf("What does API stand for?")).toEqual(["api"]);
    expect(namedOf("What is the full form of CRUD?")).toEqual(["crud"]);
    expect(namedOf("What year was PHP released?")).toEqual(["php", "releas"]);
  });

  it("are left out as words, never as letters of others", () => {
    expect(namedOf("Which year's figures are shown?")).toEqual(["figur", "show"]);
    expect(namedOf("What is the full form of formüla?")).toEqual(["formula"]);
    expect(namedOf("What is the full form of form_id?")).toEqual(["form", "id", "formid"]);
  });

  it("stay where nothing else is named", () => {
    expect(namedOf("What is the full form?")).toEqual(["full", "form"]);
  });
});
