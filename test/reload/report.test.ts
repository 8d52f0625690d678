import { describe, expect, it } from "vitest";
import type { Probe } from "../../src/index.ts";
import { knowledgeUnderTest, LEAVE, LONGER } from "../support/knowledge.ts";

const probe = (question: string): Probe => ({ question, labels: [] });

function declaring(question: string, text: string): string {
  return `---\nquestions:\n  - ${question}\n---\n# Office cat\n\n${text}\n`;
}

describe("what a reload reports", () => {
  it("names declared questions that hold now, or no longer, and not those that are as before", async () => {
    const cat = declaring("Who feeds the office cat?", "Ada feeds the cat.");
    const dog = declaring("Who walks the office dog?", "Eve walks the dog.");
    const { knowledge, source, clock } = knowledgeUnderTest({ "b.md": cat, "dog.md": dog });
    await knowledge.start();

    source.write({ "a.md": cat, "b.md": cat, "dog.md": dog });
    const worse = await knowledge.reload();
    expect(worse.declared).toMatchObject({ total: 3, passing: 2, nowPassing: [] });
    expect(worse.declared.nowFailing).toMatchObject([{ page: "b.md", line: 3 }]);

    source.write({ "b.md": cat, "dog.md": `${dog}\nEve likes it.\n` });
    const better = knowledge.reload();
    await clock.advance(1_000);
    expect((await better).declared).toMatchObject({
      total: 2,
      passing: 2,
      nowPassing: [{ page: "b.md" }],
      nowFailing: [],
    });
  });

  it("checks a restricted page's questions as somebody who may read it", async () => {
    const page = declaring("Who feeds the office cat?", "Ada feeds the cat.");
    const restricted = page.replace("---\n", "---\naudience: [slack:C7]\n");
    const { knowledge, source } = knowledgeUnderTest();
    await knowledge.start();
    source.write({ "cat.md": restricted });
    expect((await knowledge.reload()).declared).toMatchObject({ total: 1, passing: 1 });
  });

  it("names the gaps that have an answer now and the recent questions that are answered differently", async () => {
    const { knowledge, source } = knowledgeUnderTest(
      { ...LEAVE, "cat.md": "# Cat\n\nAda feeds the cat.\n" },
      {
        gaps: async () => [probe("Where is the printer?"), probe("What is a zebra?")],
        recent: async () =>
          ["How long is annual leave?", "How long is annual leave?", "Who feeds the cat?"].map(
            probe,
          ),
      },
    );
    await knowledge.start();
    source.write({
      ...LONGER,
      "cat.md": "# Cat\n\nAda feeds the cat.\n",
      "printer.md": "# Printer\n\nThe printer is in the hall.\n",
    });
    const report = await knowledge.reload();
    expect(report.answeredGaps).toEqual(["Where is the printer?"]);
    expect(report.changedAnswers.map(({ question }) => question)).toEqual([
      "How long is annual leave?",
    ]);
    expect(JSON.stringify(report.changedAnswers[0]?.before)).toContain("twelve");
    expect(JSON.stringify(report.changedAnswers[0]?.after)).toContain("thirty");
  });

  it("is given even where the store of gaps fails: the swap has been", async () => {
    const { knowledge, source, ask } = knowledgeUnderTest(LEAVE, {
      gaps: async () => {
        throw new Error("the store is down");
      },
    });
    await knowledge.start();
    source.write(LONGER);
    const report = await knowledge.reload();
    expect(report).toMatchObject({ changed: true, answeredGaps: [] });
    expect(await ask("How long is annual leave?")).toContain("thirty");
  });
});
