import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  clockWith,
  codes,
  eachInItsFolder,
  folder,
  paths,
  read,
  write,
} from "../../support/page-folder.ts";

eachInItsFolder();

describe("links in the folder", () => {
  it("fault 22: out of it are refused, to a file or to a folder, directly or by way of another link", async () => {
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

  it("fault 21: in circles end, and what has a place of its own is read there only", async () => {
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
