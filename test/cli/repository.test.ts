import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createReadPages } from "../../cli/read-pages.ts";
import { docent } from "../support/command-line.ts";
import { GIT_ENV, removeRepository, testRepository } from "../support/git.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const VPN = `---
questions:
  - How do I reset my VPN token?
---
# VPN

To reset your VPN token, call 4711.
`;

/** Knowledge on `main`, and without the way to reset a token on `shorter`; `docent` is called with it. */
function published() {
  const repository = testRepository({ "docs/kb/it/vpn.md": VPN });
  repository.git("checkout", "--quiet", "-b", "shorter");
  repository.commit({ "docs/kb/lunch.md": "# Lunch\n\nThere is soup at noon.\n" }, (work) =>
    rmSync(join(work, "docs/kb/it/vpn.md")),
  );
  repository.git("push", "--quiet", repository.bare, "shorter", "+main:main");
  const source = `git+${repository.url}#main:docs/kb`;
  const env = { KNOWLEDGE_SOURCE: source, DATA_DIR: temporaryFolder() };
  const world = { env, readPages: createReadPages(GIT_ENV) };
  const call = (...args: readonly string[]) => docent(args, { world });
  return { repository, source, call };
}

describe("with a repository as the knowledge", () => {
  it("check fetches it and names files as they stand in the repository", async () => {
    const { call } = published();
    const { out, code } = await call("check");
    expect(out).toMatch(/^docs\/kb\/it\/vpn\.md(?::\d+)? warning: /mu);
    expect(out).toContain("1 page, 1 passage: 0 errors");
    expect(code).toBe(0);
  });

  it("test asks what its pages declare", async () => {
    const { call } = published();
    expect(await call("test")).toMatchObject({ out: "1 of 1 question hold\n", code: 0 });
  });

  it("test sees the commit of just now", async () => {
    const { call, repository } = published();
    await call("test");
    repository.git("checkout", "--quiet", "main");
    repository.commit({
      "docs/kb/it/vpn.md": VPN.replace("---\n#", "  - How is a VPN token reset?\n---\n#"),
    });
    expect((await call("test")).out).toBe("2 of 2 questions hold\n");
  });

  it("a repository may be named instead", async () => {
    const { source } = published();
    const world = { env: { DATA_DIR: temporaryFolder() }, readPages: createReadPages(GIT_ENV) };
    expect(await docent(["test", source], { world })).toMatchObject({ code: 0 });
  });

  it("diff compares branches of it, and repositories", async () => {
    const { call, source } = published();
    const branches = await call("diff", "main", "shorter");
    expect(branches.out).toContain("lost: How do I reset my VPN token?");
    expect(branches.code).toBe(1);
    const named = await call("diff", source, source.replace("#main", "#shorter"));
    expect(named.out).toBe(branches.out);
  });

  it("diff says what else it would take to compare what is no branch", async () => {
    const { call } = published();
    const { errors, code } = await call("diff", "HEAD~1", "main");
    expect(errors).toContain("HEAD~1 is no branch of the repository that is KNOWLEDGE_SOURCE");
    expect(errors).toContain("--knowledge DIR");
    expect(code).toBe(1);
  });

  it("pages of yesterday are not checked: a repository that is gone is a failure", async () => {
    const { call, repository } = published();
    await call("check");
    removeRepository(repository);
    const { errors, code } = await call("check");
    expect(errors).toContain("could not be fetched");
    expect(code).toBe(1);
  });

  it("new asks for a folder to write to", async () => {
    const { call } = published();
    const { errors, code } = await call("new", "A page");
    expect(errors).toContain("name the folder of a work tree of it");
    expect(code).toBe(2);
  });
});
