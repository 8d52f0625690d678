import { describe, expect, it } from "vitest";
import { createSlotTable } from "../../src/search/slots.ts";
import { arraysOf, slotsFor, termsFor } from "../support/searching.ts";

describe("the slot table", () => {
  const arrays = arraysOf("How redis caches a query");
  const id = (stem: string): number => arrays.vocabulary.idOf(stem);

  it("knows content words by positive numbers and small words by negative ones", () => {
    const slots = createSlotTable(arrays)(termsFor(arrays, "how redis"));
    expect(slots.slotOf[id("redi")]).toBe(1);
    expect(slots.slotOf[id("~how")]).toBe(-1);
    expect(slots.slotOf[id("queri")]).toBe(0);
  });

  it("is empty again after its question", () => {
    const slots = createSlotTable(arrays)(termsFor(arrays, "how does redis cache a query"));
    slots.release();
    expect([...slots.slotOf].every((slot) => slot === 0)).toBe(true);
    expect([...slots.weightOf].every((weight) => weight === 0)).toBe(true);
  });

  it("knows what asks for the same apart from what is the same", () => {
    const pages = arraysOf("Who invented or started it", "who launched PHP");
    const slots = createSlotTable(pages)(termsFor(pages, "who invented PHP"));
    const started = pages.vocabulary.idOf("start");
    const launched = pages.vocabulary.idOf("launch");
    const slot = slots.slotOf[pages.vocabulary.idOf("invent")];
    expect(slots.askedOf[started]).toBe(slot);
    expect(slots.askedOf[launched]).toBe(slot);
    expect(slots.slotOf[started]).toBe(0);
    expect(slots.slotOf[launched]).toBe(0);
    slots.release();
    expect([...slots.askedOf].every((one) => one === 0)).toBe(true);
  });

  it("lets no word ask for another that the question holds itself", () => {
    const pages = arraysOf("Who invented or created PHP");
    const slots = createSlotTable(pages)(termsFor(pages, "who invented and created PHP"));
    const created = pages.vocabulary.idOf("creat");
    expect(slots.askedOf[created]).toBe(0);
    expect(slots.slotOf[created]).toBe(2);
  });

  describe("of phrases", () => {
    const synonyms = "- [frontend, front end]\n- [backend, back end]\n";
    const pages = arraysOf("The frontend and the backend at the end of it");
    const term = (stem: string): number => pages.vocabulary.idOf(stem);

    it("counts what a phrase means for each of its words, the first before all", () => {
      const slots = slotsFor(pages, "front end", { synonyms });
      expect(slots.slotOf[term("frontend")]).toBe(1);
      expect(slots.alsoOf.get(term("frontend"))).toEqual([1]);
    });

    it("knows two phrases with a word in common apart", () => {
      const slots = slotsFor(pages, "front end or back end", { synonyms });
      const words = slots.query.content.map(({ word }) => word);
      const wordsOf = (stem: string): readonly (string | undefined)[] =>
        [(slots.slotOf[term(stem)] ?? 0) - 1, ...(slots.alsoOf.get(term(stem)) ?? [])].map(
          (at) => words[at],
        );
      expect(new Set(wordsOf("frontend"))).toEqual(new Set(["front", "end"]));
      expect(new Set(wordsOf("backend"))).toEqual(new Set(["back", "end"]));
    });
  });
});
