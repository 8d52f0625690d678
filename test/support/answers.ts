import type { Abstained, Block, Citation, Found, Inline } from "../../src/types.ts";

/** Answers as the core gives them, for tests of what is drawn. */

export function text(words: string): Inline {
  return { kind: "text", text: words };
}

export function paragraph(words: string, line = 31): Block {
  return { kind: "paragraph", children: [text(words)], lines: [line, line] };
}

export function table(header: readonly string[], ...rows: readonly (readonly string[])[]): Block {
  return {
    kind: "table",
    header: header.map((cell) => [text(cell)]),
    align: header.map(() => "left"),
    rows: rows.map((cells, index) => ({
      cells: cells.map((cell) => [text(cell)]),
      lines: [33 + index, 33 + index],
    })),
    lines: [31, 32 + rows.length],
  };
}

export function citation(overrides: Partial<Citation["passage"]> = {}): Citation {
  return {
    passage: {
      id: "careers/salaries.md#india",
      page: "careers/salaries.md",
      lines: [29, 40],
      headings: ["Salaries", "India"],
      body: [],
      text: "",
      audience: ["public"],
      url: "https://git.example/knowledge/careers/salaries.md#L31",
      owner: "careers-team",
      reviewed: "2026-10-31",
      ...overrides,
    },
    lines: [31, 34],
    snippet: { text: "Senior: ₹18–35+ lakh a year", marks: [[0, 6]] },
  };
}

/** When the answers of these tests are drawn: three weeks after their review. */
export const NOW = Date.parse("2026-11-21T12:00:00Z");

export function found(overrides: Partial<Found> = {}): Found {
  return {
    kind: "found",
    id: "answer-1",
    query: { text: "what does a senior earn in india", asker: { id: "slack:T1:U1", labels: [] } },
    version: "v1",
    confidence: 0.9,
    body: [
      {
        kind: "paragraph",
        children: [
          { kind: "mark", children: [text("Senior: ₹18–35+ lakh a year")] },
          text(" (backend developers in India)"),
        ],
        lines: [31, 31],
      },
      table(["Level", "Pay, lakh ₹ a year"], ["Senior", "18–35+"]),
    ],
    citations: [citation()],
    related: [
      citation({
        id: "careers/pay.md#region",
        page: "careers/pay.md",
        headings: ["Pay", "Pay by region"],
      }),
    ],
    ...overrides,
  };
}

export function abstained(overrides: Partial<Abstained> = {}): Abstained {
  return {
    kind: "abstained",
    id: "answer-2",
    query: { text: "who won the match", asker: { id: "slack:T1:U1", labels: [] } },
    version: "v1",
    confidence: 0.2,
    reason: "no-hit",
    related: [
      citation({
        id: "careers/pay.md#region",
        page: "careers/pay.md",
        headings: ["Pay", "Pay by region"],
      }),
    ],
    ...overrides,
  };
}
