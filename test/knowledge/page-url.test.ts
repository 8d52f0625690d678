import { describe, expect, it } from "vitest";
import { urlOfLines } from "../../src/knowledge/page-url.ts";

describe("the web address of a passage", () => {
  it.each([
    [
      "https://github.com/acme/kb/blob/3f9c2e1/it/vpn.md",
      "https://github.com/acme/kb/blob/3f9c2e1/it/vpn.md?plain=1#L12-L30",
    ],
    [
      "https://gitlab.example.com/acme/kb/-/blob/main/it/vpn.md?ref_type=heads#x",
      "https://gitlab.example.com/acme/kb/-/blob/main/it/vpn.md?plain=1#L12-30",
    ],
    [
      "https://codeberg.org/acme/kb/src/branch/main/it/vpn.md",
      "https://codeberg.org/acme/kb/src/branch/main/it/vpn.md#L12-L30",
    ],
    [
      "https://bitbucket.org/acme/kb/src/3f9c2e1/it/vpn.md",
      "https://bitbucket.org/acme/kb/src/3f9c2e1/it/vpn.md#lines-12:30",
    ],
  ])("names the lines on a git host: %s", (page, url) => {
    expect(urlOfLines(page, [12, 30], "reset")).toBe(url);
  });

  it("names the section on any other page", () => {
    expect(urlOfLines("https://kb.example.com/vpn?lang=de#top", [1, 2], "größe")).toBe(
      "https://kb.example.com/vpn?lang=de#gr%C3%B6%C3%9Fe",
    );
  });
});
