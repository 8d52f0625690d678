import {
  chmodSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../../adapters/node/clock.ts";
import { gitSource } from "../../../adapters/node/git-source.ts";
import { openSource } from "../../../adapters/node/open-source.ts";
import { stateOf, tooLarge } from "../../../src/building.ts";
import { DocentError, explain } from "../../../src/index.ts";
import type { Source } from "../../../src/index.ts";
import { createFakeClock, settle } from "../../fakes/clock.ts";
import { sha256 } from "../../support/build-snapshot.ts";
import { gitHttpServer } from "../../support/git-http-server.ts";
import { GIT_ENV, removeRepository, testRepository } from "../../support/git.ts";
import { temporaryFolder, writeFiles } from "../../support/temporary-folder.ts";

const VPN = { "kb/it/vpn.md": "# VPN\n\nThe VPN connects laptops.\n" };

interface Options {
  readonly url: string;
  readonly branch?: string;
  readonly folder?: string;
  readonly dataDir?: string;
  readonly offline?: boolean;
}

function source({ url, branch = "main", folder = "kb", offline, ...rest }: Options): Source {
  const dataDir = rest.dataDir ?? temporaryFolder();
  return gitSource({
    address: { kind: "git", url, branch, folder },
    dataDir,
    env: GIT_ENV,
    clock: systemClock,
    ...(offline === undefined ? {} : { offline }),
  });
}

async function failure(reading: Promise<unknown>): Promise<DocentError> {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DocentError) return error;
  throw new Error(`no DocentError, but ${String(error)}`);
}

/** Writes over the middle of everything that git keeps of the pages. */
function spoilObjects(clone: string): void {
  const objects = join(clone, "objects");
  for (const name of readdirSync(objects, { recursive: true, encoding: "utf8" })) {
    const file = join(objects, name);
    if (!statSync(file).isFile()) continue;
    const bytes = readFileSync(file).fill(7, 20);
    rmSync(file);
    writeFileSync(file, bytes);
  }
}

describe("a git repository as the source of pages", { timeout: 60_000 }, () => {
  it("gives the pages of a folder as they are in a branch's last commit, each with the commit", async () => {
    const repository = testRepository({
      ...VPN,
      "kb/README.md": "# How to write\n",
      "kb/synonyms.yaml": "- [vpn, tunnel]\n",
      "kb/.github/secret.md": "# Hidden\n",
      "kb/notes.txt": "no page",
      "other/page.md": "# Elsewhere\n",
    });
    const commit = repository.git("rev-parse", "HEAD");
    expect(await source(repository).read()).toEqual({
      pages: [{ path: "it/vpn.md", markdown: VPN["kb/it/vpn.md"], revision: commit }],
      synonyms: "- [vpn, tunnel]\n",
      problems: [],
      revision: commit,
    });
  });

  it("is fetched anew at each reading, and the commit is part of the version", async () => {
    const repository = testRepository(VPN);
    const reading = source(repository);
    const first = await reading.read();
    expect(stateOf(await reading.read(), sha256)).toBe(stateOf(first, sha256));
    const commit = repository.commit({ "elsewhere.txt": "not a page" });
    const second = await reading.read();
    expect(second.revision).toBe(commit);
    expect(stateOf(second, sha256)).not.toBe(stateOf(first, sha256));
    repository.commit({ "kb/new.md": "# New\n\nNew.\n" });
    expect((await reading.read()).pages.map((page) => page.path)).toEqual(["it/vpn.md", "new.md"]);
  });

  it("takes the default branch where none is named, and the root where no folder is", async () => {
    const { url } = testRepository(VPN);
    const address = { kind: "git", url, folder: "" } as const;
    const options = { dataDir: temporaryFolder(), env: GIT_ENV, clock: systemClock };
    const { pages } = await openSource(address, options).read();
    expect(pages.map((page) => page.path)).toEqual(["kb/it/vpn.md"]);
  });

  it("follows a branch that was rewritten", async () => {
    const repository = testRepository(VPN);
    const reading = source(repository);
    await reading.read();
    repository.git("commit", "--quiet", "--amend", "--message", "Rewritten");
    repository.git("push", "--quiet", "--force", repository.bare, "HEAD:main");
    expect((await reading.read()).revision).toBe(repository.git("rev-parse", "HEAD"));
  });

  it("leaves out links, giants, binaries and unreadable names, and says so", async () => {
    const repository = testRepository(VPN);
    const giant = "x".repeat(2_000_001);
    repository.commit(
      { "kb/giant.md": giant, "kb/a\nb.md": "# N\n", "kb/bin.md": "\0\0" },
      (work) => {
        symlinkSync("it/vpn.md", join(work, "kb/again.md"));
        symlinkSync("/etc/passwd", join(work, "kb/outside.md"));
        symlinkSync("../../../../etc/passwd", join(work, "kb/upwards.md"));
        symlinkSync("nowhere.md", join(work, "kb/broken.md"));
      },
    );
    const { pages, problems } = await source(repository).read();
    expect(pages.map((page) => page.path)).toEqual(["it/vpn.md"]);
    expect(problems).toContainEqual(tooLarge("giant.md", giant.length));
    const codes = problems.map(({ page, code }) => `${page} ${code}`).toSorted();
    expect(codes).toEqual([
      "a\\u000ab.md file-name",
      "again.md link-repeated",
      "bin.md page-binary",
      "broken.md link-broken",
      "giant.md page-too-large",
      "outside.md link-outside",
      "upwards.md link-outside",
    ]);
  });

  it.each([
    ["a folder that is not there", { folder: "none" }, "knowledge-missing", "behind the colon"],
    ["a folder without a page", { folder: "kb/empty" }, "knowledge-empty", "Put Markdown pages"],
    ["a branch that is not there", { branch: "none" }, "source-failed", "a branch that exists"],
    ["no repository", { url: "file:///nowhere/at/all.git" }, "source-failed", "address"],
    ["a host that refuses", { url: "http://127.0.0.1:1/x.git" }, "source-failed", "the network"],
  ])("says what to do about %s", async (_name, wrong, code, remedy) => {
    const repository = testRepository({ ...VPN, "kb/empty/notes.txt": "no page" });
    const error = await failure(source({ ...repository, ...wrong }).read());
    expect(error.code).toBe(code);
    expect(error.remedy).toContain(remedy);
    expect(error.message).not.toMatch(/fatal|\n/);
  });

  it("that cannot be fetched is an error, but at the start of a process as it was the last time", async () => {
    const repository = testRepository(VPN);
    const dataDir = temporaryFolder();
    await source({ ...repository, dataDir }).read();
    removeRepository(repository);
    expect((await failure(source({ ...repository, dataDir }).read())).code).toBe("source-failed");
    const late = await source({ ...repository, dataDir, offline: true }).read();
    expect(late.pages).toHaveLength(1);
    expect(late.problems).toMatchObject([{ severity: "warning", code: "not-fetched" }]);
    const never = source({ ...repository, offline: true }).read();
    expect((await failure(never)).code).toBe("source-failed");
  });

  it.each([
    [
      "a lock that a killed fetch left",
      (clone: string) => writeFiles(clone, { "shallow.lock": "" }),
    ],
    ["a file that the disk lost", (clone: string) => writeFiles(clone, { HEAD: "" })],
    ["pages that the disk spoiled", spoilObjects],
  ])("is cloned again where the clone has %s", async (_name, damage) => {
    const repository = testRepository(VPN);
    const dataDir = temporaryFolder();
    await source({ ...repository, dataDir }).read();
    const [clone = ""] = readdirSync(join(dataDir, "git"));
    damage(join(dataDir, "git", clone));
    const again = await source({ ...repository, dataDir }).read();
    expect(again.pages.map((page) => page.markdown)).toEqual(Object.values(VPN));
    const commit = repository.commit({ "kb/new.md": "# New\n\nNew.\n" });
    expect((await source({ ...repository, dataDir }).read()).revision).toBe(commit);
  });

  it("shows a password to the host alone: not to logs, errors, files", async () => {
    const repository = testRepository(VPN);
    const secret = "tok:en/with@signs";
    const host = await gitHttpServer(join(repository.bare, ".."), secret);
    const url = (password: string): string =>
      `http://ada:${encodeURIComponent(password)}@${host}/origin.git`;
    const dataDir = temporaryFolder();
    const reading = source({ url: url(secret), dataDir });
    expect(reading.name).not.toContain("tok");
    expect((await reading.read()).pages).toHaveLength(1);
    for (const file of readdirSync(dataDir, { recursive: true, encoding: "utf8" })) {
      const path = join(dataDir, file);
      if (statSync(path).isFile()) expect(readFileSync(path).includes("tok")).toBe(false);
    }
    const refused = await failure(source({ url: url("wr0ng-token") }).read());
    expect(refused.code).toBe("source-failed");
    expect(refused.remedy).toContain("credentials");
    expect(`${explain(refused)}${String(refused.cause)}${refused.stack}`).not.toContain("wr0ng");
  });

  it("runs git neither through a shell nor for longer than it may", async () => {
    const folder = temporaryFolder({ git: "#!/bin/sh\nexec sleep 1000\n" });
    chmodSync(join(folder, "git"), 0o755);
    const clock = createFakeClock();
    const reading = gitSource({
      address: { kind: "git", url: "https://example.com/$(touch x).git", folder: "" },
      dataDir: temporaryFolder(),
      env: { PATH: `${folder}:/usr/bin:/bin` },
      clock,
    }).read();
    const late = failure(reading);
    while (clock.sleeping === 0) await settle();
    await clock.advance(120_000);
    expect(await late).toMatchObject({ code: "source-failed" });
    expect((await late).message).toContain("took longer");
  });

  it("says so where there is no git", async () => {
    const dataDir = temporaryFolder();
    const address = { kind: "git", url: "https://example.com/x.git", folder: "" } as const;
    const options = { address, dataDir, env: { PATH: temporaryFolder() }, clock: systemClock };
    expect((await failure(gitSource(options).read())).message).toContain("no git");
  });
});
