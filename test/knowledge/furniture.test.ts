import { describe, expect, it } from "vitest";
import { outline } from "../support/blocks.ts";

describe("what says nothing on a page", () => {
  it.each([
    ["[![build](b.svg)](https://ci.example) [![npm](n.svg)](https://npm.example)"],
    ["[![build](b.svg)](https://ci.example)"],
    ["![one](a.svg) | ![two](b.svg)"],
    [
      '<p align="center">',
      '  <a href="https://ci.example"><img src="b.svg" alt="build"></a>',
      "</p>",
    ],
    ["- [Install](#install)", "- [Use](#use)", "  - [From a shell](#shell)"],
    ["1. [Install](#install).", "2. [Use](#use)"],
  ])("is left out: %s %s %s", (...lines) => {
    expect(outline(...lines)).toEqual([]);
  });

  it.each([
    ["![How requests travel](travel.png)"],
    ["[![How requests travel here](travel.png)](travel.html)"],
    ["Status: [![build](b.svg)](https://ci.example)"],
    ["[Guide](https://guide.example)"],
    ["- [Install](#install)"],
    ["- [Install](#install): first of all", "- [Use](#use)"],
    ["- [Install](install.md)", "- [Use](use.md)"],
    ["- a", "- [Use](#use)"],
  ])("is no more than that: %s %s", (...lines) => {
    expect(outline(...lines)).toHaveLength(1);
  });

  it.each([
    ["# Frob [![build](b.svg)](https://ci.example)", "heading 1-1 Frob"],
    ["# ![logo](l.svg) Frob ![stars](s.svg)", "heading 1-1 Frob"],
    ["# ![Frob](l.svg)", "heading 1-1 Frob"],
  ])("stands beside a heading: %s", (heading, shown) => {
    expect(outline(heading)).toEqual([shown]);
  });

  it("counts no line of what stays", () => {
    expect(
      outline("[![a](a.svg)](b)", "", "Words.", "", "- [c](#c)", "- [d](#d)", "", "More."),
    ).toEqual(["paragraph 3-3 Words.", "paragraph 8-8 More."]);
  });
});
