import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkAddress, passageAddress } from "../../../adapters/http/addresses.ts";
import { answerView } from "../../../adapters/http/answer-view.ts";
import { drawBlocks } from "../../../adapters/http/html-blocks.ts";
import { parseLines } from "../../../adapters/http/passage-page.ts";
import { whyPage } from "../../../adapters/http/why-page.ts";
import type { Block } from "../../../src/index.ts";
import { abstained, citation, found, NOW, paragraph, table, text } from "../../support/answers.ts";
import { anyAnswer } from "../../support/any-answer.ts";
import { anyBlocks } from "../../support/any-blocks.ts";
import { expectHarmless } from "./harmless.ts";
import { PAGES } from "./pages.ts";
import { snapshotOf } from "./serve.ts";

const OPTIONS = { now: NOW, pinned: ["What is <b>?"] };
const words = (html: string): string => html.replaceAll(/<[^>]*>/gu, " ").replaceAll(/\s+/gu, " ");

describe("an answer as a page shows it", () => {
  it("stands before where it stands, and that before what one can do next", async () => {
    const shown = words(String(await answerView(found(), OPTIONS)));
    const places = [
      "18–35+ lakh",
      "Salaries › India",
      "careers/salaries.md:31-34",
      "reviewed 3 weeks ago",
      "Helpful",
      "Related",
    ].map((part) => shown.indexOf(part));
    expect(
      places.every((place) => place >= 0),
      shown,
    ).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("makes a review of over a year ago stand out", async () => {
    const answer = found({ citations: [citation({ reviewed: "2024-01-01" })] });
    expect(String(await answerView(answer, OPTIONS))).toContain('class="stale"');
  });

  it("keeps words apart where a line of the page ends", async () => {
    const lines: Block = {
      kind: "paragraph",
      children: [text("one"), { kind: "break", hard: false }, text("two")],
      lines: [1, 2],
    };
    expect(words(String(await drawBlocks([lines], { page: "a.md" })))).toContain("one two");
  });

  it("goes on counting where a list was cut", async () => {
    const list: Block = {
      kind: "list",
      ordered: true,
      start: 4,
      items: [{ children: [paragraph("four")], lines: [1, 1] }],
      lines: [1, 1],
    };
    expect(String(await drawBlocks([list], { page: "a.md" }))).toContain('start="4"');
  });

  it("asks what was meant, and whether to look elsewhere, where there is no answer", async () => {
    const shown = String(await answerView(abstained({ didYouMean: "Kanban" }), OPTIONS));
    expect(shown).toContain('href="/?q=Kanban"');
    expect(shown).toContain('href="/topics"');
  });

  it("offers questions to start with where nothing is even close", async () => {
    const shown = String(await answerView(abstained({ related: [] }), OPTIONS));
    expect(shown).toContain("What is &lt;b&gt;?");
    expect(String(await answerView(abstained(), OPTIONS))).not.toContain("What is &lt;b&gt;?");
  });

  it("tells those who open it what the log knows it by, answered or not", async () => {
    for (const answer of [found(), abstained()]) {
      const shown = String(await answerView(answer, { ...OPTIONS, trace: "trace-1" }));
      expect(words(/<details.*<\/details>/su.exec(shown)?.[0] ?? "")).toMatch(
        /About this answer Confidence .+ % · knowledge .+ · trace trace-1/u,
      );
    }
  });

  it("holds nothing but our own elements, whatever a page and a question say", async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer, async (answer) => {
        expectHarmless(String(await answerView(answer, OPTIONS)));
      }),
    );
  });
});

describe("the cited lines of a passage", () => {
  const rows = table(["Level", "Pay"], ["Junior", "5"], ["Senior", "18"]);

  it("are lit, row by row, and only the first can be jumped to", async () => {
    const html = String(
      await drawBlocks([paragraph("Before", 30), rows], { page: "a.md", cited: [33, 34] }),
    );
    expect(html.match(/id="cited"/gu)).toHaveLength(1);
    expect(html.match(/<tr class="lit"/gu)).toHaveLength(2);
    expect(html).not.toMatch(/<p[^>]*class="lit"/u);
  });

  it("are lit in code, line by line", async () => {
    const code: Block = { kind: "code", language: "sh", text: "one\ntwo\nthree", lines: [10, 14] };
    const html = String(await drawBlocks([code], { page: "a.md", cited: [12, 12] }));
    expect(html).toMatch(/<span class="lit" id="cited">two/u);
    expect(html.match(/class="lit"/gu)).toHaveLength(1);
  });

  it("never show more than the page holds", async () => {
    await fc.assert(
      fc.asyncProperty(anyBlocks, fc.nat(50), fc.nat(50), async (blocks, first, last) => {
        const html = String(
          await drawBlocks(blocks, { page: "a.md", cited: [first, first + last] }),
        );
        expectHarmless(html);
        expect((html.match(/id="cited"/gu) ?? []).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([
    ["31-34", [31, 34]],
    ["31", [31, 31]],
    ["34-31", undefined],
    ["0", undefined],
    ["a", undefined],
    ["1-2-3", undefined],
    [undefined, undefined],
    ["99999999", undefined],
  ])("are read from %j as %j", (given, expected) => {
    expect(parseLines(given)).toEqual(expected);
  });
});

describe("where links lead", () => {
  it.each([
    ["https://example.com/a?b#c", "https://example.com/a?b#c"],
    ["mailto:a@example.com", "mailto:a@example.com"],
    ["mysql.md", "/passages/databases/mysql.md"],
    ["../it/vpn.md#reset", "/passages/it/vpn.md%23reset"],
    ["#setup", "/passages/databases/sql.md%23setup"],
    ["../../../../etc/passwd.md", "/passages/etc/passwd.md"],
    ["javascript:alert(1)", undefined],
    ["JAVASCRIPT:alert(1)", undefined],
    ["data:text/html,x", undefined],
    ["//evil.example/a.md", undefined],
    ["\\\\evil.example/a.md", undefined],
    ["/\\evil.example/a.md", undefined],
    ["picture.png", undefined],
    ["%E0%A4%A.md", undefined],
  ])("%s leads to %s", (href, address) => {
    expect(linkAddress(href, "databases/sql.md")).toBe(address);
  });

  it("a passage's address gives its id back, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (id) => {
        const url = new URL(passageAddress(`a/${id}`), "http://a");
        expect(url.search + url.hash).toBe("");
        if (!/^\.{1,2}$/u.test(id) && !/\/\.{1,2}(?:\/|$)|^\.{1,2}\//u.test(id)) {
          expect(decodeURIComponent(url.pathname)).toBe(`/passages/a/${id.toWellFormed()}`);
        }
      }),
    );
  });
});

describe("why this answer", () => {
  it("shows words, signals and runners-up, strongest first, as bars beside their numbers", async () => {
    const snapshot = snapshotOf(PAGES);
    const why = await snapshot.why({
      text: "How do I reset my VPN token?",
      asker: { id: "a", labels: [] },
    });
    const html = String(await whyPage(why));
    expectHarmless(html);
    expect(words(html)).toMatch(
      /Sure enough to answer.*token.*VPN › Reset your VPN token.*answered/u,
    );
    expect(html).not.toContain("style=");
    expect(html.match(/<tr>/gu)?.length).toBeLessThan(25);
  });

  it.each(["hello", "?!", "qwertz uiopü", "What is the bonus budget?"])(
    "says why there is no answer to %j",
    async (question) => {
      const why = await snapshotOf(PAGES).why({ text: question, asker: { id: "a", labels: [] } });
      const html = String(await whyPage(why));
      expectHarmless(html);
      expect(words(html)).not.toContain("Sure enough");
      expect(html).not.toContain("4711");
    },
  );
});
