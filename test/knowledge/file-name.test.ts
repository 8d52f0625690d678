import { describe, expect, it } from "vitest";
import { namesOfFile } from "../../src/knowledge/file-name.ts";

describe("the name of a page's file", () => {
  it.each([
    ["ws.md", "A WebSocket library", "ws"],
    ["guides/02-rate_limits.md", "How often may I call?", "rate limits"],
    ["2026-05-01-release-notes.md", "What is new", "release notes"],
    ["Sick leave 0123456789abcdef0123.md", "When you are ill", "sick leave"],
    ["docker/README.md", "Containers", "docker"],
    ["a/node.js/index.markdown", "JavaScript on servers", "node.js"],
  ])("%s is another name of “%s”: %s", (path, title, name) => {
    expect(namesOfFile(path, title, `Words about ${name.toUpperCase()}.`)).toEqual([name]);
  });

  it.each([
    ["ruby-on-rails.md", "Ruby on Rails"],
    ["curlew.md", "The Curlew"],
    ["README.md", "Read me"],
    ["42.md", "The answer"],
    ["a.md", "A"],
    ["overview.md", "What there is"],
    ["docker/2024/index.md", "What is new"],
  ])("%s adds nothing to “%s”", (path, title) => {
    expect(namesOfFile(path, title, `Words about ${path}.`)).toEqual([]);
  });

  it("is no name that the page itself never uses", () => {
    expect(namesOfFile("python.md", "Printers", "They stand on the third floor.")).toEqual([]);
  });
});
