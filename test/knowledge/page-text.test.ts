import { describe, expect, it } from "vitest";
import { pageText } from "../../src/knowledge/page-text.ts";

describe("a page's text", () => {
  it("has one kind of line end and no byte order mark, whoever read it", () => {
    expect(pageText("\uFEFFa\r\nb\rc", "page.md")).toEqual({ text: "a\nb\nc", problems: [] });
  });

  it("loses what cannot be seen, and its author learns where", () => {
    const { text, problems } = pageText(
      "one\ntwo\u0007\u001B[31m \u202Eevil\u202C\tx\u2066y\n",
      "page.md",
    );
    expect(text).toBe("one\ntwo[31m evil\txy\n");
    expect(problems).toMatchObject([{ page: "page.md", line: 2, code: "control-characters" }]);
  });

  it("keeps words apart that only a form feed parted", () => {
    expect(pageText("one\ftwo\vthree", "page.md").text).toBe("one two three");
  });

  it("keeps what scripts and emoji need: joiners, marks of direction", () => {
    const text = "می\u200Cخواهم 👩\u200D👧 \u200Fשלום\u200E é";
    expect(pageText(text, "page.md")).toEqual({ text, problems: [] });
  });

  it("has no half of a character", () => {
    expect(pageText("a\uD83Db", "page.md").text).toBe("a\uFFFDb");
  });

  it("is left out where it is no text or too large", () => {
    expect(pageText("a\0b", "page.md")).toMatchObject({
      text: undefined,
      problems: [{ severity: "error", code: "page-binary" }],
    });
    expect(pageText("a".repeat(2_000_001), "page.md")).toMatchObject({
      text: undefined,
      problems: [{ severity: "error", code: "page-too-large" }],
    });
  });
});
