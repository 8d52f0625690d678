import { describe, expect, it } from "vitest";
import { safeHref, safeImageHref } from "../../src/knowledge/safe-href.ts";

describe("safeHref", () => {
  it.each([
    "https://example.com/a?b#c",
    "HTTP://example.com",
    "mailto:a@example.com",
    "../vpn.md#reset",
    "#reset",
    "/it/vpn.md",
    "a%0Ajavascript:alert(1)",
  ])("keeps %s", (href) => {
    expect(safeHref(href)).toBe(href);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "file:///etc/passwd",
    "slack://open",
    "//evil.example/x",
    "/\\evil.example",
    "",
  ])("drops %j", (href) => {
    expect(safeHref(href)).toBeUndefined();
  });

  it("takes no image from a mail address", () => {
    expect(safeImageHref("mailto:a@example.com")).toBeUndefined();
    expect(safeImageHref("vpn.png")).toBe("vpn.png");
  });
});
