import { describe, expect, it } from "vitest";
import type { Searcher } from "../../src/search/searcher.ts";
import { RANKING } from "../../src/search/weights.ts";
import { passagesIn, searcherOf as searcherIn } from "../support/searching.ts";

const PAGES = {
  "db.md": `# Databases

## Postgres

Postgres is a relational database. It keeps tables and speaks SQL.

## Redis

Redis is a store in memory. A cache in front of a database is its commonest use.`,
  "ops.md": `# Operations

## Backups

A backup of the database runs every night at two.

## Deployment

Deployment needs a tag and an approval.`,
  "secret.md": `---
audience: [slack:group:hr]
---
# Severance

The severance formula multiplies years by zebrafactor.`,
};

function searcherOf(pages: Readonly<Record<string, string>>): {
  searcher: Searcher;
  ids: string[];
} {
  return { searcher: searcherIn(pages), ids: passagesIn(pages).map(({ id }) => id) };
}

describe("a search", () => {
  const { searcher, ids } = searcherOf(PAGES);
  const best = (
    question: string,
    mayRead: (passage: number) => boolean = () => true,
  ): string | undefined =>
    searcher.search(question, { mayRead }, ({ ranked }) => ids[ranked[0]?.passage ?? -1]);

  it.each([
    ["what is redis", "db.md#redis"],
    ["When does the backup run?", "ops.md#backups"],
    ["which database speaks sql", "db.md#postgres"],
    ["deploiment approval", "ops.md#deployment"],
    ["cache in front of a database", "db.md#redis"],
  ])("finds for %s the passage %s", (question, id) => {
    expect(best(question)).toBe(id);
  });

  it("finds what is declared, however many passages are full of the question's words", () => {
    const full = Array.from({ length: 14 }, (_, at) => [
      `full${at}.md`,
      `# Heron and stork ${at}\n\nHeron stork heron stork, heron and stork ${at}.`,
    ]);
    const filler = Array.from({ length: 30 }, (_, at) => [
      `f${at}.md`,
      `# Zz${at}\n\nNothing ${at}.`,
    ]);
    const declared = `---\nquestions:\n  - "Heron versus stork -> #nests"\n---\n# Birds\n\n## Nests\n\n${"They build nests of twigs in high trees near the water. ".repeat(12)}`;
    const birds = searcherOf(
      Object.fromEntries([...full, ...filler, ["birds.md", declared]]) as Record<string, string>,
    );
    const found = birds.searcher.search(
      "heron versus stork",
      { mayRead: () => true },
      ({ ranked }) => birds.ids[ranked[0]?.passage ?? -1],
    );
    expect(found).toBe("birds.md#nests");
  });

  it("gives every passage all its signals, finite ones", () => {
    searcher.search("redis database cache", { mayRead: () => true }, ({ ranked }) => {
      expect(ranked.length).toBeGreaterThan(1);
      for (const { signals, score } of ranked) {
        expect(signals).toHaveLength(RANKING.length);
        expect([...signals, score].every(Number.isFinite)).toBe(true);
      }
    });
  });

  it("answers the same question the same way after any other", () => {
    const ask = (question: string): unknown =>
      searcher.search(question, { mayRead: () => true }, ({ ranked }) =>
        ranked.map(({ passage, score }) => [passage, score]),
      );
    const before = ask("redis cache");
    ask("backup deployment tables");
    expect(ask("redis cache")).toEqual(before);
  });

  it("empties its tables even where the caller fails", () => {
    expect(() =>
      searcher.search("redis", { mayRead: () => true }, () => {
        throw new Error("the caller's own");
      }),
    ).toThrow("the caller's own");
    expect(best("deployment approval")).toBe("ops.md#deployment");
  });

  it("knows no word of a page that the asker may not read", () => {
    const secret = ids.findIndex((id) => id.startsWith("secret"));
    const options = { mayRead: (passage: number) => passage !== secret };
    const known = searcher.search(
      "zebrafactor",
      options,
      ({ slots }) => slots.query.content[0]?.id,
    );
    const nowhere = searcher.search(
      "zebrafuctor",
      options,
      ({ slots }) => slots.query.content[0]?.id,
    );
    expect(known).toBe(-1);
    expect(nowhere).toBe(-1);
    expect(best("severance formula", options.mayRead)).not.toBe("secret.md#severance");
  });
});
