import { describe, expect, it } from "vitest";
import { passagesOf } from "../../src/knowledge/passages.ts";
import type { Page, Passage } from "../../src/types.ts";

function passages(markdown: string, page: Partial<Page> = {}): readonly Passage[] {
  return passagesOf({ path: "it/vpn.md", ...page, markdown }).passages.map(
    ({ passage }) => passage,
  );
}

function titleOf(path: string, markdown = "text"): string {
  return passagesOf({ path, markdown }).title;
}

describe("the title of a page", () => {
  it("is what the front matter says, else the first level-one heading, else the file's name", () => {
    expect(titleOf("a.md", "---\ntitle: One\n---\n# Two")).toBe("One");
    expect(titleOf("a.md", "## Three\n\n# Two *words*")).toBe("Two words");
    expect(titleOf("a.md", "## Three\n\ntext")).toBe("A");
  });

  it("is made readable from a file's name", () => {
    expect(titleOf("it/vpn-set_up.md")).toBe("Vpn set up");
    expect(titleOf("it/how-to/index.md")).toBe("How to");
    expect(titleOf("index.md")).toBe("Index");
    expect(titleOf("it/---.md")).toBe("it/---.md");
  });
});

describe("a passage", () => {
  it("says who may read it, who keeps it and where it is on the web", () => {
    const front =
      "---\naudience: [staff, board]\nowner: it-team\nreviewed: 2026-11-02\nurl: https://kb.example/vpn\n---\n";
    expect(passages(`${front}# VPN\n\n## Reset\n\ntext`)).toMatchObject([
      {
        id: "it/vpn.md#reset",
        page: "it/vpn.md",
        audience: ["staff", "board"],
        owner: "it-team",
        reviewed: "2026-11-02",
        url: "https://kb.example/vpn#reset",
      },
    ]);
  });

  it("takes the address of its file from the source where the page says none", () => {
    const url = "https://github.com/acme/kb/blob/3f9c2e1/it/vpn.md";
    expect(passages("# VPN\n\ntext", { url })[0]?.url).toBe(`${url}?plain=1#L1-L3`);
    expect(passages("# VPN\n\ntext")[0]).not.toHaveProperty("url");
    const own = passages("---\nurl: https://kb.example/vpn\n---\ntext", { url })[0]?.url;
    expect(own).toBe("https://kb.example/vpn#vpn");
  });

  it("of a long section is one of its parts, numbered from the second on", () => {
    const long = Array.from(
      { length: 40 },
      (_, index) => `Paragraph ${index} ${"word ".repeat(30)}`,
    );
    const parts = passages(`# VPN\n\n${long.join("\n\n")}\n\n## Reset\n\ntext`);
    expect(parts.map(({ id }) => id)).toEqual([
      "it/vpn.md#vpn",
      ...Array.from({ length: parts.length - 2 }, (_, index) => `it/vpn.md#vpn~${index + 2}`),
      "it/vpn.md#reset",
    ]);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.map(({ lines }) => lines[0])).toEqual(
      parts.map(({ lines }) => lines[0]).toSorted((a, b) => a - b),
    );
    // Each part begins behind the one before it, and only blank lines are between them.
    for (const [index, { lines }] of parts.slice(1).entries()) {
      expect(lines[0]).toBe((parts[index]?.lines[1] ?? 0) + 2);
    }
  });

  it("has the first paragraph's words under the title, wherever the title's heading stands", () => {
    expect(passages("above\n\n# VPN\n\nbelow")).toMatchObject([
      { id: "it/vpn.md#vpn", headings: ["VPN"], lines: [1, 5], text: "above\n\nbelow" },
    ]);
    expect(passages("---\ntitle: VPN\n---\n## vpn\n\nbelow")).toMatchObject([
      { id: "it/vpn.md#vpn", headings: ["VPN"], text: "below" },
    ]);
  });

  it("is not made of a heading without text, but of all of them where there is no text at all", () => {
    expect(passages("# VPN\n\n## Empty\n\n## Full\n\ntext").map(({ id }) => id)).toEqual([
      "it/vpn.md#full",
    ]);
    expect(passages("# VPN\n## Later")).toMatchObject([
      { id: "it/vpn.md#vpn", text: "VPN\n\nLater" },
    ]);
  });
});

describe("a page", () => {
  it("that nobody may read has no passage, and declares nothing", () => {
    const read = passagesOf({
      path: "a.md",
      markdown: "---\naudience: {}\nquestions: [What does the board earn?]\n---\n# Pay\n\nA lot.",
    });
    expect(read).toMatchObject({ passages: [], declared: [] });
    expect(read.problems.map(({ code }) => code)).toEqual(["wrong-type", "audience-unreadable"]);
  });

  it("that is no text or too large has no passage, and a problem", () => {
    for (const markdown of ["\0", "x".repeat(2_000_001)]) {
      const read = passagesOf({ path: "a.md", markdown });
      expect(read).toMatchObject({ title: "A", passages: [] });
      expect(read.problems).toHaveLength(1);
    }
  });

  it("without text says so", () => {
    for (const markdown of ["", "\n \n", "<!-- later -->", "---\ntitle: x\n---\n", "***"]) {
      expect(passagesOf({ path: "a.md", markdown })).toMatchObject({
        passages: [],
        problems: [{ page: "a.md", code: "empty-page" }],
      });
    }
  });

  it("of headings alone says so, at the first of them", () => {
    const { problems } = passagesOf({ path: "a.md", markdown: "\n# Expenses\n\n## Travel\n" });
    expect(problems).toMatchObject([{ line: 2, code: "empty-page", severity: "warning" }]);
  });

  it("gives its questions to the sections that they name, and keeps the others for the whole page", () => {
    const { passages: read, declared } = passagesOf({
      path: "a.md",
      markdown:
        '---\nquestions: ["One? -> #one", "Also one? -> #one", "All?"]\nnever: [Two?]\n---\n# One\n\ntext',
    });
    expect(read.map(({ questions }) => questions)).toEqual([["One?", "Also one?"]]);
    expect(declared.map(({ kind, text, passage }) => [kind, text, passage])).toEqual([
      ["answers", "One?", "a.md#one"],
      ["answers", "Also one?", "a.md#one"],
      ["answers", "All?", undefined],
      ["never", "Two?", undefined],
    ]);
  });
});
