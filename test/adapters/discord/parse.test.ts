import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMessage, question } from "../../../adapters/discord/parse.ts";

type Message = Parameters<typeof parseMessage>[0];

interface Case {
  readonly name: string;
  readonly message: Message;
  /** What Docent makes of it; null: nothing. */
  readonly asked: object | null;
}

const file = new URL("../../fixtures/discord/messages.json", import.meta.url);
const cases = JSON.parse(readFileSync(file, "utf8")) as readonly Case[];
const self = { user: "900", role: "901" };

describe("what Docent makes of a message", () => {
  it.each(cases)("$name", ({ message, asked }) => {
    expect(parseMessage(message, self) ?? null).toEqual(asked);
  });

  it("never fails and leaves no mention of anybody, whatever was written", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("<@900>", "<@!1>", "<@&2>", "<#3>"),
        (words, mention) => {
          const text = question(`${words}${mention}${words}`, self);
          expect(text).not.toContain(mention);
          expect(text).toBe(text.trim());
        },
      ),
    );
  });

  it("takes no longer for a hostile text than for a plain one of its length", () => {
    for (const hostile of [
      "<@".repeat(50_000),
      "<a:".repeat(50_000),
      " ".repeat(100_000),
      "<@!".repeat(50_000),
    ]) {
      expect(question(hostile, self).length).toBeLessThanOrEqual(hostile.length);
    }
  });
});
