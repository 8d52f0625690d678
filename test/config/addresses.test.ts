import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config.ts";
import { complaint } from "../support/complaint.ts";

describe("knowledge", async () => {
  const address = async (source: string) =>
    (await parseConfig({ KNOWLEDGE_SOURCE: source })).knowledge.address;

  it("comes from a folder", async () => {
    expect(await address("/srv/pages #1")).toEqual({ kind: "folder", path: "/srv/pages #1" });
  });

  it.each([
    [
      "git+ssh://git@host/team/pages.git#main:docs/help",
      "ssh://git@host/team/pages.git",
      "main",
      "docs/help",
    ],
    ["git+file:///srv/pages.git#release/2:/", "file:///srv/pages.git", "release/2", ""],
    ["git+https://host/pages#:help", "https://host/pages", undefined, "help"],
    ["https://host/pages.git", "https://host/pages.git", undefined, ""],
  ])("comes from a repository: %s", async (source, url, branch, folder) => {
    const expected = { kind: "git", url, folder };
    expect(await address(source)).toEqual(
      branch === undefined ? expected : { ...expected, branch },
    );
  });

  it.each([
    ["git@host:team/pages.git", "git+ssh://"],
    ["git+ftp://host/pages", "unknown scheme"],
    ["git+https://", "not a git address"],
    ["git+https://host/pages#--upload-pack=x", "no branch"],
    ["git+https://host/pages#main:../etc", "inside it"],
  ])("is refused where it cannot be read: %s", async (source, hint) => {
    expect(await complaint({ KNOWLEDGE_SOURCE: source })).toContain(hint);
  });
});

describe("the store", () => {
  it.each([
    ["redis://:pass@localhost:6379/1", "redis"],
    ["rediss://cache.example:6380", "redis"],
    ["postgres://docent@db/docent", "postgres"],
    ["postgresql://docent@db/docent", "postgres"],
  ])("is chosen by its address: %s", async (url, kind) => {
    expect((await parseConfig({ STORE_URL: url })).store).toEqual({ kind, url });
  });

  it("can be memory alone", async () => {
    expect((await parseConfig({ STORE_URL: "memory:" })).store).toEqual({ kind: "memory" });
  });

  it.each(["mysql://db", "localhost:6379", "redis://", "sqlite.db"])(
    "is refused: %s",
    async (url) => {
      expect(await complaint({ STORE_URL: url })).toContain("STORE_URL is not a store");
    },
  );
});

describe("the web", () => {
  it("is switched off by WEB=off, and the address stays for Slack's signed requests", async () => {
    const config = await parseConfig({ WEB: "off", HOST: "0.0.0.0", PORT: "0" });
    expect(config.web).toBeUndefined();
    expect(config.listen).toEqual({ host: "0.0.0.0", port: 0 });
  });

  it("opens to other machines with tokens only", async () => {
    expect(await complaint({ HOST: "0.0.0.0" })).toContain("API_TOKENS is missing");
    const { web } = await parseConfig({ HOST: "0.0.0.0", API_TOKENS: "ci:s3cret, wiki:other" });
    expect(web?.tokens).toEqual([
      { name: "ci", secret: "s3cret" },
      { name: "wiki", secret: "other" },
    ]);
  });

  it.each(["localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"])(
    "is at home on %s",
    async (host) => {
      expect(await complaint({ HOST: host })).toBe("");
    },
  );

  it.each(["secret", "ci:", ":s3cret", "ci:a,ci:b", ","])(
    "refuses the tokens %j",
    async (pairs) => {
      expect(await complaint({ API_TOKENS: pairs })).toContain(
        "API_TOKENS is not a list of tokens",
      );
    },
  );
});
