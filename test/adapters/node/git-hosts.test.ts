import { describe, expect, it } from "vitest";
import { permanentLink } from "../../../adapters/node/git-hosts.ts";

const C = "3f9c2e1";

describe("a permanent link", () => {
  it.each([
    ["https://github.com/acme/kb.git", `https://github.com/acme/kb/blob/${C}/it/vpn.md`],
    ["ssh://git@github.com/acme/kb", `https://github.com/acme/kb/blob/${C}/it/vpn.md`],
    ["ssh://git@github.com:22/acme/kb.git", `https://github.com/acme/kb/blob/${C}/it/vpn.md`],
    ["https://gitlab.com/a/b/kb.git/", `https://gitlab.com/a/b/kb/-/blob/${C}/it/vpn.md`],
    ["https://gitlab.acme.org:8443/kb", `https://gitlab.acme.org:8443/kb/-/blob/${C}/it/vpn.md`],
    [
      "ssh://git@codeberg.org/acme/kb.git",
      `https://codeberg.org/acme/kb/src/commit/${C}/it/vpn.md`,
    ],
    ["http://gitea.local/acme/kb.git", `http://gitea.local/acme/kb/src/commit/${C}/it/vpn.md`],
    ["https://bitbucket.org/acme/kb", `https://bitbucket.org/acme/kb/src/${C}/it/vpn.md`],
  ])("into %s is %s", (url, link) => {
    expect(permanentLink(url, C, "it/vpn.md")).toBe(link);
  });

  it("carries any path", () => {
    expect(permanentLink("https://github.com/a/b", C, "é x/50%#1?.md")).toBe(
      `https://github.com/a/b/blob/${C}/%C3%A9%20x/50%25%231%3F.md`,
    );
  });

  it.each([
    "https://example.com/a/b.git",
    "file:///srv/github.com/a.git",
    "https://evilgithub.com/a",
  ])("into %s is not known", (url) => {
    expect(permanentLink(url, C, "it/vpn.md")).toBeUndefined();
  });
});
