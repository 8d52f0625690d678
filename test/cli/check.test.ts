import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { docent } from "../support/command-line.ts";
import { page } from "../support/editions.ts";
import { emptyFolder, knowledgeFolder } from "../support/knowledge-folder.ts";
import { createPaper } from "../support/streams.ts";

const VPN = page("VPN", "The VPN connects laptops to the network of the company.");
const WARNING = { "it/vpn.md": page("VPN", "The VPN connects laptops.", "reviewd: x\n") };
const KEY = ["-----BEGIN", "PRIVATE KEY-----"].join(" ");
const ERROR = { "it/vpn.md": `${VPN}\n${KEY}\n` };

describe("docent check", () => {
  it("says so and exits 0 where nothing is wrong", async () => {
    const called = await docent(["check", knowledgeFolder({ "it/vpn.md": VPN }), "--strict"]);
    expect(called).toMatchObject({ code: 0, errors: "" });
    expect(called.out).toBe("1 page, 1 passage: 0 errors, 0 warnings\n");
  });

  it("prints page and line, what is wrong, and what to do; warnings exit 0", async () => {
    const folder = knowledgeFolder(WARNING);
    const { code, out } = await docent(["check", folder]);
    expect(code).toBe(0);
    expect(out).toBe(
      `${folder}/it/vpn.md:5 warning: \`reviewd\` is not known in front matter, did you mean \`reviewed\`? Rename it to \`reviewed\`. (unknown-key)\n\n1 page, 1 passage: 0 errors, 1 warning\n`,
    );
  });

  it("exits 1 on warnings with --strict, and on errors in any case", async () => {
    expect((await docent(["check", knowledgeFolder(WARNING), "--strict"])).code).toBe(1);
    expect((await docent(["check", knowledgeFolder(ERROR)])).code).toBe(1);
  });

  it("--json prints one object", async () => {
    const folder = knowledgeFolder(WARNING);
    const { code, out } = await docent(["check", folder, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      folder,
      pages: 1,
      passages: 1,
      errors: 0,
      warnings: 1,
      problems: [{ page: "it/vpn.md", line: 5, severity: "warning", code: "unknown-key" }],
    });
  });

  it("--sarif writes what code review shows beside the pages", async () => {
    const folder = knowledgeFolder({ ...WARNING, "it/a b.md": ERROR["it/vpn.md"] });
    const file = join(emptyFolder(), "check.sarif");
    const { code, out } = await docent(["check", folder, "--sarif", file]);
    expect([code, out.includes("1 error")]).toEqual([1, true]);
    const sarif = JSON.parse(readFileSync(file, "utf8")) as {
      version: string;
      runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, unknown>[] }[];
    };
    expect(sarif.version).toBe("2.1.0");
    const [run] = sarif.runs;
    expect(run?.tool.driver.rules.map(({ id }) => id)).toContain("secret");
    const secret = run?.results.find(({ ruleId }) => ruleId === "secret");
    expect(secret).toMatchObject({
      level: "error",
      locations: [{ physicalLocation: { region: { startLine: 10 } } }],
    });
    expect(JSON.stringify(secret)).toContain("it/a%20b.md");
  });

  it("--sarif - prints it alone", async () => {
    const { out } = await docent(["check", knowledgeFolder(WARNING), "--sarif", "-"]);
    expect(JSON.parse(out)).toMatchObject({ version: "2.1.0" });
  });

  it("reports an answer that Slack and Discord cut, drawn as they draw it", async () => {
    const turns = Array.from({ length: 120 }, (_, at) => `turn lever ${at} left and wait a little`);
    const text = `To start the machine, ${turns.join(",\n")}.`;
    const asked = 'questions: ["How do I start the machine?"]\n';
    const folder = knowledgeFolder({ "machine.md": page("Start the machine", text, asked) });
    const { out } = await docent(["check", folder]);
    expect(out).toMatch(
      /“How do I start the machine\?” is cut in Slack \(\d+ lines hidden\) and in Discord \(\d+ lines hidden\)/u,
    );
  });

  it("shows what it does on a terminal where it takes longer than a second", async () => {
    const stderr = createPaper({ isTTY: true });
    const stdout = createPaper({ isTTY: true, columns: 80 });
    let elapsed = 0;
    const stopwatch = (): number => (elapsed += 700);
    await docent(
      [
        "check",
        knowledgeFolder({ "it/vpn.md": VPN, "it/tv.md": page("TV", "A TV shows pictures.") }),
      ],
      {
        world: { stderr, stdout, stopwatch },
      },
    );
    expect(stderr.text).toMatch(/Questions and headings asked: 2 of 2\r\u001B\[K$/);
  });

  it("exits 1 where there is no such folder", async () => {
    const { code, errors } = await docent(["check", join(emptyFolder(), "nothing")]);
    expect(code).toBe(1);
    expect(errors).toContain("There is no knowledge folder");
  });

  it.each([
    [["a", "b"], "one argument too many"],
    [["--fix"], "Unknown option '--fix'"],
    [["--json", "--sarif", "-"], "cannot both be printed"],
  ])("%j is a wrong call: exit 2", async (args, message) => {
    const { code, out, errors } = await docent(["check", ...args]);
    expect([code, out]).toEqual([2, ""]);
    expect(errors).toContain(message);
    expect(errors).toContain("docent check [DIR]");
  });
});
