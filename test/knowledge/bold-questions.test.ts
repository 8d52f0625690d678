import { describe, expect, it } from "vitest";
import { passagesOf } from "../../src/knowledge/passages.ts";
import { plainText } from "../../src/plain-text.ts";
import { found, snapshotOf } from "../support/build-snapshot.ts";

const FAQ = `# Shop

Welcome.

<details>
<summary>Do you deliver on Sundays?</summary>

No, Monday to Saturday only.

</details>

<details><summary>Can I return a plant?</summary> Within 14 days.</details>

**Do you sell soil?**
Yes, in bags of 10 and 40 litres.

**How often should I water a cactus?**

Every three weeks in summer.

## Other

**Where is the shop?**
`;

function outline(markdown: string): readonly string[] {
  return passagesOf({ path: "a.md", markdown }).passages.map(
    ({ passage: { headings, lines, text } }) =>
      `${headings.at(-1)} ${lines.join("-")} ${text.replaceAll("\n", "⏎")}`,
  );
}

describe("questions in bold", () => {
  it("are sections of their own, up to the next one or the next heading", () => {
    expect(outline(FAQ)).toEqual([
      "Shop 1-3 Welcome.",
      "Do you deliver on Sundays? 6-8 No, Monday to Saturday only.",
      "Can I return a plant? 12-12 Within 14 days.",
      "Do you sell soil? 14-15 Yes, in bags of 10 and 40 litres.",
      "How often should I water a cactus? 17-19 Every three weeks in summer.",
      "Other 21-23 Where is the shop?",
    ]);
  });

  it("are no sections where they lean on what stands before them, or only begin bold", () => {
    expect(outline("# Redis\n\nIt is fast.\n\n**Why?** It keeps all in memory.")).toEqual([
      "Redis 1-5 It is fast.⏎⏎Why? It keeps all in memory.",
    ]);
    expect(outline("# Redis\n\n**Redis** is fast. Is it safe?")).toEqual([
      "Redis 1-3 Redis is fast. Is it safe?",
    ]);
  });

  it("are answered with what stands below them alone", async () => {
    const { body } = await found(snapshotOf({ "shop.md": FAQ }), "how often to water a cactus");
    expect(plainText(body)).toBe("Every three weeks in summer.");
  });
});
