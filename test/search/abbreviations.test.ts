import { describe, expect, it } from "vitest";
import { plainText } from "../../src/plain-text.ts";
import { found, snapshotOf } from "../support/build-snapshot.ts";

const snapshot = snapshotOf({
  "leave.md":
    "# Leave\n\n## Leave in the United Kingdom\n\n28 days a year.\n\n## Leave in Spain\n\n23 days a year.\n",
  "people.md":
    "# Who to ask\n\n## Letters to HR\n\nHand letters to HR in at the desk on the first floor.\n",
});

describe("an abbreviation that most people know", () => {
  it.each([
    ["How many days of leave are there in the UK?", "28 days a year."],
    [
      "Where do letters to human resources go?",
      "Hand letters to HR in at the desk on the first floor.",
    ],
  ])("stands for its words, and they for it: %s", async (question, answer) => {
    expect(plainText((await found(snapshot, question)).body)).toBe(answer);
  });
});
