import { describe, expect, it } from "vitest";
import { FAMILIES } from "../../src/search/thesaurus-families.ts";
import { WORKPLACE_FAMILIES } from "../../src/search/workplace-families.ts";
import { contentStems } from "../../src/search/terms.ts";
import { thesaurus } from "../../src/search/thesaurus.ts";
import { TERM_WEIGHTS } from "../../src/search/weights.ts";
import { anybody, snapshotOf } from "../support/build-snapshot.ts";
import { arraysOf, termsFor } from "../support/searching.ts";

const families = `${FAMILIES}${WORKPLACE_FAMILIES}`.trim().split(/\s+/u);
/** No term is searched as more than so many others. */
const MOST = 8;

describe("everyday words for the same thing", () => {
  it("are single words, none of them a small one, that no stemmer brings together", () => {
    const odd = families.filter((family) => {
      const stems = family.split("/").map((word) => contentStems(word));
      const unique = new Set(stems.flat());
      return (
        stems.some((one) => one.length !== 1) || stems.length < 2 || unique.size < stems.length
      );
    });
    expect(odd).toEqual([]);
    expect(families.length).toBeGreaterThan(1_000);
  });

  it("are in the list once each, and never stand for more than a few", () => {
    expect(new Set(families).size).toBe(families.length);
    for (const stem of new Set(families.flatMap((one) => contentStems(one)))) {
      const others = thesaurus()
        .at([stem], 0)
        .flatMap(({ others: sayings }) => sayings.flatMap(({ stems }) => stems));
      expect(new Set(others).size, stem).toBeLessThanOrEqual(MOST);
      expect(new Set(others).size, stem).toBeGreaterThan(0);
    }
  });

  it("count as a share of the word, less than what the author declared", () => {
    const arrays = arraysOf("Where to buy a ticket", "A car park");
    const [purchase] = termsFor(arrays, "purchase").content;
    expect(purchase?.alternatives).toEqual([
      { id: arrays.vocabulary.idOf("bui"), weight: TERM_WEIGHTS.everyday, why: "everyday" },
    ]);
    const [declared] = termsFor(arrays, "purchase", { synonyms: "- [buy, purchase]" }).content;
    expect(declared?.alternatives).toEqual([
      { id: arrays.vocabulary.idOf("bui"), weight: TERM_WEIGHTS.synonym, why: "synonym" },
    ]);
  });

  it.each(["purchsae", "purhcase", "purrchase"])(
    "are known by a slip of the finger: %s",
    (typed) => {
      const { content, text } = termsFor(arraysOf("Where to buy a ticket", "A car park"), typed, {
        isWord: (word) => word === "purchase",
      });
      expect(text).toBe("purchase");
      expect(content[0]).toMatchObject({ word: typed, alternatives: [{ why: "everyday" }] });
    },
  );

  it("are no correction where the knowledge has none of the family", () => {
    const isWord = (word: string): boolean => word === "purchase";
    expect(termsFor(arraysOf("A car park"), "purchsae", { isWord }).text).toBe("purchsae");
  });

  it("leave a word that the knowledge has not as rare as it is", () => {
    const arrays = arraysOf("Where to buy a ticket", "Who may buy it");
    const [purchase] = termsFor(arrays, "purchase").content;
    const [nothing] = termsFor(arrays, "zebra").content;
    expect(purchase?.idf).toBe(nothing?.idf);
  });

  it("find the page that says it in another way", async () => {
    const snapshot = snapshotOf({
      "tickets.md": "# Tickets\n\nBuy a ticket at the machine beside the door.",
      "parking.md": "# Parking\n\nThe car park behind the house is free.",
    });
    // Nothing else of the question stands on any page.
    const { candidates } = await snapshot.why({ text: "Where can I purchase it?", asker: anybody });
    expect(candidates.map(({ passage }) => passage)).toEqual(["tickets.md#tickets"]);
  });
});
