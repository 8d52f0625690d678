import { describe, expect, it } from "vitest";
import { chatScreens } from "../cli/screens.ts";
import { checkKnowledge } from "../src/authoring/check-knowledge.ts";
import { testKnowledge } from "../src/authoring/test-knowledge.ts";
import { shippedKnowledge } from "./support/shipped-knowledge.ts";

/** When the shipped pages were last reviewed as a whole: their age is no fault of the code. */
const NOW = Date.parse("2026-11-21T12:00:00Z");
/** What is measured by searching; see the ratchets below. */
const MEASURED = new Set(["competing-pages", "unreached-passage"]);

const { source, snapshot } = await shippedKnowledge();
const problems = await checkKnowledge(source, snapshot, { now: NOW, screens: chatScreens(NOW) });

describe("the shipped knowledge, as its authors see it", () => {
  it("declares at least three questions a page", async () => {
    const answers = (await snapshot.declared()).filter(({ kind }) => kind === "answers");
    const byPage = Map.groupBy(answers, ({ page }) => page);
    const few = source.pages.filter(({ path }) => (byPage.get(path)?.length ?? 0) < 3);
    expect(few.map(({ path }) => path)).toEqual([]);
  });

  it("is well written by every rule", () => {
    expect(problems.filter(({ code }) => !MEASURED.has(code))).toEqual([]);
  });

  it("has no two pages that compete, and none that nobody reaches", () => {
    const measured = problems.filter(({ code }) => MEASURED.has(code));
    const shown = measured.map(({ page, line, message }) => `${page}:${line} ${message}`);
    expect(measured.length, shown.join("\n")).toBeLessThanOrEqual(MEASURED_LEFT);
  });

  // It asks all of some 2,600 questions.
  it("answers what it declares", { timeout: 120_000 }, async () => {
    const { tested } = await testKnowledge(source, snapshot);
    const failing = tested.filter(({ holds }) => !holds);
    const shown = failing.map(({ page, line, text }) => `${page}:${line} ${text}`);
    expect(failing.length / tested.length, shown.join("\n")).toBeLessThanOrEqual(DECLARED_MISSED);
  });
});

// A page that breaks either is mended, or its words are.
const MEASURED_LEFT = 0;
const DECLARED_MISSED = 0;
