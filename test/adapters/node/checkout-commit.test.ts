import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkoutCommit } from "../../../adapters/node/checkout-commit.ts";
import { emptyFolder, git, write } from "../../support/knowledge-folder.ts";

function checkout(): string {
  const folder = write(emptyFolder(), { "README.md": "# Docent\n" });
  git(folder, "init", "--quiet", "--initial-branch", "main");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "First");
  return folder;
}

describe("the commit of a checkout", () => {
  it("is the tip of its branch, loose or packed", () => {
    const folder = checkout();
    const commit = git(folder, "rev-parse", "HEAD");
    expect(checkoutCommit(folder)).toBe(commit);
    git(folder, "pack-refs", "--all");
    expect(checkoutCommit(folder)).toBe(commit);
  });

  it("is the one it was checked out at where it is on no branch", () => {
    const folder = checkout();
    git(folder, "checkout", "--quiet", "--detach");
    expect(checkoutCommit(folder)).toBe(git(folder, "rev-parse", "HEAD"));
  });

  it("is a further work tree's own", () => {
    const folder = checkout();
    const other = join(emptyFolder(), "other");
    git(folder, "worktree", "add", "--quiet", "-b", "side", other);
    git(other, "commit", "--quiet", "--allow-empty", "--message", "Second");
    expect(checkoutCommit(other)).toBe(git(other, "rev-parse", "HEAD"));
    expect(checkoutCommit(other)).not.toBe(checkoutCommit(folder));
  });

  it("is not known where there is no checkout, no commit yet, or something odd in its place", () => {
    expect(checkoutCommit(emptyFolder())).toBeUndefined();
    const young = emptyFolder();
    git(young, "init", "--quiet");
    expect(checkoutCommit(young)).toBeUndefined();
    for (const head of ["", "ref: ../../../etc/passwd", "ref: refs/heads/../../x", "nonsense"]) {
      const odd = emptyFolder();
      mkdirSync(join(odd, ".git"));
      writeFileSync(join(odd, ".git/HEAD"), head);
      expect(checkoutCommit(odd)).toBeUndefined();
    }
  });
});
