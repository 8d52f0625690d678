import { execFile } from "node:child_process";
import { mkdir, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import {
  LONG_AGO,
  codes,
  eachInItsFolder,
  folder,
  paths,
  read,
  write,
} from "../../support/page-folder.ts";

eachInItsFolder();

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

  it("fault 30: that may not be read are reported, and so are such folders; the rest is read", async () => {
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
