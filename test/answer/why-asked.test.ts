import { describe, expect, it } from "vitest";
import { tellsMore, toldOf } from "../../src/answer/why-asked.ts";
import { likeliestReadings } from "../../src/answer/reading.ts";
import type { Surely } from "../../src/answer/reading.ts";
import { stemOf } from "../../src/search/terms.ts";
import { anybody, snapshotOf } from "../support/build-snapshot.ts";

const words = (text: string): readonly { readonly stem: string }[] =>
  text.split(" ").map((word) => ({ stem: stemOf(word) }));

describe("what is told beside a question", () => {
  it.each([
    "my manager wants me to learn",
    "I have an interview tomorrow",
    "We're a small team",
    "I keep hearing about it at work",
  ])("is why it is asked: %s", (told) => {
    expect(tellsMore(told, words("small"))).toBe(false);
    expect(toldOf(told).replace("small", "")).toBe("");
  });

  it("may be what it is about, unless the question says so, too", () => {
    expect(tellsMore("my manager likes printers", words("floor"))).toBe(true);
    expect(tellsMore("my manager likes printers", words("printer floor"))).toBe(false);
    expect(toldOf("We run Redis and Node.js in Nairobi, and I like C++")).toBe(
      "run Redis Node.js Nairobi C++",
    );
  });
});

/** Finds the bare question, and nothing that holds more. */
const bare: Surely = ({ text, leaves = "" }) =>
  text === "who is responsible?" && !tellsMore(leaves, []) ? 0.9 : 0;

describe("a question beside what is told", () => {
  it("is read without it where that is no more than why it is asked", () => {
    const message = "I am new here, who is responsible?";
    expect(likeliestReadings(message, undefined, bare)[0].text).toBe("who is responsible?");
  });

  it("says what it leaves out, so that this may be doubted", () => {
    const message = "our coffee machine is broken, who is responsible?";
    expect(likeliestReadings(message, undefined, bare)[0].text).toBe(message);
  });

  it("is not answered with something else: what is told is no question's subject then", async () => {
    const snapshot = snapshotOf({
      "praise.md": "# Recommended\n\nPraise is recommended where it is deserved.\n",
      "bun.md": `---\nnever:\n  - "What is bun?"\n---\n# Cakes\n\nA cake is sweet.\n`,
    });
    const text = "My colleague recommended bun. What is it?";
    expect((await snapshot.answer({ text, asker: anybody })).kind).toBe("abstained");
  });
});
