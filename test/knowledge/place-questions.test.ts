import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPlacer } from "../../src/knowledge/place-questions.ts";
import { passagesIn } from "../support/searching.ts";

const PAGE = `# PHP

PHP is a language for the web. It stands for PHP: Hypertext Preprocessor.

## History of PHP

Rasmus Lerdorf made PHP in 1994 for his own pages.

## Who uses PHP

Many pages of the web use PHP, old and young ones.

## Sessions

A session remembers who asks.

## Pay of PHP developers

| Level | Pay |
|---|---|
| Junior | $40,000 |
| Senior | $90,000 |

## What raises the pay of PHP developers

Experience with the web raises it, and so do pages that people use.`;

const passages = passagesIn({ "php.md": PAGE });

/** The heading of the section a question is placed in. */
function placed(question: string): string | undefined {
  return passages[createPlacer(passages)(question)]?.headings.at(-1);
}

describe("a question declared for a whole page belongs", () => {
  it.each([
    ["Who uses PHP?", "Who uses PHP"],
    ["Which pages of the web use it, old ones?", "Who uses PHP"],
    ["What remembers who asks?", "Sessions"],
    ["Something else altogether?", "PHP"],
  ])("to the section that holds most of its words: %s", (question, heading) => {
    expect(placed(question)).toBe(heading);
  });

  it.each([
    ["When was PHP made for the web?", "History of PHP"],
    ["What year did PHP come to the web?", "History of PHP"],
    ["How much do PHP developers earn on the web?", "Pay of PHP developers"],
    ["PHP developer salary on the web", "Pay of PHP developers"],
  ])("where a year or an amount is asked for, to one that holds some: %s", (question, heading) => {
    expect(placed(question)).toBe(heading);
  });

  it("anywhere, where what is asked for is no year and no amount", () => {
    expect(placed("What raises the pay of developers?")).toBe(
      "What raises the pay of PHP developers",
    );
  });

  it.each([
    ["What is PHP?", "PHP"],
    ["What is a session?", "Sessions"],
    ["What is a PHP session?", "Sessions"],
    ["What is a language for the web?", "PHP"],
  ])(
    "as a definition, to the section that is named by it or where the page begins: %s",
    (question, heading) => {
      expect(placed(question)).toBe(heading);
    },
  );

  it("to the first of those that hold as much", () => {
    const page = "# A\n\n## One\n\nsame words\n\n## Two\n\nsame words";
    const two = passagesIn({ "a.md": page });
    expect(createPlacer(two)("which same words")).toBe(0);
  });

  it("to some passage of the page, whatever it is", () => {
    const place = createPlacer(passages);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (question) => {
        expect(passages[place(question)]).toBeDefined();
      }),
    );
  });
});
