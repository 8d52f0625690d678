import { describe, expect, it } from "vitest";
import { plainText } from "../../src/plain-text.ts";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

const PAGES = {
  "environments.md":
    "# Environments\n\n| Environment | URL | Data |\n|---|---|---|\n| Local | http://localhost:4080 | Seed data |\n| Staging | https://staging.example | A copy |\n| Production EU | https://app.example | Real |\n| Production UK | https://uk.example | Real |\n\n## Logging in on staging\n\nOpen the staging URL, and then open the staging URL again. Staging mails are at the staging mail URL.\n",
  "plans.md":
    "# Plans\n\n| | Flake | Floe | Glacier |\n|---|---|---|---|\n| Price per site and month | €290 | €740 | €1,650 |\n| Users | 10 | 50 | unlimited |\n| Sites | 1 | 5 | any |\n\nOther plans of users exist on the Floe plan only, and users like the Floe plan.\n",
};

describe("a question for a row and a column", () => {
  const snapshot = snapshotOf(PAGES);
  const answered = async (text: string): Promise<string> =>
    plainText((await found(snapshot, text)).body);

  it.each([
    ["what's the staging URL?", "https://staging.example", "localhost"],
    ["staging url", "https://staging.example", "localhost"],
    ["how many users does the Floe plan have?", "50", "€740"],
    ["what is the price of the glacier plan", "€1,650", "unlimited"],
  ])("%s is answered with that row", async (text, cell, other) => {
    const answer = await answered(text);
    expect(answer).toContain(cell);
    expect(answer).not.toContain(other);
  });

  it("of several rows by that name is answered with all of them", async () => {
    const answer = await answered("what is the production url?");
    for (const cell of ["https://app.example", "https://uk.example"])
      expect(answer).toContain(cell);
    expect(answer).not.toContain("localhost");
  });

  it("is not answered where the cell tells something else", async () => {
    for (const text of ["how many URLs has staging?", "since when does staging have data?"]) {
      const { confidence } = await snapshot.answer({ text, asker: anybody });
      expect(confidence, text).not.toBe(0.8);
    }
  });
});
