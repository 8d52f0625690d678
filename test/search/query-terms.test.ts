import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASKS } from "../../src/search/form-words.ts";
import { LIMITS, TERM_WEIGHTS } from "../../src/search/weights.ts";
import { rarity } from "../../src/search/query-terms.ts";
import { arraysOf, termsFor } from "../support/searching.ts";

describe("a question as terms", () => {
  const arrays = arraysOf(
    "Redis caches what the database stores",
    "Postgres is a database of type relational",
    "A queue",
  );

  it("keeps content words in their order, once each, and small words apart", () => {
    const terms = termsFor(arrays, "What does Redis cache, and what is Redis?");
    expect(terms.content.map(({ word }) => word)).toEqual(["Redis", "cache"]);
    expect(terms.soft.map(({ word }) => word)).toContain("What");
  });

  it("remembers the order of all its words, small ones that no page has as gaps", () => {
    const terms = termsFor(arrays, "the database upon of quarks");
    expect(terms.sequence).toEqual([-1, 1, 0, -2, 2]);
  });

  it("counts words that only say what kind of thing is asked for less", () => {
    const [type] = termsFor(arrays, "type").content;
    const [postgres] = termsFor(arrays, "postgres").content;
    expect(type?.idf).toBeCloseTo((postgres?.idf ?? 0) * TERM_WEIGHTS.weak, 8);
  });

  it("takes capitals inside the question and numbers for names, but nothing in a shout", () => {
    const names = (text: string): string[] =>
      termsFor(arrays, text).content.flatMap(({ name, word }) => (name ? [word] : []));
    expect(names("Does Redis 7 cache Postgres queries?")).toEqual(["Redis", "7", "Postgres"]);
    expect(names("DOES REDIS CACHE POSTGRES")).toEqual([]);
  });

  it("searches an unknown word as what it was probably meant to be", () => {
    const [term] = termsFor(arrays, "databsae").content;
    expect(term?.id).toBe(-1);
    expect(term?.alternatives[0]).toMatchObject({
      why: "spelling",
      id: arrays.vocabulary.idOf("databas"),
    });
  });

  describe("with a name that no page holds", () => {
    const places = arraysOf("The normal pay in Australia", "The containers in the Nigeria office");
    const others = (question: string) =>
      termsFor(places, question)
        .content.filter(({ id }) => id < 0)
        .flatMap(({ alternatives }) => alternatives);
    const meant = (question: string): string[] =>
      others(question)
        .filter(({ why }) => why === "spelling")
        .map(({ id }) => places.vocabulary.stems[id] ?? "");

    it.each(["Austria", "austria", "Norway", "norway", "Niger", "niger"])(
      "takes %s for no slip, because it is a country",
      (country) => {
        expect(others(`the pay in ${country}`)).toEqual([]);
      },
    );

    it("takes it for a slip of what is a name, too, or one letter away", () => {
      expect(meant("the pay in Astralea")).toEqual(["australia"]);
      expect(meant("the pay of the contaimerz")).toEqual(["contain"]);
      expect(meant("the pay of the Contaimers")).toEqual(["contain"]);
      expect(meant("the pay of the Contaimerz")).toEqual([]);
    });
  });

  it("knows which of its words are one name", () => {
    const { content, compounds } = termsFor(arrays, "Redis for Node.js and max_retries, node.js");
    const words = (slots: readonly number[]): string[] =>
      slots.map((at) => content[at]?.stem ?? "");
    expect(compounds.map(({ whole }) => words([whole])[0])).toEqual(["nodej", "maxretri"]);
    expect(compounds.map(({ parts }) => words(parts).toSorted())).toEqual([
      ["js", "node"],
      ["max", "retri"],
    ]);
  });

  it("knows no more names than words, however many are asked for", () => {
    const long = Array.from({ length: 900 }, (_, at) => `a${at}.b`).join(" ");
    const { compounds, content } = termsFor(arrays, long);
    expect(compounds.length).toBeLessThanOrEqual(content.length);
  });

  it("tells what is asked for by question words that no page holds, too", () => {
    expect(termsFor(arrays, "whose database is Redis").asks).toBe(ASKS.who);
    expect(termsFor(arrays, "why and where is Redis").asks).toBe(ASKS.why | ASKS.where);
    expect(termsFor(arrays, "Redis").asks).toBe(0);
  });

  it("takes what asks for the same as alternatives only where a page tells it by them", () => {
    const pages = arraysOf("Somebody created and started PHP");
    const [invented] = termsFor(pages, "who invented PHP").content;
    const created = pages.vocabulary.idOf("creat");
    expect(invented?.alternatives).toContainEqual({
      id: created,
      weight: TERM_WEIGHTS.relation,
      why: "relation",
    });
    expect(invented?.alternatives).toHaveLength(1);
    expect(invented?.asked).toEqual(
      expect.arrayContaining([created, pages.vocabulary.idOf("start")]),
    );
  });

  it("knows no related word that stands only where the asker may not read", () => {
    const pages = arraysOf("Somebody created and started PHP");
    const created = pages.vocabulary.idOf("creat");
    const mayKnow = (id: number): boolean => id !== created;
    const [invented] = termsFor(pages, "who invented PHP", { mayKnow }).content;
    expect(invented?.alternatives).toEqual([]);
    expect(invented?.asked).not.toContain(created);
  });

  it("scores at most so many words, however long the question", () => {
    const long = Array.from({ length: 500 }, (_, at) => `word${at}`).join(" ");
    const terms = termsFor(arrays, long);
    expect(terms.content).toHaveLength(LIMITS.terms);
    expect(terms.capped).toBe(true);
  });

  it("takes any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const terms = termsFor(arrays, text);
        expect(terms.ideal).toBeGreaterThanOrEqual(0);
        expect(terms.content.length).toBeLessThanOrEqual(LIMITS.terms);
        expect(terms.sequence.length).toBeLessThanOrEqual(2 * LIMITS.terms);
      }),
    );
  });
});

describe("rarity", () => {
  it("falls as a word stands in more places and is never negative", () => {
    const values = [0, 1, 10, 100, 1_000].map((frequency) => rarity(1_000, frequency));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(values.at(-1)).toBeGreaterThanOrEqual(0);
  });
});
