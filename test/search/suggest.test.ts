import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSuggest } from "../../src/search/suggest.ts";
import type { Suggestable } from "../../src/search/suggest.ts";

const ENTRIES: readonly Suggestable[] = [
  { text: "How do I reset my VPN token?", passage: 0, rank: 0 },
  { text: "VPN", passage: 1, rank: 1 },
  { text: "Reset your token", passage: 0, rank: 2 },
  { text: "Databases", passage: 2, rank: 1 },
];
const everybody = (): boolean => true;

describe("suggestions while typing", () => {
  const suggest = buildSuggest(ENTRIES);
  const texts = (typed: string, limit = 5): string[] =>
    suggest(typed, limit, everybody).map(({ text }) => text);

  it("complete the last word", () => {
    expect(texts("datab")).toEqual(["Databases"]);
  });

  it("match words in any order", () => {
    expect(texts("token reset")[0]).toMatch(/token/u);
  });

  it.each([
    ["datbaa", ["Databases"]],
    ["dtaabases", ["Databases"]],
    ["rset token", ["How do I reset my VPN token?", "Reset your token"]],
    ["xyzzy", []],
    ["vpm", []],
  ])("forgive a slip of the finger in a word that is known no other way: %s", (typed, wanted) => {
    expect(texts(typed)).toEqual(wanted);
  });

  it("forgive a slip alike whether or not others may read a page that holds what was typed", () => {
    const secret = { text: "Dtabases", passage: 9, rank: 1 as const };
    const offered = buildSuggest([...ENTRIES, secret])("dtabases", 5, (passage) => passage !== 9);
    expect(offered.map(({ text }) => text)).toEqual(["Databases"]);
  });

  it("offer declared questions while nothing is typed", () => {
    expect(texts("")).toEqual(["How do I reset my VPN token?"]);
  });

  it("leave out what the asker may not read, and stop at the limit", () => {
    expect(
      suggest("vpn", 5, (passage) => passage !== 1).map(({ passage }) => passage),
    ).not.toContain(1);
    expect(texts("token", 1)).toHaveLength(1);
  });

  it("take anything that can be typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (typed) => {
        for (const entry of suggest(typed, 3, everybody)) expect(ENTRIES).toContain(entry);
      }),
    );
  });
});
