import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { docent } from "../support/command-line.ts";
import { emptyFolder, knowledgeFolder } from "../support/knowledge-folder.ts";
import { PAGES } from "../support/pages.ts";

const FAILING = `- ask: Where is the colour printer?\n  expect: it/vpn.md\n- ask: Who won <the> & "cup"?\n  abstain: true\n`;

describe("docent test", () => {
  it("counts what holds and exits 0 where all does", async () => {
    const called = await docent(["test", knowledgeFolder(PAGES)]);
    expect(called).toMatchObject({ code: 0, out: "4 of 4 questions hold\n", errors: "" });
  });

  it("takes the folder behind --knowledge, too", async () => {
    const called = await docent(["test", "--knowledge", knowledgeFolder(PAGES)]);
    expect(called).toMatchObject({ code: 0, out: "4 of 4 questions hold\n" });
  });

  it("says how to begin where no question is declared, and exits 0", async () => {
    const folder = knowledgeFolder({ "vpn.md": "# VPN\n\nThe VPN connects laptops.\n" });
    expect(await docent(["test", folder])).toMatchObject({
      code: 0,
      out: "No page declares a question yet: write `questions:` and what people ask into the front matter of a page, and each is asked here.\n",
    });
    expect(JSON.parse((await docent(["test", folder, "--json"])).out)).toMatchObject({ total: 0 });
  });

  it("shows what answered instead, and why, and exits 1", async () => {
    const folder = knowledgeFolder({ ...PAGES, "questions.yaml": FAILING });
    const { code, out } = await docent(["test", folder]);
    expect(code).toBe(1);
    expect(out).toContain(
      `${folder}/questions.yaml:1 “Where is the colour printer?” is answered from it/vpn.md: not so\n  Answered from it/printers.md:10 (Printers › Colour printer)`,
    );
    expect(out).toMatch(/\n5 of 6 questions hold\n$/);
  });

  it("exits 1 where questions.yaml is broken", async () => {
    const folder = knowledgeFolder({ ...PAGES, "questions.yaml": "- ask: x\n" });
    const { code, out } = await docent(["test", folder]);
    expect(code).toBe(1);
    expect(out).toContain("questions.yaml:1 The entry expects nothing. Write `- ask:");
  });

  it("--json prints one object, the same each time", async () => {
    const folder = knowledgeFolder({ ...PAGES, "questions.yaml": FAILING });
    const { out } = await docent(["test", "--json", folder]);
    expect(JSON.parse(out)).toMatchObject({ total: 6, passing: 5, problems: [] });
    const { questions } = JSON.parse(out) as { questions: Record<string, unknown>[] };
    expect(questions[2]).toEqual({
      question: "Where is the colour printer?",
      page: "it/printers.md",
      line: 4,
      wants: "is answered from it/printers.md",
      holds: true,
      kind: "found",
      confidence: expect.any(Number) as number,
      answeredFrom: ["it/printers.md#colour-printer"],
      because: [],
    });
    expect((await docent(["test", "--json", folder])).out).toBe(out);
  });

  it("--junit writes a suite for each page, whatever is in its questions", async () => {
    const folder = knowledgeFolder({ ...PAGES, "questions.yaml": FAILING });
    const file = join(emptyFolder(), "junit.xml");
    expect((await docent(["test", folder, "--junit", file])).code).toBe(1);
    const xml = readFileSync(file, "utf8");
    expect(xml).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="docent test" tests="6" failures="1"/,
    );
    expect(xml).toContain(`questions.yaml" tests="2" failures="1"`);
    expect(xml).toContain("“Who won &lt;the&gt; &amp; &quot;cup&quot;?” is not answered");
    expect(xml).toMatch(/<failure message="Answered from it\/printers\.md:10/);
  });

  it("--junit - prints it alone", async () => {
    const { out } = await docent(["test", knowledgeFolder(PAGES), "--junit", "-"]);
    expect(out).toMatch(/^<\?xml/);
    expect(out).toMatch(/<\/testsuites>\n$/);
  });

  it("exits 1 where the report cannot be written", async () => {
    const file = join(emptyFolder(), "no", "where.xml");
    const { code, errors } = await docent(["test", knowledgeFolder(PAGES), "--junit", file]);
    expect([code, errors.includes("The report cannot be written")]).toEqual([1, true]);
  });

  it.each([
    [["a", "b"], "one argument too many"],
    [["--json", "--junit", "-"], "cannot both be printed"],
  ])("%j is a wrong call: exit 2", async (args, message) => {
    const { code, errors } = await docent(["test", ...args]);
    expect([code, errors.includes(message)]).toEqual([2, true]);
  });
});
