import { describe, expect, it } from "vitest";
import { holdsGold } from "../../bench/quality/gold-text.ts";

describe("holding a gold text", () => {
  it.each([
    ["It happened in 1991, in Paris.", "1991", true],
    ["It happened in 19910.", "1991", false],
    ["The **Old** Truman—Brewery", "old truman brewery", true],
    [
      "They reduce the load on the database",
      "They reduce the load on the database. They also cost memory.",
      true,
    ],
    ["They reduce", "They reduce the load on the database.", false],
    ["", "anything", false],
    ["anything", "", false],
  ])("%j holds %j: %s", (shown, gold, held) => {
    expect(holdsGold(shown, [gold])).toBe(held);
  });
});
