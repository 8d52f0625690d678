import { mkdir, symlink, unlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderSource } from "../../../adapters/node/folder-source.ts";
import {
  NOW,
  clockWith,
  codes,
  eachInItsFolder,
  folder,
  paths,
  read,
  write,
} from "../../support/page-folder.ts";

eachInItsFolder();

describe("a knowledge folder", () => {
  it("gives every page below it, by path, and its synonyms", async () => {
    await write("b.md", "b");
    await write("it/vpn.md", "vpn");
    await write("it/README.md", "how we write about IT");
    await write("A.MD", "a");
    await write("it/tabs.mdx", "tabs");
    await write("old.markdown", "old");
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
        { path: "it/tabs.mdx", markdown: "tabs" },
        { path: "it/vpn.md", markdown: "vpn" },
        { path: "old.markdown", markdown: "old" },
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
    await refused("README.md", "knowledge-missing", /README\.md is a file and no folder of pages$/);
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
