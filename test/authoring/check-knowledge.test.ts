import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/types.ts";
import { editionOf, page, problemsOf } from "../support/editions.ts";

const VPN = page("VPN", "The VPN connects laptops to the network of the company.");
const PRINTERS = page("Printers", "The colour printer stands beside the kitchen.");

async function check(
  pages: Readonly<Record<string, string>>,
  options: { readonly questions?: string; readonly synonyms?: string } = {},
): Promise<readonly Problem[]> {
  return problemsOf(editionOf(pages, options));
}

/** Where and what, without the sentences. */
function briefly(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ page, line, severity, code }) => `${page}:${line} ${severity} ${code}`);
}

describe("checking knowledge", () => {
  it("finds nothing wrong with pages that are well made", async () => {
    expect(await check({ "it/vpn.md": VPN, "it/printers.md": PRINTERS })).toEqual([]);
  });

  it("reports what is wrong with front matter", async () => {
    const problems = await check({
      "vpn.md": page("VPN", "The VPN connects laptops.", "reviewd: x\n"),
    });
    expect(briefly(problems)).toEqual(["vpn.md:5 warning unknown-key"]);
    expect(problems[0]?.message).toContain("did you mean `reviewed`?");
  });

  it.each(["Overview", "Benefits", "How it works", "Step 2", "Pros and cons", "When to use it"])(
    "reports the heading “%s”, which cannot stand alone",
    async (heading) => {
      const body = `The VPN connects laptops.\n\n## ${heading}\n\nLaptops reach the wiki from home.`;
      const problems = await check({ "vpn.md": page("VPN", body) });
      expect(briefly(problems)).toEqual(["vpn.md:10 warning lone-heading"]);
      expect(problems[0]?.remedy).toContain(`${heading}: VPN`);
    },
  );

  it("proposes no name where neither title nor headings tell one", async () => {
    const body = "It was founded in 2019.\n\n## Options\n\nLaptops reach the wiki from home.";
    const problems = await check({ "history.md": page("History", body) });
    expect(problems.map(({ remedy }) => /“(.*)”/u.exec(remedy)?.[1])).toEqual([
      "History: NAME",
      "Options: NAME",
    ]);
  });

  it("reports the headings of a list of changes once each, with the version in what it proposes", async () => {
    const body = [
      "All that changes.",
      "## [1.1.0] - 2026-02-18\n\nFor laptops.\n\n### Added\n\n- Laptops reach the wiki.",
      "### Fixed\n\n- The tunnel broke.",
      "## [1.0.1] - 2026-01-02\n\nFor tokens.\n\n### Fixed\n\n- The token expired.",
      "## v1.0.0 - 2025-12-24\n\nThe first version.",
      "## V8\n\nThe engine was exchanged.",
    ].join("\n\n");
    const problems = await check({ "changes.md": page("VPN changelog", body) });
    expect(
      problems.map(({ message, remedy }) => [
        /“.*on this page/u.exec(message)?.[0] ?? "once",
        /“(.*)”/u.exec(remedy)?.[1],
      ]),
    ).toEqual([
      ["once", "VPN changelog: 1.1.0 - 2026-02-18"],
      ["once", "Added: VPN changelog 1.1.0 - 2026-02-18"],
      ["“Fixed”, 2 times on this page", "Fixed: VPN changelog 1.1.0 - 2026-02-18"],
      ["once", "VPN changelog: 1.0.1 - 2026-01-02"],
      ["once", "VPN changelog: v1.0.0 - 2025-12-24"],
    ]);
  });

  it("leaves headings alone that name their thing", async () => {
    const body =
      "The VPN connects laptops.\n\n## How the VPN works\n\nIt encrypts.\n\n## Step 2: tokens\n\nTokens are scanned.";
    expect(briefly(await check({ "vpn.md": page("VPN", body) }))).toEqual([]);
  });

  it("reports two pages of one title", async () => {
    const problems = await check({
      "a.md": VPN,
      "b.md": page("VPN", "Printers print on both sides."),
    });
    expect(briefly(problems)).toContain("b.md:1 warning duplicate-title");
  });

  it("reports an alias that another page has, and one that is another page's title", async () => {
    const problems = await check({
      "a.md": page("Tunnels", "A tunnel connects laptops.", "aliases: [remote access]\n"),
      "b.md": page("Printers", "A printer prints.", "aliases:\n  - Remote Access\n  - tunnels\n"),
    });
    expect(briefly(problems)).toEqual([
      "b.md:6 warning repeated-alias",
      "b.md:7 warning shadowed-title",
    ]);
    expect(problems[0]?.message).toContain("a.md");
  });

  it("reports a question that two pages declare, whatever its case and punctuation", async () => {
    const problems = await check({
      "a.md": page("VPN", "The VPN connects laptops.", "questions: [What is a tunnel?]\n"),
      "b.md": page("Printers", "A printer prints.", "questions: [what is a tunnel]\n"),
    });
    expect(briefly(problems)).toContain("b.md:5 warning repeated-question");
  });

  it("reports a question that a page declares both to answer and never to answer", async () => {
    const both = 'questions: ["What is a VPN?"]\nnever: ["What is a VPN?"]\n';
    const problems = await check({ "a.md": page("VPN", "The VPN connects laptops.", both) });
    expect(briefly(problems)).toContain("a.md:6 warning repeated-question");
  });

  it("reports two pages that compete for the same question, once", async () => {
    const body = "## Reset a token\n\nReset a token in the portal under security.";
    const problems = await check({
      "it/a.md": page("Laptop accounts", body),
      "it/b.md": page("Laptop logins", body),
      "it/c.md": PRINTERS,
    });
    const competing = problems.filter(({ code }) => code === "competing-pages");
    expect(competing).toHaveLength(1);
    expect(competing[0]).toMatchObject({ page: "it/a.md", line: 8 });
    expect(competing[0]?.message).toMatch(/“Reset a token”.*it\/a\.md:8 and it\/b\.md:8/u);
  });

  it("reports a passage that no question and no heading leads to", async () => {
    const sections = Array.from(
      { length: 8 },
      (_, index) => `## Travel expenses\n\nTravel expenses of year ${index} are paid.`,
    );
    const problems = await check({ "a.md": page("Travel", sections.join("\n\n")) });
    expect(problems.map(({ code }) => code)).toContain("unreached-passage");
    expect(problems.find(({ code }) => code === "unreached-passage")?.remedy).toMatch(
      /-> #travel-expenses/,
    );
  });

  it("reports links to pages and sections that are not there", async () => {
    const body = "See [the printers](printer.md) and [tokens](#tokens) of the VPN.";
    const problems = await check({ "vpn.md": page("VPN", body), "printers.md": PRINTERS });
    expect(briefly(problems)).toEqual([
      "vpn.md:8 warning dead-anchor",
      "vpn.md:8 warning dead-link",
    ]);
    expect(problems[1]?.remedy).toContain("printers.md");
  });

  it("reports an image without a text, with its line", async () => {
    const body = "The VPN connects laptops:\n![](login.png) and ![The form](form.png).";
    const problems = await check({ "vpn.md": page("VPN", body) });
    expect(briefly(problems)).toEqual(["vpn.md:9 warning bare-image"]);
  });

  it("reports a page without an owner, and one not reviewed for over a year", async () => {
    const problems = await check({
      "a.md": "---\ntitle: VPN\nreviewed: 2025-11-20\n---\n# VPN\n\nThe VPN connects laptops.\n",
      "b.md": page("Printers", "A printer prints."),
    });
    expect(briefly(problems)).toEqual(["a.md:1 warning no-owner", "a.md:3 warning review-overdue"]);
    expect(problems[1]?.message).toContain("366 days ago");
  });

  it("reports what tries to ping, in text and front matter, but not in code", async () => {
    const body =
      "Tell <!channel> first.\n\nThen <@U123ABC>, or @everyone.\n\nWrite `@here` or a@here.example.";
    const problems = await check({
      "a.md": page("VPN", body, 'questions: ["Who tells @channel about the VPN?"]\n'),
    });
    expect(briefly(problems)).toEqual([
      "a.md:5 warning ping",
      "a.md:9 warning ping",
      "a.md:11 warning ping",
    ]);
  });

  it("reports broken questions.yaml, and what it expects from nowhere", async () => {
    const questions = `- ask: What is a VPN?\n  expcet: vpn.md\n- ask: What is a printer?\n  expect: printer.md\n- ask: Who prints?\n  expect: printers.md#colour\n`;
    const problems = await check({ "vpn.md": VPN, "printers.md": PRINTERS }, { questions });
    expect(briefly(problems)).toEqual([
      "questions.yaml:2 error unknown-key",
      "questions.yaml:3 error unknown-target",
      "questions.yaml:5 error unknown-target",
    ]);
    expect(problems[1]?.remedy).toBe("Write `printers.md`.");
  });

  it("asks about a restricted page as somebody who may read it", async () => {
    const secret = page("Payroll", "The payroll runs on the third.", "audience: [hr]\n");
    expect(await check({ "hr/payroll.md": secret, "it/vpn.md": VPN })).toEqual([]);
  });

  it("reports a page whose answers did not help since it was last reviewed", async () => {
    const edition = editionOf({
      "vpn.md": page("VPN", "The VPN connects laptops to the network."),
      "lift.md": page("Lift", "The lift goes to the fourth floor."),
    });
    const later = Date.parse("2026-11-04T09:00:00Z");
    const earlier = Date.parse("2026-11-01T09:00:00Z");
    const problems = await problemsOf(
      edition,
      [],
      [
        { page: "vpn.md", helpful: 7, notHelpful: 3, latest: later },
        { page: "lift.md", helpful: 0, notHelpful: 1, latest: earlier },
        { page: "gone.md", helpful: 0, notHelpful: 9, latest: later },
      ],
    );
    expect(problems).toMatchObject([
      {
        page: "vpn.md",
        severity: "warning",
        code: "voted-down",
        message: "3 of 10 votes on answers from this page say that it did not help",
      },
    ]);
    expect(problems[0]?.remedy).toContain("docent gaps");
  });

  it("asks every question and heading, and counts", async () => {
    const { source, snapshot } = editionOf({ "a.md": VPN, "b.md": PRINTERS });
    const { checkKnowledge } = await import("../../src/authoring/check-knowledge.ts");
    const counts: string[] = [];
    const onProgress = (done: number, total: number): void => void counts.push(`${done}/${total}`);
    await checkKnowledge(source, snapshot, { now: 0, screens: [], onProgress });
    expect(counts).toEqual(["1/2", "2/2"]);
  });
});

describe("an answer that a platform cuts", () => {
  it("is reported once, with the platform and how much is hidden", async () => {
    const edition = editionOf({
      "vpn.md": page("VPN", "The VPN connects laptops.", "questions: [What is a VPN?]\n"),
    });
    const problems = await problemsOf(edition, [
      { name: "Slack", omittedLines: () => 3 },
      { name: "Discord", omittedLines: () => 0 },
      { name: "Telegraph", omittedLines: () => 1 },
    ]);
    expect(briefly(problems)).toEqual(["vpn.md:9 warning cut-answer"]);
    expect(problems[0]?.message).toContain(
      "“What is a VPN?” is cut in Slack (3 lines hidden) and in Telegraph (1 line hidden)",
    );
  });
});
