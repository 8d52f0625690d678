import { describe, expect, it } from "vitest";
import { paint } from "../../../adapters/console/span.ts";
import { tableLines } from "../../../adapters/console/table.ts";
import type { Block } from "../../../src/types.ts";
import { table } from "../../support/answers.ts";

type Table = Extract<Block, { kind: "table" }>;

function drawn(block: Block, width: number): string {
  return paint(tableLines(block as Table, width), false);
}

describe("a table in a terminal", () => {
  it("has columns as wide as they need", () => {
    const block = table(["Level", "Pay"], ["Junior", "₹4–8 lakh"], ["Sr", "₹18–35+ lakh"]);
    expect(drawn(block, 60)).toBe(
      [
        "Level   Pay", //
        "──────  ────────────",
        "Junior  ₹4–8 lakh",
        "Sr      ₹18–35+ lakh",
      ].join("\n"),
    );
  });

  it("wraps its widest columns where the width is short", () => {
    const block = table(
      ["Tool", "What it is for"],
      ["Git", "version control of source code"],
      ["Docker", "containers"],
    );
    expect(drawn(block, 26)).toBe(
      [
        "Tool    What it is for",
        "──────  ──────────────────",
        "Git     version control of",
        "        source code",
        "Docker  containers",
      ].join("\n"),
    );
  });

  it("becomes a small list a row where columns would break every word", () => {
    const block = table(
      ["Level", "Country", "Amount"],
      ["Senior", "India", "₹18–35+ lakh a year"],
      ["Junior", "Spain", "€30,000"],
    );
    expect(drawn(block, 24)).toBe(
      [
        "Level: Senior",
        "Country: India",
        "Amount: ₹18–35+ lakh a",
        "year",
        "",
        "Level: Junior",
        "Country: Spain",
        "Amount: €30,000",
        "",
      ].join("\n"),
    );
  });

  it("sets its columns as the page does", () => {
    const block = table(["Year", "Count"], ["2025", "7"], ["2026", "1,234"]) as Table;
    expect(drawn({ ...block, align: ["center", "right"] }, 40)).toBe(
      [
        "Year  Count", //
        "────  ─────",
        "2025      7",
        "2026  1,234",
      ].join("\n"),
    );
  });

  it("counts wide characters as two cells", () => {
    expect(drawn(table(["語", "x"], ["日本", "y"]), 40)).toBe(
      ["語    x", "────  ─", "日本  y"].join("\n"),
    );
  });

  it("leaves an empty header out, and is nothing where it has no column", () => {
    expect(drawn(table(["", ""], ["a", "b"]), 40)).toBe("a  b");
    expect(drawn(table([]), 40)).toBe("");
  });

  it("draws a row that is shorter or longer than the header", () => {
    expect(drawn(table(["A", "B"], ["1"], ["1", "2", "3"]), 40)).toBe(
      [
        "A  B", //
        "─  ─  ─",
        "1",
        "1  2  3",
      ].join("\n"),
    );
  });
});
