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
});
