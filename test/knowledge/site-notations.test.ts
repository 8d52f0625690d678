import { describe, expect, it } from "vitest";
import { outline } from "../support/blocks.ts";

describe("what site generators and note-takers write", () => {
  it.each([
    ["<Tabs>", "</Tabs>"],
    ["</TabItem></Tabs>"],
    ['<Figure src="a.png" />'],
    ["import Tabs from '@theme/Tabs';"],
    ['import { A, B as C } from "x"', "import './style.css'"],
    ["![[diagram.png]]"],
    ["%%to do: ask Ann%%"],
    ["%%", "internal", "", "- not for guests", "%%"],
    ["%% a note", "that ends here %%"],
    ["{{< note >}}", "{{< /note >}}"],
    ["{{% pageinfo %}} {{% /pageinfo %}}"],
    ['{% hint style="info" %}', "{% endhint %}"],
    ["{/* to do */}", "export const speed = 3;"],
    ['::: moniker range="<=msvc-140"', "::: moniker-end"],
    [":::row:::", ':::column span="2":::', ":::column-end:::", ":::row-end:::"],
    [':::image type="content" source="media/a.png" alt-text="Screenshot of the panel.":::'],
    ["[!INCLUDE[product](../includes/product.md)]"],
    ['[!code-csharp[Main](Program.cs?range=1-9 "The start")]'],
  ])("says nothing: %s %s", (...lines) => {
    expect(outline(...lines)).toEqual([]);
  });

  it.each([
    ['<TabItem value="mac" label="macOS">', "macOS"],
    [
      "Deploy with [[Argo CD]] to [[Clusters/Production|production]].",
      "Deploy with Argo CD to production.",
    ],
    [
      "See [[Runbook#Rollback]], [[#Below]] and [[ops/Rollback]].",
      "See Runbook › Rollback, Below and ops/Rollback.",
    ],
    ["Boost it for 30 minutes. %%internal: not for guests%%", "Boost it for 30 minutes."],
    ["==Never== change ==the code==.", "Never change the code."],
    ["Use [!INCLUDE [name](name.md)] for it.", "Use for it."],
    [":::imagine a line of text", ":::imagine a line of text"],
    ["This array[!x] and [!] stay.", "This array[!x] and [!] stay."],
    ["Wait {{< icon clock >}}for {{% minutes %}}it.", "Wait for it."],
    ['{{< tab title="macOS" >}}', "macOS"],
    ["The SLA is met.[^1] Mostly [^2].", "The SLA is met. Mostly ."],
    ["[^1]: Measured by month.", "Measured by month."],
    ["for %%i in (*.txt) do echo %%i", "for %%i in (*.txt) do echo %%i"],
    ["a == b or c==d, 100%% of it", "a == b or c==d, 100%% of it"],
    ["==never closed", "==never closed"],
  ])("is shown by its words: %s", (line, shown) => {
    expect(outline(line)).toEqual([`paragraph 1-1 ${shown}`]);
  });

  it("stands around words that stay, lines and all", () => {
    expect(outline("<Note>", "Be careful.", "</Note>", "- <ClientId>", "- b")).toEqual([
      "paragraph 2-2 Be careful.",
      "list 4-5 - <ClientId>⏎- b",
    ]);
  });

  it.each([
    "A List<String> of <YourName>",
    "<Your Name> is needed",
    "<ClientId>",
    "Press <Button /> to send",
    "x[[1]] and [[1]] and a [[]] b and [[:alpha:]]",
    "import os, and from sys import path",
    "[[ -f file ]] tells",
    "[[1]](https://a.example) says so",
    "a < B and C > d",
    "matches [^a-z] and {{ name }} and {% if x %} here",
  ])("is text where it means something else: %s", (line) => {
    expect(outline(line)).toEqual([
      `paragraph 1-1 ${line.replace("[[1]](https://a.example)", "[1]")}`,
    ]);
  });
});
