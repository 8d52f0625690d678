import { describe, expect, it } from "vitest";
import { curveSvg, precisionCoverage } from "../../bench/quality/curve.ts";

describe("precision against coverage", () => {
  it("says for each threshold how much is answered and how much of it is right", () => {
    const points = precisionCoverage([
      { confidence: 0.9, right: true },
      { confidence: 0.5, right: false },
      { confidence: 0.5, right: true },
      { confidence: 0, right: false },
    ]);
    expect(points).toEqual([
      { threshold: 0.9, coverage: 0.25, precision: 1 },
      { threshold: 0.5, coverage: 0.75, precision: 2 / 3 },
    ]);
  });

  it("is drawn with every set's name, made harmless", () => {
    const points = precisionCoverage(
      Array.from({ length: 500 }, (_, at) => ({ confidence: (at + 1) / 500, right: at > 100 })),
    );
    const svg = curveSvg(
      [
        { name: "<script>", points },
        { name: "empty", points: [] },
      ],
      0.4,
    );
    expect(svg).toContain("&lt;script>");
    expect(svg).not.toContain("<script>");
    expect(svg).toContain("empty");
    expect(svg).not.toContain("NaN");
    expect(svg.length).toBeLessThan(20_000);
  });
});
