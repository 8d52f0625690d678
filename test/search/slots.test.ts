import { describe, expect, it } from "vitest";
import { createSlotTable } from "../../src/search/slots.ts";
import { arraysOf, termsFor } from "../support/searching.ts";

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
    expect(slots.askedOf.get(started)).toBe(slot);
    expect(slots.askedOf.get(launched)).toBe(slot);
    expect(slots.slotOf[started]).toBe(0);
    expect(slots.slotOf[launched]).toBe(0);
  });

  it("lets no word ask for another that the question holds itself", () => {
    const pages = arraysOf("Who invented or created PHP");
    const slots = createSlotTable(pages)(termsFor(pages, "who invented and created PHP"));
    const created = pages.vocabulary.idOf("creat");
    expect(slots.askedOf.get(created)).toBeUndefined();
    expect(slots.slotOf[created]).toBe(2);
  });
});
