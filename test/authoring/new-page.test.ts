import { describe, expect, it } from "vitest";
import { newPage } from "../../src/authoring/new-page.ts";
import { usualOwner } from "../../src/authoring/usual-owner.ts";
import { passagesOf } from "../../src/knowledge/passages.ts";
import { editionOf } from "../support/editions.ts";

describe("a new page", () => {
  it("lies in its folder under its title, with an owner and questions", () => {
    const made = newPage({
      title: "Valkey",
      folder: "databases/",
      owner: "data",
      today: "2026-11-21",
    });
    expect(made.path).toBe("databases/valkey.md");
    const { title, frontMatter, declared, problems } = passagesOf(made);
    expect([title, frontMatter.owner, frontMatter.reviewed]).toEqual([
      "Valkey",
      "data",
      "2026-11-21",
    ]);
    expect(declared.map(({ text }) => text)).toEqual([
      "What is Valkey?",
      "How do I use Valkey?",
      "When do I need Valkey?",
    ]);
    // There is nothing in it to answer with, yet, and it says so.
    expect(problems.map(({ code }) => code)).toEqual(["empty-page"]);
  });

  it.each(['C++ & "you": #1', "--- what ---", "Überraschung", "{x: y}"])(
    "keeps the title %j as it is",
    (title) => {
      const { path, markdown } = newPage({ title, folder: "", today: "2026-11-21" });
      expect(path).toMatch(/^[^/\s]+\.md$/);
      expect(passagesOf({ path, markdown }).title).toBe(title);
    },
  );

  it("leaves the owner to its author where nobody owns anything beside it", () => {
    const { markdown } = newPage({ title: "VPN", folder: "", today: "2026-11-21" });
    expect(passagesOf({ path: "vpn.md", markdown }).frontMatter.owner).toBeUndefined();
  });

  it("belongs to whoever owns the most pages beside it", () => {
    const owned = (owner: string): string => `---\nowner: ${owner}\n---\nWords.\n`;
    const { source } = editionOf({
      "it/a.md": owned("ann"),
      "it/b.md": owned("ben"),
      "it/c.md": owned("ben"),
      "hr/d.md": owned("dora"),
      "e.md": "Words.",
    });
    expect(usualOwner(source, "it")).toBe("ben");
    expect(usualOwner(source, "hr")).toBe("dora");
    expect(usualOwner(source, "")).toBeUndefined();
  });
});
