import { describe, expect, it } from "vitest";
import { hasColour, lineWidthOf } from "../../../adapters/console/terminal.ts";

describe("a terminal", () => {
  it("has colour unless it or its user does not want it", () => {
    expect(hasColour({ isTTY: true }, { TERM: "xterm" })).toBe(true);
    expect(hasColour({ isTTY: true }, { TERM: "dumb" })).toBe(false);
    expect(hasColour({ isTTY: true }, { NO_COLOR: "1" })).toBe(false);
    expect(hasColour({ isTTY: true }, { NO_COLOR: "" })).toBe(true);
    expect(hasColour({}, {})).toBe(false);
  });

  it("gets lines of its width, within what can be read", () => {
    expect(lineWidthOf({ isTTY: true, columns: 72 })).toBe(72);
    expect(lineWidthOf({ isTTY: true, columns: 3 })).toBe(20);
    expect(lineWidthOf({ isTTY: true, columns: 400 })).toBe(100);
    expect(lineWidthOf({ isTTY: true })).toBe(80);
    expect(lineWidthOf({ isTTY: true, columns: 0 })).toBe(80);
  });

  it("is not assumed where there is none: a paragraph stays on one line", () => {
    expect(lineWidthOf({ columns: 40 })).toBeGreaterThan(10_000);
  });
});
