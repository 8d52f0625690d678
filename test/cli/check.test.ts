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

  describe("where hardly any page has an owner", () => {
    const nobodys = (...names: readonly string[]) =>
      Object.fromEntries(
        names.map((name) => [
          `${name}.md`,
          `# The ${name}\n\nThe ${name} stands beside the kitchen.\n`,
        ]),
      );
    const four = nobodys("printer", "scanner", "plotter", "shredder");

    it("says so in one line, after what is wrong with single pages", async () => {
      const folder = knowledgeFolder({ ...four, "faq.md": "# FAQ\n\nLunch is at noon.\n" });
      const { out } = await docent(["check", folder]);
      expect(out.split("\n").map((line) => line.replace(folder, ""))).toEqual([
        expect.stringMatching(/^\/faq\.md:1 warning: .*\(lone-heading\)$/u),
        " warning: None of the 5 pages has an owner, so nobody is asked when one is wrong. Write `owner:` and who keeps it up to date into the front matter of each; --json lists them. (no-owner, 5 times)",
        "",
        "5 pages, 5 passages: 0 errors, 6 warnings",
        "",
      ]);
    });

    it("gives scripts each of them, and counts each with --strict", async () => {
      const folder = knowledgeFolder(four);
      const { out } = await docent(["check", folder, "--json"]);
      const { problems } = JSON.parse(out) as { problems: { page: string; code: string }[] };
      expect(problems.map(({ page: path, code }) => `${path} ${code}`)).toEqual(
        Object.keys(four)
          .toSorted()
          .map((path) => `${path} no-owner`),
      );
      expect(
        (await docent(["check", folder, "--sarif", "-"])).out.match(/"ruleId"/gu),
      ).toHaveLength(4);
      expect((await docent(["check", folder, "--strict"])).code).toBe(1);
    });

    it("names single pages where others have one", async () => {
      const { out } = await docent(["check", knowledgeFolder({ ...four, "it/vpn.md": VPN })]);
      expect(out.match(/\(no-owner\)/gu)).toHaveLength(4);
    });
  });

  it("says that the README.md at the top is not read", async () => {
    const folder = knowledgeFolder({
      "it/vpn.md": VPN,
      "it/README.md": VPN,
      "README.md": "# Us\n",
    });
    const { code, out } = await docent(["check", folder, "--strict"]);
    expect([code, out.split("\n").slice(-3)]).toEqual([
      1,
      [
        expect.stringMatching(/^2 pages/u),
        "README.md is not read: at the top of the folder it is for those who write the pages. Rename it, for example to index.md, if people shall be answered from it.",
        "",
      ],
    ]);
    const { out: json } = await docent(["check", folder, "--json"]);
    expect(JSON.parse(json)).toMatchObject({ pages: 2, notRead: ["README.md"] });
  });

  it("reports links to files that are not there, and images", async () => {
    const shown = "The VPN connects laptops: ![The map](map.png), [the plan](plan.pdf).";
    const folder = knowledgeFolder({ "it/vpn.md": page("VPN", shown), "it/map.png": "" });
    expect((await docent(["check", folder])).out).toBe(
      `${folder}/it/vpn.md:8 warning: The link leads to it/plan.pdf, which is no file of the folder. Correct the path, or put the file there. (dead-file)\n\n1 page, 1 passage: 0 errors, 1 warning\n`,
    );
  });

  it("takes the folder behind --knowledge, too", async () => {
    const folder = knowledgeFolder(WARNING);
    expect((await docent(["check", "--knowledge", folder])).out).toBe(
      (await docent(["check", folder])).out,
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
    [["a", "--knowledge", "b"], "“a” is one argument too many"],
    [["--fix"], "Unknown option '--fix'"],
    [["--json", "--sarif", "-"], "cannot both be printed"],
  ])("%j is a wrong call: exit 2", async (args, message) => {
    const { code, out, errors } = await docent(["check", ...args]);
    expect([code, out]).toEqual([2, ""]);
    expect(errors).toContain(message);
    expect(errors).toContain("docent check [DIR]");
  });
});
