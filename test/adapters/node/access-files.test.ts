import { execFile } from "node:child_process";
import { symlink, writeFile } from "node:fs/promises";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../../adapters/node/clock.ts";
import { gitSource } from "../../../adapters/node/git-source.ts";
import { packPages, unpackPages } from "../../../adapters/node/packed-pages.ts";
import { stampFolder } from "../../../adapters/node/folder-stamp.ts";
import { stateOf } from "../../../src/building.ts";
import type { Asker, Pages, Snapshot } from "../../../src/index.ts";
import { sha256, snapshotOfPages } from "../../support/build-snapshot.ts";
import { GIT_ENV, testRepository } from "../../support/git.ts";
import { eachInItsFolder, folder, read, write } from "../../support/page-folder.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

eachInItsFolder();

const GROUPS = { people: ["slack:group:S1"] };
const OPEN: Asker = { id: "test:anybody", labels: [] };
const MEMBER: Asker = { id: "test:member", labels: ["slack:group:S1"] };
const RULE = "audience: people\n";

function build(pages: Pages): Snapshot {
  return snapshotOfPages(pages, { groups: GROUPS });
}

async function readableBy(snapshot: Snapshot, asker: Asker): Promise<readonly string[]> {
  const topics = await snapshot.topics(asker);
  return topics.flatMap(({ pages }) => pages.map(({ path }) => path)).toSorted();
}

async function writePages(): Promise<void> {
  await write("it/vpn.md", "# VPN\n\nThe VPN connects laptops.\n");
  await write("hr/pay.md", "# Pay\n\nThe bonus is paid in May.\n");
  await write("hr/deep/plan.md", "# Plan\n\nThe plan starts in June.\n");
  await write("hr/jobs.md", "---\naudience: public\n---\n# Jobs\n\nThe job is open to all.\n");
}

describe("an _access.yaml in a folder of pages", () => {
  it("says who may read what lies beside and below it, up to the next one, unless a page says so itself", async () => {
    await writePages();
    await write("hr/_access.yaml", RULE);
    await write("hr/open/_access.yaml", "audience: public");
    await write("hr/open/map.md", "# Map\n\nThe canteen is on the ground floor.\n");
    const pages = await read();
    expect(pages.pages.map(({ path }) => path)).not.toContain("hr/_access.yaml");
    const snapshot = build(pages);
    expect(snapshot.facts.problems).toEqual([]);
    const everybody = ["hr/jobs.md", "hr/open/map.md", "it/vpn.md"];
    expect(await readableBy(snapshot, OPEN)).toEqual(everybody);
    expect(await readableBy(snapshot, MEMBER)).toEqual(
      [...everybody, "hr/deep/plan.md", "hr/pay.md"].toSorted(),
    );
  });

  it.each<readonly [string, () => Promise<unknown>]>([
    ["broken YAML", () => write("hr/_access.yaml", "audience: [people")],
    ["no text at all", () => write("hr/_access.yaml", "")],
    ["bytes that are no text", () => write("hr/_access.yaml", new Uint8Array([0, 1, 2]))],
    [
      "a character that is no UTF-8",
      () => write("hr/_access.yaml", latin1("audience: public # \xfc")),
    ],
    ["a link out of the folder", () => link("/etc/hostname")],
    ["a link to nothing", () => link("nowhere.yaml")],
    ["a pipe", () => promisify(execFile)("mkfifo", [join(folder, "hr/_access.yaml")])],
    ["more than a page may have", () => write("hr/_access.yaml", "#".repeat(2_000_001))],
    ["capitals, which some systems do not tell apart", () => write("hr/_Access.YML", "audience:")],
  ])("that is %s leaves the folder to nobody, and admins are told", async (_, spoil) => {
    await writePages();
    await spoil();
    const snapshot = build(await read());
    expect(await readableBy(snapshot, MEMBER)).toEqual(["hr/jobs.md", "it/vpn.md"]);
    const told = snapshot.facts.problems.filter(({ audience }) => audience === undefined);
    expect(told.map(({ code }) => code)).toContain("access-unreadable");
    for (const { page } of told) expect(page.toLowerCase()).toMatch(/^hr\/_access\.ya?ml$/u);
  });

  it("that Docent's user may not read leaves the folder to nobody", async () => {
    await writePages();
    await write("hr/_access.yaml", "audience: public");
    const module = fileURLToPath(
      new URL("../../../adapters/node/folder-source.ts", import.meta.url),
    );
    // Root may read everything, so a process of its own puts its rights down after it has loaded what it needs.
    const script = `
      import { chmodSync } from "node:fs";
      const { folderSource } = await import(${JSON.stringify(module)});
      const folder = ${JSON.stringify(folder)};
      for (const path of ["", "/hr", "/hr/deep", "/it"]) chmodSync(folder + path, 0o755);
      chmodSync(folder + "/hr/_access.yaml", 0);
      if (process.getuid() === 0) process.seteuid(65534);
      const clock = { now: () => Date.now(), sleep: async () => {} };
      console.log(JSON.stringify(await folderSource({ folder, clock }).read()));
      if (process.getuid() === 0) process.seteuid(0);
    `;
    const args = ["--input-type=module", "-e", script];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const snapshot = build(JSON.parse(stdout) as Pages);
    expect(await readableBy(snapshot, MEMBER)).toEqual(["hr/jobs.md", "it/vpn.md"]);
  });

  it("is noticed when it changes: by the watcher, by a reload, and by whoever goes back to it", async () => {
    await writePages();
    const before = await read();
    const stamp = await stampFolder(folder);
    await writeFile(join(folder, "hr/_access.yaml"), RULE);
    expect(await stampFolder(folder)).not.toBe(stamp);
    const after = await read();
    expect(stateOf(after, sha256)).not.toBe(stateOf(before, sha256));
    const kept = build(unpackPages(await packPages(after)));
    expect(kept.facts.version).toBe(build(after).facts.version);
    expect(await readableBy(kept, OPEN)).toEqual(["hr/jobs.md", "it/vpn.md"]);
  });

  it(
    "is read from a repository as from a folder, and a link there closes its folder",
    { timeout: 60_000 },
    async () => {
      const repository = testRepository({
        "kb/vpn.md": "# VPN\n\nThe VPN connects laptops.\n",
        "kb/hr/_access.yaml": RULE,
        "kb/hr/pay.md": "# Pay\n\nThe bonus is paid in May.\n",
      });
      const source = gitSource({
        address: { kind: "git", url: repository.url, branch: "main", folder: "kb" },
        dataDir: temporaryFolder(),
        env: GIT_ENV,
        clock: systemClock,
      });
      const first = build(await source.read());
      expect(await readableBy(first, OPEN)).toEqual(["vpn.md"]);
      expect(await readableBy(first, MEMBER)).toEqual(["hr/pay.md", "vpn.md"]);

      repository.commit({ "kb/board/minutes.md": "# Minutes\n\nThe board met.\n" }, (work) => {
        symlinkSync("../hr/_access.yaml", join(work, "kb/board/_access.yaml"));
      });
      const second = build(await source.read());
      expect(await readableBy(second, MEMBER)).toEqual(["hr/pay.md", "vpn.md"]);
    },
  );
});

async function link(target: string): Promise<void> {
  await symlink(target, join(folder, "hr/_access.yaml"));
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
