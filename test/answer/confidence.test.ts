import { describe, expect, it } from "vitest";
import { confidenceOf, explainConfidence } from "../../src/answer/confidence.ts";
import { CONFIDENCE, THRESHOLD } from "../../src/answer/weights.ts";
import type { Asker } from "../../src/types.ts";
import { anybody, snapshotOf } from "../support/build-snapshot.ts";
import { buildTestSnapshot } from "../support/confidence-snapshot.ts";

const asker = { id: "a", labels: [] };

describe("confidence", () => {
  const snapshot = buildTestSnapshot();
  const of = async (text: string): Promise<number> =>
    (await snapshot.answer({ text, asker })).confidence;

  it("is a probability for whatever is asked", async () => {
    for (const text of ["redis", "", "?", "a b c d e f", "what is the meaning of 42".repeat(20)]) {
      const confidence = await of(text);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it("is higher for what a page says than for what it does not say about the same thing", async () => {
    expect(await of("How long are backups of the database kept?")).toBeGreaterThan(
      await of("Which colours has the database of birds?"),
    );
  });

  it("is low for a question about something else altogether", async () => {
    expect(await of("which planet has the most moons")).toBeLessThan(THRESHOLD);
  });

  it("explains itself: the weighted sum of the named signals, through the logistic function", () => {
    const signals = Float64Array.from(CONFIDENCE, (_, at) => at / 10);
    const explained = explainConfidence(signals);
    expect(explained.map(({ name }) => name)).toEqual(CONFIDENCE.map(({ name }) => name));
    expect(explained.every(({ meaning }) => meaning.length > 10)).toBe(true);
    expect(confidenceOf(signals)).toBeGreaterThan(0);
  });
});

describe("what authors declare, in confidence", () => {
  const page = (declared: string): string =>
    `---\n${declared}---\n# Teapots\n\nTeapots are made of clay in the pottery by hand.`;
  const besides =
    "# Pottery\n\nThe pottery was built by the river. Teapots made of clay stand in its shop, and cups made by hand.";
  const others = Object.fromEntries(
    ["rowing", "kiln", "clay", "glaze", "river", "shop"].map((name) => [
      `${name}.md`,
      `# ${name}\n\nWho wants to know about the ${name} asks whoever invented its rules.`,
    ]),
  );
  const signalsOf = async (
    declared: string,
    text: string,
    asker: Asker = anybody,
  ): Promise<{ declared: number; not: number; refused: number; confidence: number }> => {
    const pages = { ...others, "teapots.md": page(declared), "pottery.md": besides };
    const why = await snapshotOf(pages).why({ text, asker });
    const of = (name: string): number =>
      why.confidence.find((signal) => signal.name === name)?.value ?? Number.NaN;
    return {
      declared: of("declared"),
      not: of("declared not"),
      refused: of("refused"),
      confidence: why.outcome.confidence,
    };
  };
  const declared = "questions:\n  - What are teapots made of?\n";
  const never = "never:\n  - Who invented teapots of clay?\n";

  it("a question like a declared one is answered more surely", async () => {
    const text = "teapots, made by hand of what?";
    const plain = await signalsOf("", text);
    const asDeclared = await signalsOf(declared, text);
    expect(plain.declared).toBe(0);
    expect(asDeclared.declared).toBeGreaterThan(0.5);
    expect(asDeclared.confidence).toBeGreaterThan(plain.confidence);
  });

  it("a question like one that must not be answered is answered less surely", async () => {
    const text = "who invented teapots";
    const plain = await signalsOf("", text);
    const lowered = await signalsOf(never, text);
    expect(plain.not).toBe(0);
    expect(lowered.not).toBeGreaterThan(0.4);
    expect(lowered.confidence).toBeLessThan(plain.confidence);
  });

  it("the very question that must not be answered counts most, from whichever page the answer would come", async () => {
    const near = await signalsOf(never, "who invented teapots");
    const same = await signalsOf(never, "Who invented teapots of clay?");
    expect(same.not).toBeGreaterThan(near.not);
    expect(same.not).toBeGreaterThan(0.96);
  });

  it("what is nearly a question that must not be answered is refused, unless another declared one is as like", async () => {
    const text = "who ever invented the teapots of clay?";
    const alone = await signalsOf(never, text);
    expect(alone.refused).toBeGreaterThan(0.5);
    expect((await signalsOf(never, "teapots of which river?")).refused).toBe(0);
    const both = await signalsOf(
      `${never}${declared}  - Who ever invented the teapots of clay?\n`,
      text,
    );
    expect(both.not).toBeGreaterThan(0.8);
    expect(both.refused).toBe(0);
  });

  it("a page that the asker may not read lowers nothing", async () => {
    const audience = "audience: [slack:group:S1]\n";
    const text = "Who invented teapots of clay?";
    expect((await signalsOf(audience + never, text)).not).toBe(0);
    const insider = { id: "test:insider", labels: ["slack:group:S1"] };
    expect((await signalsOf(audience + never, text, insider)).not).toBeGreaterThan(0.96);
  });
});
