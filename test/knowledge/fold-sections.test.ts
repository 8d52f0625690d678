import { describe, expect, it } from "vitest";
import { passagesOf } from "../../src/knowledge/passages.ts";
import { plainText } from "../../src/plain-text.ts";
import { found, snapshotOf } from "../support/build-snapshot.ts";

const CHANGES = `# Changes

## 2.4.0

### Added
- \`--limit\` for uploads

### Changed
- Eight uploads at once

## 2.3.0

### Added
- Support for ARM

### Changed
- Colours
`;

function outline(markdown: string): readonly string[] {
  return passagesOf({ path: "a.md", markdown }).passages.map(
    ({ passage: { id, lines, text } }) => `${id} ${lines.join("-")} ${text.replaceAll("\n", "⏎")}`,
  );
}

describe("sections whose headings are repeated below other headings", () => {
  it("are one with the heading above, which has no text of its own", () => {
    expect(outline(CHANGES)).toEqual([
      "a.md#240 3-9 Added:⏎⏎- --limit for uploads⏎⏎Changed:⏎⏎- Eight uploads at once",
      "a.md#230 11-17 Added:⏎⏎- Support for ARM⏎⏎Changed:⏎⏎- Colours",
    ]);
    const { anchors } = passagesOf({ path: "a.md", markdown: CHANGES });
    expect(anchors).toContain("added-2");
  });

  it("hold the questions that are declared for them", () => {
    const declared =
      '---\nquestions:\n  - "Is there a limit? -> #added"\n  - "Which colours? -> #changed-2"\n---\n';
    const { problems, passages } = passagesOf({ path: "a.md", markdown: declared + CHANGES });
    expect(problems).toEqual([]);
    expect(passages.map(({ questions }) => questions)).toEqual([
      ["Is there a limit?"],
      ["Which colours?"],
    ]);
  });

  it("are answered with together where the heading above is asked about", async () => {
    const snapshot = snapshotOf({
      "changes.md": CHANGES,
      "other.md": "# Lunch\n\nLunch is at noon in the canteen.\n",
    });
    const all = await found(snapshot, "what changed in 2.4.0?");
    expect(plainText(all.body)).toBe(
      "Added:\n\n- --limit for uploads\n\nChanged:\n\n- Eight uploads at once",
    );
    expect(all.citations[0].lines).toEqual([5, 9]);
  });

  it("stay sections where the heading above has text, and where their names are their own", () => {
    expect(outline("# A\n## B\ntext\n### C\nc\n## D\n### C\nd\n### E\ne")).toEqual([
      "a.md#b 2-3 text",
      "a.md#c 4-5 c",
      "a.md#c-2 7-8 d",
      "a.md#e 9-10 e",
    ]);
    expect(outline("# A\n## B\nb\n## B\nc")).toEqual(["a.md#b 2-3 b", "a.md#b-2 4-5 c"]);
  });
});
