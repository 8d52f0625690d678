import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DocentError } from "../../src/index.ts";
import type { Asker, Snapshot } from "../../src/index.ts";
import { PAGES } from "../support/pages.ts";

const anybody: Asker = { id: "test:anybody", labels: [] };
const boss: Asker = { id: "test:boss", labels: ["discord:role:7001"] };

/** What every snapshot owes the core, wherever it lives. `open` makes one of pages given as path and Markdown. */
export function checkSnapshotContract(
  name: string,
  open: (pages: Readonly<Record<string, string>>) => Promise<Snapshot>,
): void {
  describe(`${name} keeps the snapshot's contract`, { timeout: 60_000 }, () => {
    let snapshot: Snapshot;
    beforeAll(async () => {
      snapshot = await open(PAGES);
    }, 60_000);
    afterAll(() => snapshot?.close());

    test("it knows what it holds", async () => {
      expect(snapshot.facts).toMatchObject({ pages: 4, problems: [] });
      expect(snapshot.facts.version).toMatch(/^[0-9a-f]{12}$/);
      expect(snapshot.facts.passages).toBeGreaterThan(4);
      const again = await open(PAGES);
      expect(again.facts.version).toBe(snapshot.facts.version);
      await again.close();
    });

    test("it answers with the words of a page and where they stand", async () => {
      const outcome = await snapshot.answer({
        text: "Where is the colour printer?",
        asker: anybody,
      });
      expect(outcome).toMatchObject({
        kind: "found",
        citations: [{ passage: { id: "it/printers.md#colour-printer", page: "it/printers.md" } }],
      });
    });

    test("it takes the earlier questions along", async () => {
      const text = "and how do I reset it?";
      const alone = await snapshot.why({ text, asker: anybody });
      const asked = await snapshot.why(
        { text, asker: anybody },
        { previous: ["How do I reset my VPN token?"] },
      );
      const words = (why: typeof asked): string[] => why.terms.map((term) => term.word);
      expect(words(asked).length).toBeGreaterThan(words(alone).length);
    });

    test("it shows nobody what is not for them, by any way", async () => {
      const text = "How long can a sabbatical be?";
      expect(await snapshot.answer({ text, asker: boss })).toMatchObject({ kind: "found" });
      expect((await snapshot.answer({ text, asker: anybody })).kind).toBe("abstained");
      expect(await snapshot.read("hr/leave.md#sabbatical", anybody)).toBeUndefined();
      expect(await snapshot.read("hr/leave.md#sabbatical", boss)).toMatchObject({
        page: "hr/leave.md",
      });
      expect(JSON.stringify(await snapshot.topics(anybody))).not.toContain("hr/leave.md");
      expect(JSON.stringify(await snapshot.topics(boss))).toContain("hr/leave.md");
      expect(JSON.stringify(await snapshot.suggest("sabb", anybody, 10))).not.toContain(
        "abbatical",
      );
      expect(JSON.stringify(await snapshot.suggest("sabb", boss, 10))).toContain("abbatical");
    });

    test("it suggests no more than asked for", async () => {
      const suggestions = await snapshot.suggest("re", anybody, 1);
      expect(suggestions.length).toBeLessThanOrEqual(1);
    });

    test("it tells what pages declare, and who may ask it", async () => {
      const declared = await snapshot.declared();
      expect(declared).toHaveLength(4);
      expect(declared).toContainEqual({
        text: "How long can a sabbatical be?",
        page: "hr/leave.md",
        passage: "hr/leave.md#sabbatical",
        line: 5,
        kind: "answers",
        audience: ["discord:role:7001"],
      });
    });

    test("it checks what pages declare, some at a time, as one who may read them", async () => {
      const declared = await snapshot.declared();
      const verdicts = await snapshot.verdicts(0, 10);
      expect(verdicts).toEqual(declared.map((question) => ({ question, holds: true })));
      expect(await snapshot.verdicts(1, 2)).toEqual(verdicts.slice(1, 3));
      expect(await snapshot.verdicts(4, 2)).toEqual([]);
    });

    test("it tells who may read a page, and by which rule", async () => {
      expect(await snapshot.access("hr/leave.md")).toEqual({
        page: "hr/leave.md",
        rule: { kind: "front-matter", line: 3 },
        declared: ["discord:role:7001"],
        audience: ["discord:role:7001"],
      });
      expect(await snapshot.access("it/vpn.md")).toMatchObject({ rule: { kind: "default" } });
      expect(await snapshot.access("it/nothing.md")).toBeUndefined();
    });

    test("it knows no passage that is not there, and answers what is no question", async () => {
      expect(await snapshot.read("it/vpn.md#nothing", anybody)).toBeUndefined();
      expect(await snapshot.answer({ text: "", asker: anybody })).toMatchObject({
        kind: "abstained",
        reason: "empty-query",
      });
    });

    test("it answers many at once, each its own question", async () => {
      const questions = ["Where is the colour printer?", "How do I reset my VPN token?"];
      const outcomes = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          snapshot.answer({ text: questions[index % 2] ?? "", asker: anybody }),
        ),
      );
      const pages = outcomes.map((outcome) =>
        outcome.kind === "found" ? outcome.citations[0].passage.page : "",
      );
      expect(pages).toEqual(
        Array.from({ length: 40 }, (_, index) =>
          index % 2 === 0 ? "it/printers.md" : "it/vpn.md",
        ),
      );
    });

    test("it gives the same answer again and again", async () => {
      const query = { text: "Which systems does the VPN client run on?", asker: anybody };
      expect(await snapshot.answer(query)).toEqual(await snapshot.answer(query));
    });

    test("pages without a word are refused", async () => {
      await expect(open({ "empty.md": "" })).rejects.toMatchObject({ code: "knowledge-empty" });
      await expect(open({ "empty.md": "" })).rejects.toBeInstanceOf(DocentError);
    });
  });
}
