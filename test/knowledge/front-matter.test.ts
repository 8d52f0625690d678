import { describe, expect, it } from "vitest";
import { codes, parse } from "../support/front-matter.ts";

describe("front matter", () => {
  it("is read into its keys, and the body begins on the line behind it", () => {
    const parsed = parse(
      "---",
      "title: VPN, for the first time",
      "aliases: [remote access, AnyConnect]",
      "tags:",
      "  - network",
      "owner: it-team",
      "reviewed: 2026-11-02",
      "audience: [staff]",
      "sources: handbook",
      "questions:",
      '  - "How do I reset my token? -> #reset"',
      "  - What is VPN?",
      "never: [Which VPN is the best?]",
      "url: https://kb.example.com/vpn",
      "---",
      "# VPN",
    );
    expect(parsed).toEqual({
      frontMatter: {
        title: "VPN, for the first time",
        aliases: ["remote access", "AnyConnect"],
        tags: ["network"],
        owner: "it-team",
        reviewed: "2026-11-02",
        audience: ["staff"],
        sources: ["handbook"],
        questions: ["How do I reset my token? -> #reset", "What is VPN?"],
        never: ["Which VPN is the best?"],
        url: "https://kb.example.com/vpn",
      },
      bodyLine: 16,
      body: "# VPN",
      questionLines: [11, 12],
      neverLines: [13],
      audienceLine: 8,
      problems: [],
    });
  });

  it("of Hugo in TOML is left out, but for its title", () => {
    expect(parse("+++", 'title = "Builds"', "draft = false", "+++", "# B")).toMatchObject({
      frontMatter: { title: "Builds", audience: ["public"] },
      bodyLine: 5,
      body: "# B",
      problems: [],
    });
    expect(parse("+++", "three", "# B")).toMatchObject({ bodyLine: 1, body: "+++\nthree\n# B" });
    const below = ["# B", "+++", 'audience = "x"', "+++"];
    expect(parse(...below)).toMatchObject({ bodyLine: 1, body: below.join("\n"), problems: [] });
  });

  it("in TOML opens no page that names its readers, and says what it does not read", () => {
    const closed = parse("+++", 'audience = ["staff"]', "+++", "# B");
    expect(closed.frontMatter.audience).toEqual([]);
    expect(codes(closed)).toEqual(["1 front-matter-language", "1 audience-unreadable"]);
    expect(codes(parse("+++", 'questions = ["Who?"]', "+++", "# B"))).toEqual([
      "1 front-matter-language",
    ]);
  });

  it("may be missing, empty, or below blank lines", () => {
    expect(parse("# VPN", "text")).toMatchObject({
      bodyLine: 1,
      body: "# VPN\ntext",
      problems: [],
    });
    expect(parse("---", "---", "text")).toMatchObject({ bodyLine: 3, body: "text", problems: [] });
    expect(parse("", " ", "---", "owner: me", "---", "text")).toMatchObject({
      frontMatter: { owner: "me" },
      bodyLine: 6,
      body: "text",
    });
    expect(parse("---", "owner: me", "---")).toMatchObject({ bodyLine: 4, body: "" });
    expect(parse("---", "owner: me", "...", "text")).toMatchObject({ bodyLine: 4, body: "text" });
  });

  it("leaves rules at the top of a page alone", () => {
    for (const lines of [
      ["---", "Ordinary text", "---", "more"],
      ["-----", "title: x", "-----"],
      ["--- a title of words", "---"],
    ]) {
      const parsed = parse(...lines);
      expect(parsed).toMatchObject({ bodyLine: 1, body: lines.join("\n"), problems: [] });
    }
  });

  it("takes every value as it is written", () => {
    const { frontMatter } = parse(
      "---",
      "title: 1.10",
      "tags: [no, 0x1F, true, 007, 2026-11-02]",
      "---",
    );
    expect(frontMatter.title).toBe("1.10");
    expect(frontMatter.tags).toEqual(["no", "0x1F", "true", "007", "2026-11-02"]);
  });

  it("takes nothing for nothing", () => {
    const { frontMatter, problems } = parse(
      "---",
      "title:",
      "owner: ~",
      "tags: [null, '', '~']",
      "---",
    );
    expect(frontMatter).toMatchObject({ tags: ["~"] });
    expect(frontMatter).not.toHaveProperty("title");
    expect(frontMatter).not.toHaveProperty("owner");
    expect(problems).toEqual([]);
  });

  it("joins text that goes over several lines", () => {
    const { frontMatter } = parse("---", "title: >", "  VPN for", "  beginners", "---");
    expect(frontMatter.title).toBe("VPN for beginners");
  });

  it("reports an unknown key with what was probably meant, and keeps the others", () => {
    const parsed = parse("---", "title: VPN", "reviewd: 2026-11-02", "colour: red", "---");
    expect(parsed.frontMatter.title).toBe("VPN");
    expect(parsed.problems).toMatchObject([
      {
        page: "page.md",
        line: 3,
        severity: "warning",
        code: "unknown-key",
        message: "`reviewd` is not known in front matter, did you mean `reviewed`?",
        remedy: "Rename it to `reviewed`.",
      },
      { line: 4, code: "unknown-key", message: "`colour` is not known in front matter" },
    ]);
  });

  it("reports the keys of another tool once for a page, where the first of them stands", () => {
    const keys = ["ms.date: 1", "title: VPN", "team: x", "section: 2", "colour: red", "reviewd: x"];
    const { problems } = parse("---", ...keys, "---");
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      "2 `ms.date`, `team`, `section` and 1 more are not known in front matter",
      "7 `reviewd` is not known in front matter, did you mean `reviewed`?",
    ]);
  });

  it.each([
    "id: webhooks\nslug: /webhooks\nsidebar_label: Webhooks\nsidebar_position: 3\npagination_next: null",
    "layout: page\npermalink: /vpn/\ncategories: [it]\nnav_order: 2",
    "weight: 10\ndate: 2026-11-02T10:00:00Z\ndraft: false\nmenu:\n  main:\n    weight: 2\nlinktitle: VPN",
    "hide:\n  - navigation\ntemplate: home.html",
    "sidebar:\n  order: 2\nprev: false\nhero: {tagline: x}\nhead:\n  - tag: meta\noutline: deep\ncover: x",
  ])("says nothing of keys that a generator of sites needs: %j", (keys) => {
    const { problems, frontMatter } = parse("---", `title: VPN\n${keys}`, "---");
    expect(problems).toEqual([]);
    expect(frontMatter).toEqual({ ...parse("").frontMatter, title: "VPN" });
  });

  it.each(["draft: true", "published: false"])(
    "warns that a page is answered from that a generator hides: %s",
    (key) => {
      const { problems } = parse("---", "title: VPN", key, "---");
      expect(problems.map(({ line, code }) => [line, code])).toEqual([[3, "not-hidden"]]);
    },
  );

  it.each([
    ["title: [a, b]", "wrong-type"],
    ["owner: {name: me}", "wrong-type"],
    ["tags: {a: b}", "wrong-type"],
    ["tags: [[a]]", "wrong-type"],
    ["reviewed: last week", "wrong-value"],
    ["reviewed: 2026-02-30", "wrong-value"],
    ["reviewed: 11/02/2026", "wrong-value"],
    ["url: javascript:alert(1)", "wrong-value"],
    ["url: kb.example.com", "wrong-value"],
    ["? [a]\n: b", "unknown-key"],
  ])("reports `%s` on its line and leaves it out", (line, code) => {
    const parsed = parse("---", "tags: a", line.replace("tags", "aliases"), "---", "text");
    expect(codes(parsed)).toEqual([`3 ${code}`]);
    expect(parsed.frontMatter).toEqual({ ...parse("").frontMatter, tags: ["a"] });
    expect(parsed.body).toBe("text");
  });

  it("keeps the day of a review with a time", () => {
    expect(parse("---", "reviewed: 2026-11-02T10:00:00Z", "---").frontMatter.reviewed).toBe(
      "2026-11-02",
    );
  });

  it("counts the first of two equal keys", () => {
    const parsed = parse("---", "title: one", "title: two", "---");
    expect(parsed.frontMatter.title).toBe("one");
    expect(codes(parsed)).toEqual(["3 repeated-key"]);
  });

  it("that is no YAML is left out with the line where it breaks, and the body stays", () => {
    const parsed = parse("---", "title: VPN: the guide", "---", "# VPN");
    expect(parsed).toMatchObject({ body: "# VPN", bodyLine: 4 });
    expect(codes(parsed)).toEqual(["2 front-matter-syntax"]);
    expect(codes(parse("---", "title: VPN", "tags: [a", "---", "x"))).toEqual([
      "4 front-matter-syntax",
    ]);
    expect(codes(parse("---", '"a"', "---", "x"))).toEqual([]);
    expect(codes(parse("---", "a: 1", "b", "---"))).toHaveLength(1);
  });

  it("that is not closed leaves the page as text, and says so", () => {
    const parsed = parse("---", "title: VPN", "", "text");
    expect(parsed).toMatchObject({ bodyLine: 1, body: "---\ntitle: VPN\n\ntext" });
    expect(codes(parsed)).toEqual(["1 front-matter-unclosed"]);
  });

  it("over 32 KB is not parsed", () => {
    const parsed = parse("---", `title: ${"x".repeat(40_000)}`, "---", "text");
    expect(parsed).toMatchObject({ bodyLine: 4, body: "text" });
    expect(codes(parsed)).toEqual(["1 front-matter-too-long"]);
  });
});

describe("an audience that cannot be read", () => {
  it.each([
    [["---", "audience: [staff]", "title: a: b", "---", "secret"], "broken YAML"],
    [["---", "audiense: [staff]", "---", "secret"], "a misspelt key"],
    [["---", "Audience: staff", "---", "secret"], "a capital"],
    [["---", "audience:", "---", "secret"], "no value"],
    [["---", "audience: []", "---", "secret"], "an empty list"],
    [["---", "audience: {staff: true}", "---", "secret"], "a mapping"],
    [["---", "audience: staff, board", "---", "secret"], "two labels in one"],
    [["---", "audience: [board]", "audience: [staff]", "---", "secret"], "given twice"],
    [["---", "title: x", "audience: [staff]", "", "secret"], "front matter that is not closed"],
    [["---js", "{ audience: ['staff'] }", "---", "secret"], "another language"],
    [["---", `title: ${"x".repeat(40_000)}`, "audience: staff", "---", "secret"], "too long"],
    [["---", "{audience: [staff]", "---", "secret"], "broken flow style"],
  ])("leaves the page to nobody: %#", (lines) => {
    const parsed = parse(...lines);
    expect(parsed.frontMatter.audience).toEqual([]);
    expect(parsed.problems.at(-1)).toMatchObject({
      severity: "error",
      code: "audience-unreadable",
    });
  });

  it("is not suspected where none is mentioned", () => {
    expect(parse("---", "title: a: b", "---").frontMatter.audience).toEqual(["public"]);
  });
});
