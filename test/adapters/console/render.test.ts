import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellWidth } from "../../../src/cell-width.ts";
import { render, renderBlocks, renderPassage } from "../../../adapters/console/render.ts";
import type { View } from "../../../adapters/console/render.ts";
import type { Block } from "../../../src/types.ts";
import { describeRenderer } from "../../contracts/adapter-render.ts";
import { abstained, citation, found, NOW, paragraph, table, text } from "../../support/answers.ts";
import { anyAnswer } from "../../support/any-answer.ts";

const view: View = { width: 80, colour: false, folder: "knowledge", now: NOW };

/** Everything that would make a terminal do something: what is left of its controls beside colour and line ends. */
const controls = (drawn: string): readonly string[] =>
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  drawn.replace(/\u001B\[[\d;]+m/gu, "").match(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/gu) ?? [];

describeRenderer<string>({
  name: "Console",
  // Wide, so that where a line is broken plays no part here.
  render: (answer) => render(answer, { ...view, width: 200, colour: true, maxLines: 60 }),
  validate: (drawn) => expect(drawn.trim()).not.toBe(""),
  visible: stripVTControlCharacters,
  fallback: stripVTControlCharacters,
  pings: controls,
  // What a terminal makes clickable by itself.
  links: (drawn) => stripVTControlCharacters(drawn).match(/\b(?:https?:\/\/|mailto:)\S+/gu) ?? [],
  offers: (drawn) => stripVTControlCharacters(drawn).match(/(?<=\():more(?=\))/gu) ?? [],
  rest: ":more",
  linksPlaces: false,
});

function block(...children: Block[]): string {
  return renderBlocks(children, view);
}

describe("an answer", () => {
  it("is its body, where it stands, and what is related", () => {
    expect(render(found(), view)).toBe(
      [
        "Senior: ₹18–35+ lakh a year (backend developers in India)",
        "",
        "Level   Pay, lakh ₹ a year",
        "──────  ──────────────────",
        "Senior  18–35+",
        "",
        "knowledge/careers/salaries.md:31-34 · Salaries › India · reviewed 3 weeks ago by",
        "careers-team",
        "Related: 1 Pay by region",
      ].join("\n"),
    );
  });

  it("shows the words it rests on in bold, and its source dimmed", () => {
    const drawn = render(found(), { ...view, colour: true });
    expect(drawn).toContain(
      "\u001B[1mSenior: ₹18–35+ lakh a year\u001B[22m (backend developers in India)",
    );
    expect(drawn).toContain("\u001B[2mknowledge/careers/salaries.md:31-34 · Salaries › India");
    expect(stripVTControlCharacters(drawn)).toBe(render(found(), view));
  });

  it("names every place it stands on, and makes an old review stand out", () => {
    const old = citation({ page: "pay.md", headings: ["Pay"], reviewed: "2024-01-01" });
    const drawn = render(found({ citations: [citation(), old], related: [] }), {
      ...view,
      width: 200,
      colour: true,
    });
    expect(drawn).toContain("reviewed 3 weeks ago by careers-team");
    expect(drawn).toContain("knowledge/pay.md:31-34 · Pay");
    expect(drawn).toContain("\u001B[33mlast reviewed over a year ago by careers-team\u001B[39m");
  });

  it("names a page alone where the folder has no name", () => {
    expect(render(found(), { ...view, folder: "" })).toContain("\ncareers/salaries.md:31-34 · ");
  });

  it("is cut between blocks where it is longer than the screen, and says by how much", () => {
    const body = Array.from({ length: 40 }, (_, index) =>
      paragraph(`Sentence ${index}.`, index + 1),
    );
    const drawn = render(found({ body }), { ...view, maxLines: 10 });
    expect(drawn).toContain("Sentence 4.\n… 35 more lines (:more)\n\nknowledge/careers");
    expect(drawn).not.toContain("Sentence 5.");
  });
});

describe("a silence", () => {
  it("says so, what is closest and what was probably meant", () => {
    expect(render(abstained({ didYouMean: "Kanban" }), { ...view, width: 100 })).toBe(
      [
        "I don't know: nothing in the knowledge answers that.",
        "Closest: Pay by region (knowledge/careers/pay.md:31-34) · Did you mean Kanban?",
      ].join("\n"),
    );
  });

  it("asks what was meant with one question mark, whoever wrote it", () => {
    const meant = (didYouMean: string): string =>
      render(abstained({ related: [], didYouMean }), view);
    expect(meant("What is Kanban?")).toMatch(/\nDid you mean What is Kanban\?$/);
  });

  it("is one line where nothing is close", () => {
    expect(render(abstained({ related: [] }), view)).toBe(
      "I don't know: nothing in the knowledge answers that.",
    );
    expect(render(abstained({ related: [], didYouMean: "Kanban" }), view)).toMatch(
      /\nDid you mean Kanban\?$/,
    );
  });

  it.each(["small-talk", "empty-query"] as const)(
    "for %s is a friendly line without a source",
    (reason) => {
      expect(render(abstained({ reason }), view)).not.toMatch(/\n|\.md|don't know/);
    },
  );
});

describe("blocks", () => {
  it("are drawn one by one, parted by a blank line", () => {
    const heading: Block = { kind: "heading", level: 2, children: [text("Redis")], lines: [1, 1] };
    const rule: Block = { kind: "rule", lines: [3, 3] };
    expect(block(heading, paragraph("A store."), rule)).toBe(
      `Redis\n\nA store.\n\n${"─".repeat(24)}`,
    );
  });

  it("count on in a list that was cut out of a longer one, and nest", () => {
    const inner: Block = {
      kind: "list",
      ordered: false,
      start: 1,
      items: [{ children: [paragraph("twice")], lines: [3, 3] }],
      lines: [3, 3],
    };
    const items = [
      { children: [paragraph("Open the door.")], lines: [2, 2] as const },
      { children: [paragraph("Knock"), inner], lines: [3, 3] as const },
    ];
    expect(block({ kind: "list", ordered: true, start: 9, items, lines: [2, 3] })).toBe(
      "9. Open the door.\n10. Knock\n    • twice",
    );
  });

  it("show code as it is, however long its lines are", () => {
    const code = `docker run \\\n\t--name ${"x".repeat(100)}`;
    expect(block({ kind: "code", language: "sh", text: code, lines: [1, 4] })).toBe(
      `  docker run \\\n      --name ${"x".repeat(100)}`,
    );
  });

  it("show a quote behind a bar", () => {
    expect(
      block({ kind: "quote", children: [paragraph("one"), paragraph("two")], lines: [1, 3] }),
    ).toBe("│ one\n│\n│ two");
  });

  it("show links that can be opened, and only the words of the others", () => {
    const link = (href: string, words: string): Block => ({
      kind: "paragraph",
      children: [{ kind: "link", href, children: [text(words)] }],
      lines: [1, 1],
    });
    expect(block(link("https://redis.io/docs", "Redis"))).toBe("Redis (https://redis.io/docs)");
    expect(block(link("https://redis.io", "https://redis.io"))).toBe("https://redis.io");
    expect(block(link("mailto:a@example.com", "a@example.com"))).toBe("a@example.com");
    expect(block(link("javascript:alert(1)", "click"))).toBe("click");
    expect(block(link("../other.md#part", "the other page"))).toBe("the other page");
  });

  it("keep a hard line break and join lines at a soft one", () => {
    const children = [
      text("one"),
      { kind: "break", hard: true } as const,
      text("two"),
      { kind: "break", hard: false } as const,
      text("three"),
    ];
    expect(block({ kind: "paragraph", children, lines: [1, 3] })).toBe("one\ntwo three");
  });

  it("do not run out of width, however deeply they are nested", () => {
    let quote: Block = paragraph("deep");
    for (let depth = 0; depth < 60; depth++)
      quote = { kind: "quote", children: [quote], lines: [1, 1] };
    expect(block(quote)).toMatch(/deep$/);
  });
});

describe("a passage", () => {
  it("is shown whole, under its headings, with its lines", () => {
    const { passage } = citation({ body: [paragraph("One."), table(["A"], ["b"])] });
    const drawn = renderPassage(passage, view);
    expect(drawn).toMatch(
      /^Salaries › India\n\nOne\.\n\nA\n─\nb\n\nknowledge\/careers\/salaries\.md:29-40 · Salaries › India/,
    );
  });
});

describe("any answer whatsoever", () => {
  it("is drawn the same way twice, within the width but for code, and without a control of its own", () => {
    fc.assert(
      fc.property(anyAnswer, fc.integer({ min: 20, max: 100 }), (answer, width) => {
        const drawn = render(answer, { ...view, width });
        expect(drawn).toBe(render(answer, { ...view, width }));
        expect(drawn).not.toMatch(
          /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u,
        );
        expect(drawn.isWellFormed()).toBe(true);
        expect(drawn.trim()).not.toBe("");
        if (JSON.stringify(answer).includes('"kind":"code","language"')) return;
        for (const line of drawn.split("\n")) expect(cellWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 150 },
    );
  });

  it("holds no escape but those of its styles where there is colour", () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const drawn = render(answer, { ...view, colour: true });
        expect(drawn.replace(/\u001B\[[\d;]+m/gu, "")).toBe(render(answer, view));
      }),
      { numRuns: 100 },
    );
  });
});
