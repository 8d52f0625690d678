import { execFile } from "node:child_process";
import {
  mkdir,
  mkdtemp,
  realpath,
  rm,
  symlink,
  truncate,
  unlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { folderSource } from "../../../adapters/node/folder-source.ts";
import type { Clock, Pages } from "../../../src/index.ts";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const NOW = new Date("2026-06-01T00:00:00Z");

let folder: string;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "docent-folder-")));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(
  path: string,
  content: string | Uint8Array,
  written = LONG_AGO,
): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  await utimes(file, written, written);
}

/** A clock that stands still, and does something while somebody sleeps. */
function clockWith(onSleep: (ms: number) => void | Promise<void> = () => {}): Clock {
  return { now: () => NOW.getTime(), sleep: async (ms) => onSleep(ms) };
}

async function read(clock = clockWith(), from = folder): Promise<Pages> {
  return folderSource({ folder: from, clock }).read();
}

function paths({ pages }: Pages): readonly string[] {
  return pages.map(({ path }) => path);
}

function codes({ problems }: Pages): readonly string[] {
  return problems.map(({ page, code }) => `${page} ${code}`).sort();
}

describe("a knowledge folder", () => {
  it("gives every page below it, by path, and its synonyms", async () => {
    await write("b.md", "b");
    await write("it/vpn.md", "vpn");
    await write("it/README.md", "how we write about IT");
    await write("A.MD", "a");
    await write("synonyms.yaml", "- [vpn, tunnel]\n");
    for (const other of [
      "README.md",
      "notes.txt",
      "plan.md.bak",
      ".draft.md",
      ".git/x.md",
      "it/.x/y.md",
      "it/synonyms.yaml",
    ]) {
      await write(other, "not a page");
    }
    const pages = await read();
    expect(pages).toEqual({
      pages: [
        { path: "A.MD", markdown: "a" },
        { path: "b.md", markdown: "b" },
        { path: "it/README.md", markdown: "how we write about IT" },
        { path: "it/vpn.md", markdown: "vpn" },
      ],
      synonyms: "- [vpn, tunnel]\n",
      problems: [],
    });
  });

  it("is in the same order and whole, however many pages are read at once", async () => {
    const names = Array.from({ length: 300 }, (_, index) => `${index % 7}/page-${index}.md`);
    for (const name of names) await write(name, name);
    const pages = await read();
    expect(paths(pages)).toEqual(names.toSorted());
    expect(pages.pages.every(({ path, markdown }) => path === markdown)).toBe(true);
  });

  it("may be a link that is moved to another folder between two readings", async () => {
    await write("one/a.md", "old");
    await write("two/a.md", "new");
    const current = join(folder, "current");
    await symlink("one", current);
    const source = folderSource({ folder: current, clock: clockWith() });
    expect((await source.read()).pages[0]?.markdown).toBe("old");
    await unlink(current);
    await symlink("two", current);
    expect((await source.read()).pages[0]?.markdown).toBe("new");
  });

  it("that is not there, is a file, or has no page, says so and what to do", async () => {
    await write("README.md", "no page");
    await write("binary.md", new Uint8Array([0, 1, 2]));
    const refused = async (path: string, code: string, message: RegExp): Promise<void> => {
      const error = await read(clockWith(), join(folder, path)).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: "DocentError", code });
      expect((error as Error).message).toMatch(message);
      expect((error as { remedy: string }).remedy).not.toBe("");
    };
    await refused("gone", "knowledge-missing", /^There is no knowledge folder .*gone$/);
    await refused("README.md", "knowledge-missing", /README\.md$/);
    await refused("README.md/x", "knowledge-missing", /x$/);
    await refused("", "knowledge-empty", /has no page that can be read \(binary\.md: /);
    await mkdir(join(folder, "empty"));
    await refused("empty", "knowledge-empty", /has no page$/);
  });

  it("stops being read when its reader is no longer interested", async () => {
    await write("a.md", "a");
    const reason = new Error("stopped");
    const source = folderSource({ folder, clock: clockWith() });
    await expect(source.read(AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe("files that are no good page", () => {
  it("are left out or mended, and the rest is read", async () => {
    await write("good.md", "good");
    await write("windows.md", "\uFEFFa\r\nb\rc");
    await write("utf16.md", new Uint8Array([0xff, 0xfe, 0x61, 0, 0x0a, 0]));
    await write(
      "latin1.md",
      new Uint8Array([...new TextEncoder().encode("a line of text with an "), 0xfc]),
    );
    await write("picture.md", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]));
    await write("empty.md", "");
    await write("large.md", "x".repeat(2_000_001));
    await write("sparse.md", "");
    await truncate(join(folder, "sparse.md"), 500_000_000);
    await utimes(join(folder, "sparse.md"), LONG_AGO, LONG_AGO);
    await mkdir(join(folder, "folder.md"));

    const pages = await read();
    expect(pages.pages).toEqual([
      { path: "empty.md", markdown: "" },
      { path: "good.md", markdown: "good" },
      { path: "latin1.md", markdown: "a line of text with an \uFFFD" },
      { path: "utf16.md", markdown: "a\n" },
      { path: "windows.md", markdown: "a\nb\nc" },
    ]);
    expect(codes(pages)).toEqual([
      "large.md page-too-large",
      "latin1.md not-utf8",
      "picture.md page-binary",
      "sparse.md page-too-large",
    ]);
  });

  it("that are pipes are not waited for", async () => {
    await write("good.md", "good");
    await promisify(execFile)("mkfifo", [join(folder, "pipe.md")]);
    const pages = await read();
    expect(paths(pages)).toEqual(["good.md"]);
    expect(codes(pages)).toEqual(["pipe.md no-file"]);
  });

  it("may have any name that can be shown", async () => {
    const long = `${"ä".repeat(126)}.md`;
    const names = ["c#.md", "a b.md", "a..b.md", "🚀.md", "-rf.md", "%2e%2e.md", "a\\b.md", long];
    for (const name of names) await write(name, name);
    await write("line\nbreak.md", "x");
    await write("re\u202Everse.md", "x");
    await write("cafe\u0301.md", "decomposed");

    const pages = await read();
    expect(new Set(paths(pages))).toEqual(new Set([...names, "caf\u00E9.md"]));
    expect(codes(pages)).toEqual(["line\\u000abreak.md file-name", "re\\u202everse.md file-name"]);
  });

  it("may not have a name that is no text, where the file system lets them", async () => {
    await write("good.md", "good");
    const name = Buffer.concat([
      Buffer.from(`${folder}/by`),
      Buffer.from([0xff]),
      Buffer.from("te.md"),
    ]);
    const refused = await writeFile(name, "x").then(
      () => undefined,
      (error: unknown) => error,
    );
    const pages = await read();
    expect(paths(pages)).toEqual(["good.md"]);
    if (refused === undefined) expect(codes(pages)).toEqual(["by\uFFFDte.md file-name"]);
    else expect(refused).toMatchObject({ code: "EILSEQ" });
  });

  it("that may not be read are reported, and so are such folders", async () => {
    await write("good.md", "good");
    await write("closed.md", "secret");
    await write("closed/inside.md", "secret");
    // Root may read everything, so a process of its own puts its rights down after it has loaded what it needs.
    const module = fileURLToPath(
      new URL("../../../adapters/node/folder-source.ts", import.meta.url),
    );
    const script = `
      import { chmodSync } from "node:fs";
      const { folderSource } = await import(${JSON.stringify(module)});
      const folder = ${JSON.stringify(folder)};
      chmodSync(folder, 0o755);
      chmodSync(folder + "/closed.md", 0);
      chmodSync(folder + "/closed", 0);
      if (process.getuid() === 0) process.seteuid(65534);
      const clock = { now: () => Date.now(), sleep: async () => {} };
      const { pages, problems } = await folderSource({ folder, clock }).read();
      if (process.getuid() === 0) process.seteuid(0);
      chmodSync(folder + "/closed", 0o700);
      console.log(JSON.stringify([pages, problems.map(({ page, code }) => page + " " + code).sort()]));
    `;
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--input-type=module",
      "-e",
      script,
    ]);
    expect(JSON.parse(stdout)).toEqual([
      [{ path: "good.md", markdown: "good" }],
      ["closed.md file-unreadable", "closed/ file-unreadable"],
    ]);
  });
});

describe("links in the folder", () => {
  it("out of it are refused, to a file or to a folder, directly or by way of another link", async () => {
    await write("knowledge/good.md", "good");
    await write("outside/secret.md", "root:x:0:0");
    const inside = join(folder, "knowledge");
    await symlink("../outside/secret.md", join(inside, "file.md"));
    await symlink(join(folder, "outside"), join(inside, "folder"));
    await symlink("file.md", join(inside, "twice.md"));
    await symlink("/etc/passwd", join(inside, "passwd.md"));
    await symlink("..", join(inside, "up"));
    const pages = await read(clockWith(), inside);
    expect(paths(pages)).toEqual(["good.md"]);
    expect(codes(pages)).toEqual([
      "file.md link-outside",
      "folder link-outside",
      "passwd.md link-outside",
      "twice.md link-outside",
      "up link-outside",
    ]);
  });

  it("in circles end, and what has a place of its own is read there only", async () => {
    await write("it/vpn.md", "vpn");
    await symlink(".", join(folder, "it", "again"));
    await symlink("..", join(folder, "it", "up"));
    await symlink("it", join(folder, "computers"));
    await symlink("it/vpn.md", join(folder, "vpn.md"));
    await symlink("loop.md", join(folder, "loop.md"));
    await symlink("nowhere.md", join(folder, "broken.md"));
    const pages = await read();
    expect(paths(pages)).toEqual(["it/vpn.md"]);
    expect(codes(pages)).toEqual([
      "broken.md link-broken",
      "computers link-repeated",
      "it/again link-repeated",
      "it/up link-repeated",
      "loop.md link-broken",
      "vpn.md link-repeated",
    ]);
  });

  it("to what is hidden inside of it are followed, as mounted configuration has them", async () => {
    await write("..2026_11_02/vpn.md", "vpn");
    await write("..2026_11_02/it/wifi.md", "wifi");
    await symlink("..2026_11_02", join(folder, "..data"));
    await symlink("..data/vpn.md", join(folder, "vpn.md"));
    await symlink("..data/it", join(folder, "it"));
    await symlink("..data/it", join(folder, "again"));
    const pages = await read();
    expect(pages.pages).toMatchObject([{ markdown: "wifi" }, { path: "vpn.md" }]);
    expect(pages.problems).toMatchObject([{ code: "link-repeated" }]);
  });
});

describe("files that are being written", () => {
  const justNow = new Date(NOW.getTime() - 10);

  it("are looked at again after a moment, all of them after the same one", async () => {
    for (const name of ["a.md", "b.md", "c.md"]) await write(name, name, justNow);
    await write("old.md", "old");
    const sleeps: number[] = [];
    const pages = await read(clockWith((ms) => void sleeps.push(ms)));
    expect(paths(pages)).toEqual(["a.md", "b.md", "c.md", "old.md"]);
    expect(sleeps).toEqual([100]);
  });

  it("are read when they are whole", async () => {
    await write("slow.md", "The first half", justNow);
    const steps = [
      () => write("slow.md", "The first half and the second", new Date(NOW.getTime() - 5)),
      () => Promise.resolve(),
    ];
    const pages = await read(clockWith(() => steps.shift()?.()));
    expect(pages).toEqual({
      pages: [{ path: "slow.md", markdown: "The first half and the second" }],
      problems: [],
    });
  });

  it("and never stop are left out, and the rest is read", async () => {
    await write("good.md", "good");
    await write("log.md", "x", justNow);
    let length = 1;
    const pages = await read(clockWith(() => write("log.md", "x".repeat(++length), justNow)));
    expect(paths(pages)).toEqual(["good.md"]);
    expect(codes(pages)).toEqual(["log.md file-changing"]);
  });

  it("and go away meanwhile are reported", async () => {
    await write("good.md", "good");
    await write("gone.md", "gone", justNow);
    const pages = await read(clockWith(() => unlink(join(folder, "gone.md"))));
    expect(paths(pages)).toEqual(["good.md"]);
    expect(codes(pages)).toEqual(["gone.md file-gone"]);
  });

  it("and become a link out of the folder meanwhile are not followed", async () => {
    await write("good.md", "good");
    await write("trap.md", "harmless", justNow);
    const swap = async (): Promise<void> => {
      await unlink(join(folder, "trap.md"));
      await symlink("/etc/passwd", join(folder, "trap.md"));
    };
    const pages = await read(clockWith(swap));
    expect(paths(pages)).toEqual(["good.md"]);
    expect(codes(pages)).toEqual(["trap.md no-file"]);
  });
});
