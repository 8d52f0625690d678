import fc from "fast-check";
import { expect, it } from "vitest";
import { labelText } from "../src/index.ts";

it("is one line of plain words, shortened after a word", () => {
  expect(labelText("  How do I\n\treset my token? ", 80)).toBe("How do I reset my token?");
  expect(labelText("How do I reset my token?", 12)).toBe("How do I…");
});

it("is never empty, because platforms refuse that", () => {
  for (const nothing of ["", " \n ", "\u0000\u0007", "\u202E"])
    expect(labelText(nothing, 80)).toBe("…");
});

it("keeps the limit and turns no direction, whatever anybody wrote", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.integer({ min: 1, max: 100 }),
      (text, limit) => {
        const label = labelText(`${text}\u202Eabc`, limit);
        expect(label.length).toBeGreaterThan(0);
        expect(label.length).toBeLessThanOrEqual(limit);
        expect(label.isWellFormed()).toBe(true);
        expect(label).not.toMatch(/[\n\u202A-\u202E\u2066-\u2069]/u);
      },
    ),
  );
});
