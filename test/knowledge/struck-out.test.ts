import { describe, expect, it } from "vitest";
import { plainText } from "../../src/plain-text.ts";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

const PAGE = `# Remote work

Remote work is limited to two days a week.
~~Remote work is unlimited,
whoever asks.~~ Ask your manager first.
`;

describe("what a page strikes out", () => {
  const snapshot = snapshotOf({ "remote.md": PAGE });

  it("answers nobody", async () => {
    const { body } = await found(snapshot, "Is remote work limited?");
    expect(plainText(body)).not.toContain("unlimited");
    const outcome = await snapshot.answer({ text: "whoever", asker: anybody });
    expect(outcome.kind).toBe("abstained");
  });

  it("leaves the others on their lines", async () => {
    const { citations } = await found(snapshot, "Who is asked first about remote work?");
    expect(citations[0].lines[1]).toBe(5);
  });
});
