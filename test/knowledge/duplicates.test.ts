import { describe, expect, it } from "vitest";
import { distinctPages, sameTitles } from "../../src/knowledge/duplicates.ts";

describe("distinctPages", () => {
  it("keeps the first of two pages with one path and reports the other", () => {
    const pages = [
      { path: "a.md", markdown: "first" },
      { path: "b.md", markdown: "other" },
      { path: "a.md", markdown: "second" },
    ];
    const distinct = distinctPages(pages);
    expect(distinct.pages.map(({ markdown }) => markdown)).toEqual(["first", "other"]);
    expect(distinct.problems).toMatchObject([{ page: "a.md", code: "duplicate-page" }]);
  });
});

describe("sameTitles", () => {
  it("names the page that has the title already, whatever the order", () => {
    const pages = [
      { path: "b.md", title: "vpn" },
      { path: "a.md", title: "VPN" },
      { path: "c.md", title: "Wi-Fi" },
    ];
    for (const order of [pages, pages.toReversed()]) {
      const problems = sameTitles(order);
      expect(problems).toMatchObject([{ page: "b.md", code: "duplicate-title" }]);
      expect(problems[0]?.message).toContain("a.md");
    }
  });
});
