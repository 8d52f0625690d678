import { describe, expect, it } from "vitest";
import { confidenceOf, explainConfidence } from "../../src/answer/confidence.ts";
import { CONFIDENCE, THRESHOLD } from "../../src/answer/weights.ts";
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
