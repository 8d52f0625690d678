import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discordInlines } from "../../../adapters/http/discord-inlines.ts";
import { discordMarkdown } from "../../../adapters/http/discord-markdown.ts";
import { previews } from "../../../adapters/http/preview.ts";
import { slackMrkdwn } from "../../../adapters/http/slack-mrkdwn.ts";
import type { Answer } from "../../../src/index.ts";
import { abstained, found, NOW, paragraph } from "../../support/answers.ts";
import { anyAnswer } from "../../support/any-answer.ts";
import { expectHarmless } from "./harmless.ts";

const HUMAN = { slack: true, discord: true };
const words = (html: string): string => html.replaceAll(/<[^>]*>/gu, " ").replaceAll(/\s+/gu, " ");
const draw = async (parts: readonly unknown[]): Promise<string> =>
  (await Promise.all(parts)).join("");

describe("as in Slack, as in Discord", () => {
  const shown = async (answer: Answer): Promise<string> =>
    String(await previews(answer, { now: NOW, pinned: ["What is the VPN?"], human: HUMAN }));

  it("show the same answer, each in its own way", async () => {
    const [slack = "", discord = ""] = (await shown(found())).split("As in Discord");
    for (const html of [slack, discord]) {
      expect(words(html)).toContain("18–35+ lakh");
      expect(words(html)).toContain("careers/salaries.md:31-34");
      expect(words(html)).toContain("Not helpful");
    }
    expect(slack).toContain("<td");
    expect(discord).toContain("<pre");
  });

  it("show the cut that a long answer gets there", async () => {
    const body = Array.from({ length: 60 }, (_, index) =>
      paragraph(`Sentence ${index} of many. `.repeat(8), index + 1),
    );
    const html = await shown(found({ body }));
    expect(html.match(/more lines/gu)).toHaveLength(2);
    expect(html.match(/Show all/gu)).toHaveLength(2);
  });

  it("offer what chats offer to somebody who asked nothing", async () => {
    const html = await shown(abstained({ reason: "empty-query", related: [] }));
    expect(html.match(/What is the VPN\?/gu)?.length).toBeGreaterThanOrEqual(2);
  });

  it("can draw whatever Docent sends, and hold nothing but our own elements", async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer, async (answer) => {
        const html = await shown(answer);
        expectHarmless(html);
        expect(html).not.toContain("cannot draw");
      }),
    );
  });

  it.each([
    [
      "**bold** and *italic* and ~~gone~~",
      "<strong>bold</strong> and <em>italic</em> and <s>gone</s>",
    ],
    ["\\*\\*not bold\\*\\* \\<b>", "**not bold** &lt;b&gt;"],
    ["**bold *both* bold**", "<strong>bold <em>both</em> bold</strong>"],
    ["`a * b` and `` a`b ``", "<code>a * b</code> and <code>a`b</code>"],
    ["**open", "**open"],
    [
      "[a\\]b](https://example.com/x)",
      '<a href="https://example.com/x" rel="noopener noreferrer nofollow">a]b</a>',
    ],
    ["[x](javascript:alert)", "[x](javascript:alert)"],
  ])("reads %s as Discord does", async (markdown, html) => {
    expect(await draw(discordInlines(markdown))).toBe(html);
  });

  it("reads Discord's lines: headings, small print, lists, quotes, code", async () => {
    const html = await draw(
      discordMarkdown(
        "### Title\n-# small\n1. one\n2. two\n  - deeper\n> said\n```sh\n### code\n```\nend",
      ),
    );
    expect(words(html)).toBe(" Title small 1. one 2. two • deeper said ### code end ");
    expect(html).toContain("indent-1");
    expect(html).toContain("<blockquote>");
  });

  it("reads Slack's mrkdwn: links, bold, entities, and nothing else", async () => {
    const html = await draw(
      slackMrkdwn("<https://a.example|a &amp; b> *old* &lt;b&gt; <javascript:x|no> _plain_"),
    );
    expect(html).toContain(">a &amp; b</a>");
    expect(html).toContain("<strong>old</strong> &lt;b&gt; no _plain_");
  });
});
