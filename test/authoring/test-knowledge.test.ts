import { describe, expect, it } from "vitest";
import { testKnowledge } from "../../src/authoring/test-knowledge.ts";
import type { Tested } from "../../src/authoring/test-knowledge.ts";
import type { DeclaredQuestion } from "../../src/types.ts";
import { editionOf } from "../support/editions.ts";
import { PAGES } from "../support/pages.ts";

async function run(
  pages: Readonly<Record<string, string>>,
  questions?: string,
): Promise<readonly Tested[]> {
  const { source, snapshot } = editionOf(pages, questions === undefined ? {} : { questions });
  return (await testKnowledge(source, snapshot)).tested;
}

/** A declared question that the index knows nothing of. */
async function runDeclared(
  question: Pick<DeclaredQuestion, "page" | "kind"> & { readonly text?: string },
): Promise<readonly Tested[]> {
  const { source, snapshot } = editionOf(PAGES);
  const declared = { text: "Where is the colour printer?", line: 5, ...question };
  return (await testKnowledge(source, { ...snapshot, declared: async () => [declared] })).tested;
}

describe("testing knowledge", () => {
  it("asks what pages declare, restricted ones as somebody who may read them", async () => {
    const tested = await run(PAGES);
    expect(tested.map(({ text, holds }) => [text, holds])).toEqual([
      ["How do I reset my VPN token?", true],
      ["Where is the colour printer?", true],
      ["How long can a sabbatical be?", true],
      ["When is the garage code changed?", true],
    ]);
    expect(tested[0]?.wants).toBe("is answered from it/vpn.md#reset-your-token");
  });

  it("tells what answered instead of the page that declares the question, and why", async () => {
    const [one] = await runDeclared({ page: "it/vpn.md", kind: "answers" });
    expect(one).toMatchObject({ page: "it/vpn.md", line: 5, holds: false });
    expect(one?.because[0]).toMatch(
      /^Answered from it\/printers\.md:10 \(Printers › Colour printer\), confidence [01]\.\d\d: “The colour/u,
    );
    expect(one?.because[1]).toContain("it/vpn.md");
  });

  it("fails a question that must not be answered from a page and is", async () => {
    const [one] = await runDeclared({ page: "it/printers.md", kind: "never" });
    expect(one).toMatchObject({ holds: false, wants: "is never answered from it/printers.md" });
    expect(one?.because[0]).toContain("Answered from it/printers.md:10");
  });

  it("names the words that the knowledge does not have", async () => {
    const text = "Where is the zeppelin of the quokka?";
    const [one] = await runDeclared({ page: "it/vpn.md", kind: "answers", text });
    expect(one?.because[0]).toMatch(/^Nothing was answered/);
    expect(one?.because[1]).toBe("The knowledge does not have “zeppelin”, “quokka”.");
  });

  it("asks questions.yaml: page, section, text, silence", async () => {
    const questions = `
- ask: How do I reset my VPN token?
  expect: it/vpn.md#reset-your-token
  expect-text: Scan the new code
- question: Where is the colour printer?
  expect: [it/vpn.md, it/printers.md]
- ask: Who won the cup final?
  abstain: true
- ask: How long can a sabbatical be?
  expect: hr/leave.md
- ask: Where is the colour printer?
  expect-text: [first floor]
- ask: Where is the colour printer?
  abstain: true
- ask: Who won the cup final?
  expect: it/vpn.md
`;
    const tested = (await run(PAGES, questions)).filter(({ page }) => page === "questions.yaml");
    expect(tested.map(({ line, holds }) => [line, holds])).toEqual([
      [2, true],
      [5, true],
      [7, true],
      [9, true],
      [11, false],
      [13, false],
      [15, false],
    ]);
    expect(tested[4]?.wants).toBe("says “first floor”");
    expect(tested[4]?.because[0]).toContain("it/printers.md");
    expect(tested[6]?.because[0]).toMatch(/^Nothing was answered/);
    expect(tested[6]?.because.join("\n")).toContain("it/vpn.md");
  });

  it("gives the same verdicts in the same order each time", async () => {
    expect(await run(PAGES)).toEqual(await run(PAGES));
  });

  it.each([
    ["{ask: x}", "not a list"],
    ["- [", "not readable YAML"],
    ["- just words", "no keys"],
    ["- expect: it/vpn.md", "asks nothing"],
    ["- ask: x", "expects nothing"],
    ["- ask: x\n  abstain: perhaps", "true or false"],
    ["- ask: x\n  abstain: true\n  expect: it/vpn.md", "at once"],
    ["- ask: x\n  expect: {a: b}", "text or a list of texts"],
    ["- ask: x\n  exclude: y", "not known"],
    ["- ask: x\n  expect: it/vpn.md#tokens", "does not have"],
  ])("reports %j", async (questions, message) => {
    const { source, snapshot } = editionOf(PAGES, { questions });
    const { problems } = await testKnowledge(source, snapshot);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ page: "questions.yaml", severity: "error" });
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.remedy).not.toBe("");
  });

  it.each(["", "# only a comment\n", "[]"])("takes %j as no questions", async (questions) => {
    const { source, snapshot } = editionOf(PAGES, { questions });
    const { tested, problems } = await testKnowledge(source, snapshot);
    expect([tested.length, problems]).toEqual([4, []]);
  });
});
