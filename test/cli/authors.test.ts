import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildCore } from "../../cli/build-core.ts";
import { docent } from "../support/command-line.ts";
import { emptyFolder, knowledgeFolder } from "../support/knowledge-folder.ts";
import { PAGES } from "../support/pages.ts";

const REAL = { world: { build: buildCore } };

describe("docent why", () => {
  it("shows the words, the signals and what competed, and --json the same for scripts", async () => {
    const knowledge = knowledgeFolder(PAGES);
    const call = ["why", "--knowledge", knowledge, "where is the colour printer?"];
    const { code, out } = await docent(call, REAL);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Answered from it\/printers\.md:10: confidence .*Candidates, best first\n.*Printers › Colour printer/su,
    );
    const { out: json } = await docent([...call, "--json"], REAL);
    expect(JSON.parse(json)).toMatchObject({ outcome: { kind: "found" } });
    expect(json).toContain("it/printers.md#colour-printer");
  });

  it("wants a question: exit 2", async () => {
    expect((await docent(["why"])).code).toBe(2);
  });
});

describe("docent topics", () => {
  it("lists the pages that everybody may read, and --json the same for scripts", async () => {
    const knowledge = knowledgeFolder(PAGES);
    const { code, out } = await docent(["topics", "--knowledge", knowledge], REAL);
    expect([code, out]).toEqual([0, "It\n\n• Printers (it/printers.md)\n• VPN (it/vpn.md)\n"]);
    const { out: json } = await docent(["topics", "--knowledge", knowledge, "--json"], REAL);
    expect(JSON.parse(json)).toMatchObject([{ name: "It", pages: [{ title: "Printers" }, {}] }]);
  });

  it("takes no question: exit 2", async () => {
    expect((await docent(["topics", "databases"])).code).toBe(2);
    const misspelt = await docent(["status", "--josn"]);
    expect(misspelt.code).toBe(2);
    expect(misspelt.errors).toContain("There is no option --josn");
  });
});

describe("docent new", () => {
  it("makes a page that belongs to whoever owns its neighbours, and prints its path", async () => {
    const knowledge = knowledgeFolder(PAGES);
    const { code, out, errors } = await docent([
      "new",
      "Badge printer",
      "--folder",
      "it/",
      "--knowledge",
      knowledge,
    ]);
    expect([code, out]).toEqual([0, `${knowledge}/it/badge-printer.md\n`]);
    expect(errors).toContain("docent check");
    const text = readFileSync(join(knowledge, "it/badge-printer.md"), "utf8");
    expect(text).toContain('owner: "it-team"\nreviewed: 2026-11-20\n');
  });

  it("makes the first page of a folder that is not there yet", async () => {
    const knowledge = join(emptyFolder(), "pages");
    const { code } = await docent(["new", "VPN", "--owner", "ann", "--knowledge", knowledge]);
    expect([code, existsSync(join(knowledge, "vpn.md"))]).toEqual([0, true]);
    const again = await docent(["new", "VPN", "--knowledge", knowledge]);
    expect(again).toMatchObject({ code: 1, out: "" });
    expect(again.errors).toContain("vpn.md is already there. Give the page another title");
  });

  it.each([
    [[], "The page has no title"],
    [["VPN", "--folder", "../out"], "inside of the knowledge"],
  ])("%j is a wrong call: exit 2", async (args, message) => {
    const { code, errors } = await docent(["new", ...args]);
    expect([code, errors.includes(message)]).toEqual([2, true]);
  });
});
