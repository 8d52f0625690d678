import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder, writeFiles } from "./temporary-folder.ts";

/** Nothing of whoever runs the tests. */
export const GIT_ENV = {
  PATH: process.env["PATH"] ?? "",
  HOME: "/nonexistent",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};

const AUTHOR = {
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@example.com",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@example.com",
};

export interface TestRepository {
  /** The bare repository's folder. */
  readonly bare: string;
  readonly url: string;
  /** Makes a commit on `main` of these files on top of what is there, and gives its id. */
  commit(files: Readonly<Record<string, string>>, before?: (work: string) => void): string;
  git(...args: readonly string[]): string;
}

/** A real bare repository, with a working copy that pushes to it; both are gone when the test has ended. */
export function testRepository(files: Readonly<Record<string, string>>): TestRepository {
  const folder = temporaryFolder();
  const bare = join(folder, "origin.git");
  const work = join(folder, "work");
  const run = (...args: readonly string[]): string =>
    execFileSync("git", args, {
      env: { ...GIT_ENV, ...AUTHOR },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  run("init", "--quiet", "--bare", "--initial-branch=main", bare);
  run("init", "--quiet", "--initial-branch=main", work);
  const git = (...args: readonly string[]): string => run("-C", work, ...args);

  const repository: TestRepository = {
    bare,
    url: `file://${bare}`,
    git,
    commit(changed, before) {
      writeFiles(work, changed);
      before?.(work);
      git("add", "--all");
      git("commit", "--quiet", "--message", "A change");
      git("push", "--quiet", bare, "HEAD:main");
      return git("rev-parse", "HEAD");
    },
  };
  repository.commit(files);
  return repository;
}

/** Takes a repository away as if its host were gone. */
export function removeRepository({ bare }: TestRepository): void {
  rmSync(bare, { recursive: true, force: true });
}
