import { describe, expect, it } from "vitest";
import type { Block, Outcome } from "../src/index.ts";
import { blockText, plainText } from "../src/index.ts";
import { anybody } from "./support/build-snapshot.ts";
import { questionRows, shippedKnowledge } from "./support/shipped-knowledge.ts";

const FIXTURES = "test/fixtures/questions";
const { source, snapshot } = await shippedKnowledge();
const answered = new Map<string, Promise<Outcome>>();

/** Several tests look at the same answers: each question is answered once. */
function ask(text: string, previous: readonly string[] = []): Promise<Outcome> {
  const key = [...previous, text].join("\n");
  const answer = answered.get(key) ?? snapshot.answer({ text, asker: anybody }, { previous });
  answered.set(key, answer);
  return answer;
}

/** Every expression of the row matches what is shown. */
function matches(outcome: Outcome, expressions: string): boolean {
  const shown = outcome.kind === "found" ? plainText(outcome.body) : "";
  return expressions.split("&&").every((expression) => new RegExp(expression, "iu").test(shown));
}

// Hundreds of questions each, on a machine that may be busy.
describe("the shipped knowledge", { timeout: 120_000 }, () => {
  it("has no page with a problem", () => {
    expect(snapshot.facts.problems).toEqual([]);
  });

  it("answers honest questions", async () => {
    const rows = questionRows(`${FIXTURES}/answerable.tsv`);
    const failed: string[] = [];
    for (const [id = "", text = "", expressions = ""] of rows) {
      if (!matches(await ask(text), expressions)) failed.push(`${id} ${text}`);
    }
    expect
      .soft(failed.length / rows.length, failed.join("\n"))
      .toBeLessThanOrEqual(ANSWERABLE_MISSED);
  });

  it.each([
    ["far", FAR_ANSWERED, "what has nothing to do with it"],
    ["near", NEAR_ANSWERED, "what it nearly holds"],
  ])("is silent on %s questions", async (distance, most) => {
    const rows = questionRows(`${FIXTURES}/unanswerable.tsv`).filter((row) => row[2] === distance);
    const failed: string[] = [];
    for (const [id = "", text = ""] of rows) {
      if ((await ask(text)).kind === "found") failed.push(`${id} ${text}`);
    }
    expect(rows.length).toBeGreaterThan(0);
    expect.soft(failed.length / rows.length, failed.join("\n")).toBeLessThanOrEqual(most);
  });

  it.each([
    ["Hi team! ", ""],
    ["I was wondering, ", ""],
    ["@Docent quick question: ", " Thanks in advance!"],
    ["does anyone know ", " these days?"],
    ["According to the docs, ", " please"],
    ["I have an interview tomorrow and I am a bit nervous. ", "?"],
    ["My manager asked me: ", "? I need it for my presentation on Monday."],
  ])("says the same to a question between “%s” and “%s”", async (before, after) => {
    const rows = questionRows(`${FIXTURES}/answerable.tsv`)
      .filter((_, index) => index % 10 === 0)
      // What somebody tells about themselves before they ask is an aside already.
      .filter(([, text = ""]) => !/[.!?] /u.test(text));
    for (const [, text = ""] of rows) {
      const plain = text.replace(/\?$/u, "");
      const shown = [await ask(plain), await ask(before + plain + after)].map(
        (outcome) => outcome.kind === "found" && plainText(outcome.body),
      );
      expect(shown[1], text).toBe(shown[0]);
    }
  });

  it("answers for another level with its row alone, as the question before was answered", async () => {
    const previous = ["How much does a senior earn in India?"];
    for (const text of ["and an architect?", "what about freshers?"]) {
      const outcome = await ask(text, previous);
      expect(outcome.kind === "found" ? outcome.citations.length : 0, text).toBe(1);
    }
  });

  it("answers follow-ups", async () => {
    const rows = questionRows(`${FIXTURES}/follow-ups.tsv`);
    const failed: string[] = [];
    for (const [id = "", first = "", second = "", expressions = ""] of rows) {
      if (!matches(await ask(second, [first]), expressions))
        failed.push(`${id} ${first} | ${second}`);
    }
    expect
      .soft(failed.length / rows.length, failed.join("\n"))
      .toBeLessThanOrEqual(FOLLOW_UPS_MISSED);
  });

  it("cites lines of the page that hold the quoted words, for every answer", async () => {
    const questions = questionRows(`${FIXTURES}/answerable.tsv`).map(([, text = ""]) => text);
    for (const text of questions) {
      const outcome = await ask(text);
      if (outcome.kind !== "found") continue;
      for (const citation of outcome.citations) {
        expect(citation.lines[0]).toBeGreaterThanOrEqual(citation.passage.lines[0]);
        expect(citation.lines[1]).toBeLessThanOrEqual(citation.passage.lines[1]);
      }
      for (const block of outcome.body) {
        const held = outcome.citations.some((citation) => holds(citation.passage.page, block));
        expect(held, `${text}: ${blockText(block)}`).toBe(true);
      }
    }
  });
});

/** Whether the page's lines that the block names hold each of its words, in order. */
function holds(path: string, block: Block): boolean {
  const page = source.pages.find((page) => page.path === path);
  const [first, last] = block.kind === "table" ? [block.lines[0], block.lines[1]] : block.lines;
  const lines =
    page?.markdown
      .split("\n")
      .slice(first - 1, last)
      .join(" ") ?? "";
  const shown = block.kind === "table" ? plainText([{ ...block, header: [] }]) : blockText(block);
  let at = 0;
  return words(shown).every((word) => {
    at = lines.indexOf(word, at);
    return at >= 0;
  });
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

// What is reached today, as a ratchet: a share that grows fails. docs/quality.md has the figures.
const ANSWERABLE_MISSED = 0.05;
const FAR_ANSWERED = 0.03;
const NEAR_ANSWERED = 0.02;
const FOLLOW_UPS_MISSED = 0.04;
