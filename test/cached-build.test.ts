import { describe, expect, it } from "vitest";
import { buildSnapshot } from "../src/snapshot.ts";
import type { Cache, Pages } from "../src/ports.ts";
import type { SnapshotOptions } from "../src/snapshot.ts";
import { anybody, found, sha256 } from "./support/build-snapshot.ts";

const BEES = {
  path: "bees.md",
  markdown: "# Bees\n\nBees hum at a hundred hertz.\n\n## Honey\n\n- Clover\n- Heather\n",
};
const PAGES: Pages = {
  pages: [
    BEES,
    { path: "pay.md", markdown: "---\naudience: [staff]\n---\n# Pay\n\nPay comes in May.\n" },
  ],
  synonyms: "- [bee, apis]\n",
  problems: [],
};

function createMemoryCache(): Cache & { readonly kept: Map<string, readonly unknown[]> } {
  const kept = new Map<string, readonly unknown[]>();
  return {
    kept,
    read: (key) => kept.get(key),
    write: (key, pieces) => void kept.set(key, structuredClone([...pieces])),
  };
}

describe("a build that was kept", () => {
  const build = (cache: Cache, pages = PAGES, options: Partial<SnapshotOptions> = {}) =>
    buildSnapshot(pages, { hash: sha256, now: () => 0, cache, ...options });

  it("answers, lists, suggests and explains as the one it was kept of", async () => {
    const cache = createMemoryCache();
    const first = await build(cache);
    const again = await build(cache);
    expect(cache.kept.size).toBe(1);
    expect(again.facts).toEqual(first.facts);
    expect(again.passages).toEqual(first.passages);
    const staff = { id: "test:staff", labels: ["staff"] };
    for (const asker of [anybody, staff]) {
      for (const text of ["What does an apis do?", "When does pay come?", "which honey", "hertx"]) {
        const query = { text, asker };
        expect(await again.answer(query)).toEqual(await first.answer(query));
        expect(await again.why(query)).toEqual(await first.why(query));
      }
      expect(await again.topics(asker)).toEqual(await first.topics(asker));
      expect(await again.suggest("h", asker, 5)).toEqual(await first.suggest("h", asker, 5));
    }
    expect(await again.access("pay.md")).toEqual(await first.access("pay.md"));
    expect((await found(again, "At how many hertz do bees hum?")).citations[0].lines).toEqual([
      3, 3,
    ]);
  });

  it.each<[string, Partial<Pages>, Partial<SnapshotOptions>]>([
    ["a page", { pages: [{ ...BEES, markdown: "# Bees\n\nBees sting.\n" }] }, {}],
    ["a page's address", { pages: [{ ...BEES, url: "https://kb.example.com/bees" }] }, {}],
    ["the synonyms", { synonyms: "- [bee, insect]\n" }, {}],
    ["who may read a folder", { access: [{ path: "_access.yaml", text: "audience: staff" }] }, {}],
    ["what could not be read", { problems: [problem("wasps.md")] }, {}],
    ["who is in a group", {}, { groups: { staff: ["slack:group:S1"] } }],
  ])("is not taken where %s is another", async (_, pages, options) => {
    const cache = createMemoryCache();
    await build(cache);
    await build(cache, { ...PAGES, ...pages }, options);
    expect(cache.kept.size).toBe(2);
  });

  it("is taken whatever the threshold is", async () => {
    const cache = createMemoryCache();
    await build(cache);
    const strict = await build(cache, PAGES, { threshold: 1 });
    expect(cache.kept.size).toBe(1);
    const outcome = await strict.answer({ text: "What do bees like?", asker: anybody });
    expect(outcome.kind).toBe("abstained");
  });

  it("is not made of pages that hold nothing", async () => {
    const cache = createMemoryCache();
    const empty = { pages: [{ path: "a.md", markdown: "" }], problems: [] };
    await expect(build(cache, empty)).rejects.toMatchObject({ code: "knowledge-empty" });
    expect(cache.kept.size).toBe(0);
  });
});

function problem(page: string): Pages["problems"][number] {
  const said = { message: "It is no text", remedy: "Save it as UTF-8." };
  return { page, line: 1, severity: "error", code: "not-text", ...said };
}
