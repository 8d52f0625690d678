import { describe, expect, it } from "vitest";
import { excerpt } from "../../cli/excerpt.ts";

const ALIKE = "The chart gives these yearly salaries. ".repeat(10);

describe("an excerpt of an answer that changed", () => {
  it("is all of a short one, on one line", () => {
    expect(excerpt("red\n  paint", "blue paint", 200)).toBe("red paint");
  });

  it("is its beginning where that tells", () => {
    expect(excerpt(`Red. ${ALIKE}`, `Blue. ${ALIKE}`, 100)).toMatch(/^Red\. .{95} …$/u);
    expect(excerpt(ALIKE, "", 100)).toMatch(/^The chart .* …$/u);
  });

  it("is where the two differ, however late", () => {
    expect(excerpt(`${ALIKE}18 to 35`, `${ALIKE}19 to 36`, 100)).toMatch(/^… .* 18 to 35$/u);
    expect(excerpt(`${ALIKE}19 to 36`, `${ALIKE}18 to 35`, 100)).toMatch(/^… .* 19 to 36$/u);
    expect(excerpt(`${ALIKE}and more`, ALIKE, 100)).toMatch(/^… .* and more$/u);
  });

  it("breaks no character in two", () => {
    expect(excerpt("😀".repeat(200), "", 101).isWellFormed()).toBe(true);
  });
});
