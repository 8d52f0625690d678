import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { docent } from "../support/command-line.ts";
import { page } from "../support/editions.ts";
import { emptyFolder, git, knowledgeFolder, write } from "../support/knowledge-folder.ts";

const TONER = page(
  "Toner",
  "## Order toner\n\nOrder toner at the service desk.",
  'questions: ["How do I order toner?"]\n',
);
const VPN = page(
  "VPN",
  "## Reset a VPN token\n\nReset a VPN token in the portal.",
  'questions: ["How do I reset a VPN token?"]\n',
);
const MOVED = VPN.replace("in the portal", "at the desk of @ann #1 <script>");

/** A repository whose knowledge lost a page and changed another since its first commit, and again since its last. */
function repository(): string {
  const top = emptyFolder();
  git(top, "init", "--quiet", "--initial-branch=main");
  write(top, { "pages/toner.md": TONER, "pages/vpn.md": VPN, "README.md": "# About" });
  git(top, "add", ".");
  git(top, "commit", "--quiet", "-m", "First");
  git(top, "tag", "first");
  git(top, "rm", "--quiet", "pages/toner.md");
  git(top, "commit", "--quiet", "-m", "No toner");
  write(top, { "pages/vpn.md": MOVED });
  return top;
}

describe("docent diff of two folders", () => {
  it("says that nothing changes and exits 0", async () => {
    const folder = knowledgeFolder({ "vpn.md": VPN });
    const called = await docent(["diff", folder, folder]);
    expect(called).toMatchObject({ code: 0, errors: "" });
    expect(called.out).toBe("1 question asked: 0 lost, 0 changed, 0 newly ambiguous, 0 gained\n");
  });

  it("says what to do where no page declares a question", async () => {
    const folder = knowledgeFolder({ "vpn.md": "# VPN\n\nThe VPN connects laptops.\n" });
    const { code, out } = await docent(["diff", folder, folder]);
    expect(code).toBe(0);
    expect(out).toMatch(/^No question was asked: .* --questions\.\n$/u);
    const comment = (await docent(["diff", folder, folder, "--markdown"])).out;
    expect(comment).toMatch(/^### .*\n\nNo question was asked: .* --questions\.\n$/u);
  });

  it("exits 1 where an answer is lost, and shows it", async () => {
    const base = knowledgeFolder({ "vpn.md": VPN, "toner.md": TONER });
    const head = knowledgeFolder({ "vpn.md": MOVED });
    const { code, out } = await docent(["diff", base, head]);
    expect(code).toBe(1);
    expect(out).toContain(
      "lost: How do I order toner?\n  before: toner.md:11 Order toner at the service desk.\n",
    );
    expect(out).toContain("changed: How do I reset a VPN token?\n");
    const gained = await docent(["diff", head, base]);
    expect([gained.code, gained.out.includes("gained: How do I order toner?")]).toEqual([0, true]);
  });

  it("asks the questions of a file, too", async () => {
    const base = knowledgeFolder({ "vpn.md": VPN });
    const head = knowledgeFolder({ "vpn.md": VPN, "toner.md": TONER.replace(/questions.*\n/, "") });
    const asked = join(knowledgeFolder({ "asked.txt": "\nhow to order toner\n" }), "asked.txt");
    expect((await docent(["diff", base, head, "--questions", asked])).out).toContain(
      "gained: how to order toner",
    );
    const input = "how to order toner\n";
    expect((await docent(["diff", base, head, "--questions", "-"], { input })).out).toContain(
      "gained: how to",
    );
    const missing = await docent(["diff", base, head, "--questions", `${asked}.txt`]);
    expect([missing.code, missing.errors.includes("cannot be read")]).toEqual([1, true]);
  });

  it("--json prints one object", async () => {
    const base = knowledgeFolder({ "vpn.md": VPN, "toner.md": TONER });
    const head = knowledgeFolder({ "vpn.md": VPN });
    const { out } = await docent(["diff", base, head, "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      base,
      head,
      asked: 2,
      lost: [{ question: "How do I order toner?" }],
    });
  });

  it("--markdown makes a comment that mentions and formats nothing of the pages'", async () => {
    const base = knowledgeFolder({ "vpn.md": VPN, "toner.md": TONER });
    const head = knowledgeFolder({ "vpn.md": MOVED });
    const { code, out } = await docent(["diff", base, head, "--markdown"]);
    expect(code).toBe(1);
    expect(out).toMatch(/^### What this changes for people who ask\n/);
    expect(out).toContain("| 1 | 1 | 0 | 0 |");
    expect(out).toContain("#### Lost (1)");
    expect(out).toContain(
      "- **How do I order toner?**\n  - Before, `toner.md:11`: Order toner at the service desk.",
    );
    expect(out).toContain("at the desk of &#64;ann &#35;1 &#60;script&#62;");
  });
});

describe("docent diff of git revisions", () => {
  it("compares the knowledge folder at two of them, and leaves the repository as it was", async () => {
    const top = repository();
    const before = git(top, "status", "--porcelain");
    const knowledge = join(top, "pages");
    const { code, out, errors } = await docent(["diff", "first", "main", "--knowledge", knowledge]);
    expect([code, errors]).toEqual([1, ""]);
    expect(out).toContain("lost: How do I order toner?");
    expect(out).toMatch(/2 questions asked: 1 lost, 0 changed/);
    expect(git(top, "status", "--porcelain")).toBe(before);
    expect(git(top, "diff", "--cached", "--name-only")).toBe("");
  });

  it("reads a revision of the repository of the folder beside it, where no knowledge is configured", async () => {
    const knowledge = join(repository(), "pages");
    const { code, out } = await docent(["diff", "first", knowledge]);
    expect(code).toBe(1);
    expect(out).toMatch(/2 questions asked: 1 lost, 1 changed/);
  });

  it("compares a revision with the folder as it is", async () => {
    const knowledge = join(repository(), "pages");
    const { code, out } = await docent(["diff", "main", knowledge, "--knowledge", knowledge]);
    expect([code, out.includes("1 question asked: 0 lost, 1 changed")]).toEqual([0, true]);
  });

  it("takes a name that is a branch and a folder for the branch, and ./NAME for the folder", async () => {
    const knowledge = join(repository(), "pages");
    const docs = await docent(["diff", "main", "docs", "--knowledge", knowledge]);
    expect(docs.errors).toBe("");
    git(knowledge, "branch", "docs", "first");
    const branch = await docent(["diff", "main", "docs", "--knowledge", knowledge]);
    expect([branch.code, branch.out.includes("gained: How do I order toner?")]).toEqual([0, true]);
    const folder = await docent(["diff", "main", "./docs", "--knowledge", knowledge]);
    expect(folder.out).toBe(docs.out);
  });

  it("finds a folder that is not there any more", async () => {
    const top = repository();
    git(top, "mv", "pages", "wiki");
    const knowledge = join(top, "pages");
    const { code, errors } = await docent(["diff", "first", "main", "--knowledge", knowledge]);
    expect([code, errors]).toEqual([1, ""]);
  });

  it.each([
    ["nowhere", "nowhere is neither a folder nor a git revision. Name a folder"],
    ["--upload-pack=x", "Unknown option"],
  ])("%s: exits with what to do", async (name, message) => {
    const knowledge = join(repository(), "pages");
    const { code, errors } = await docent(["diff", "main", name, "--knowledge", knowledge]);
    expect(code).toBeGreaterThan(0);
    expect(errors).toContain(message);
  });

  it("says so where the revision has no such folder, and where there is no repository", async () => {
    const top = repository();
    const other = await docent(["diff", "first", "main", "--knowledge", join(top, "wiki")]);
    expect([other.code, other.errors]).toEqual([
      1,
      "first has no folder wiki. Name the folder that the pages were in then: --knowledge DIR.\n",
    ]);
    const none = await docent(["diff", "first", "main", "--knowledge", emptyFolder()]);
    expect([none.code, none.errors.includes("is in no git repository")]).toEqual([1, true]);
  });

  it.each([
    [["one"], "two to compare"],
    [["one", "two", "three"], "two to compare"],
    [["one", "two", "--markdown", "--json"], "exclude each other"],
  ])("%j is a wrong call: exit 2", async (args, message) => {
    const { code, errors } = await docent(["diff", ...args]);
    expect([code, errors.includes(message)]).toEqual([2, true]);
  });
});
