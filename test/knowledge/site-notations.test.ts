import { describe, expect, it } from "vitest";
import { outline } from "../support/blocks.ts";

describe("what site generators and note-takers write", () => {
  it.each([
    ["<Tabs>"],
    ["</TabItem></Tabs>"],
    ["<Figure", '  src="a.png" />'],
    ["import Tabs from '@theme/Tabs';"],
    ['import { A, B as C } from "x"', "import './style.css'"],
    ["![[diagram.png]]"],
  ])("says nothing: %s %s", (...lines) => {
    expect(outline(...lines)).toEqual([]);
  });

  it.each([
    ['<TabItem value="mac" label="macOS">', "macOS"],
    ["<Note kind={x}>Never on **Fridays**.</Note>", "Never on Fridays."],
    [
      "Deploy with [[Argo CD]] to [[Clusters/Production|production]].",
      "Deploy with Argo CD to production.",
    ],
    [
      "See [[Runbook#Rollback]], [[#Below]] and [[ops/Rollback]].",
      "See Runbook, Below and Rollback.",
    ],
  ])("is shown by its words: %s", (line, shown) => {
    expect(outline(line)).toEqual([`paragraph 1-1 ${shown}`]);
  });

  it.each([
    "A List<String> of <YourName>",
    "<Your Name> is needed",
    "import os, and from sys import path",
    "[[ -f file ]] tells",
    "[[1]](https://a.example) says so",
    "a < B and C > d",
  ])("is text where it means something else: %s", (line) => {
    expect(outline(line)).toEqual([
      `paragraph 1-1 ${line.replace("(https://a.example)", "").replace("[[1]]", "[1]")}`,
    ]);
  });
});
