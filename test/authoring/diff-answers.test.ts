import { describe, expect, it } from "vitest";
import { diffAnswers } from "../../src/authoring/diff-answers.ts";
import { editionOf, page } from "../support/editions.ts";

const VPN = page(
  "VPN",
  "## Reset a VPN token\n\nReset a VPN token in the portal.",
  'questions: ["How do I reset a VPN token?"]\n',
);
const TONER = page(
  "Toner",
  "## Order toner\n\nOrder toner at the service desk.",
  'questions: ["How do I order toner?"]\n',
);
const BLINDS = page("Blinds", "Blinds are raised with the left lever.");

describe("the difference between two editions", () => {
  it("is none where only lines moved", async () => {
    const base = editionOf({ "vpn.md": VPN, "toner.md": TONER });
    const head = editionOf({ "vpn.md": VPN.replace("# VPN\n", "\n\n# VPN\n"), "toner.md": TONER });
    expect(await diffAnswers(base, head, [])).toEqual({
      asked: 2,
      gained: [],
      lost: [],
      changed: [],
      ambiguous: [],
    });
  });

  it("names what was gained, lost and changed, by questions of either edition", async () => {
    const base = editionOf({ "vpn.md": VPN, "toner.md": TONER });
    const head = editionOf({
      "vpn.md": VPN.replace("in the portal", "on the intranet"),
      "blinds.md": BLINDS,
    });
    const diff = await diffAnswers(base, head, [
      "How are blinds raised?",
      "how do i reset a vpn token",
    ]);
    expect(diff.asked).toBe(3);
    expect(diff.lost).toMatchObject([
      { question: "How do I order toner?", before: { page: "toner.md", heading: "Order toner" } },
    ]);
    expect(diff.changed).toMatchObject([
      {
        question: "How do I reset a VPN token?",
        before: { text: "Reset a VPN token in the portal." },
        after: { text: "Reset a VPN token on the intranet." },
      },
    ]);
    expect(diff.gained).toMatchObject([
      { question: "How are blinds raised?", after: { page: "blinds.md", line: 8 } },
    ]);
  });

  it("names what two pages now compete for", async () => {
    const plain = page(
      "Accounts",
      "## Reset a token\n\nReset a token in the portal under security.",
    );
    const base = editionOf({ "a.md": plain, "blinds.md": BLINDS });
    const head = editionOf({
      "a.md": plain,
      "b.md": plain.replaceAll("Accounts", "Logins"),
      "blinds.md": BLINDS,
    });
    const diff = await diffAnswers(base, head, ["Reset a token"]);
    expect(diff.ambiguous).toEqual([{ question: "Reset a token", between: ["a.md:8", "b.md:8"] }]);
  });

  it("asks the questions of questions.yaml, and counts", async () => {
    const counts: number[] = [];
    const questions = "- ask: What about toner?\n  expect: toner.md\n";
    const edition = editionOf({ "toner.md": TONER }, { questions });
    const onProgress = (done: number): void => void counts.push(done);
    await diffAnswers(edition, edition, [], { onProgress });
    expect(counts).toEqual([1, 2]);
  });
});
