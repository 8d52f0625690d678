import { expect, test } from "vitest";
import { whyCommand } from "../src/admin/why.ts";
import { plainText } from "../src/index.ts";
import { admin } from "./support/open-administration.ts";
import { snapshotOf } from "./support/build-snapshot.ts";

const snapshot = snapshotOf({
  "it/vpn.md": "# VPN\n\nThe VPN is a tunnel into the office network for everybody at home.\n",
});

async function explain(question: string): Promise<string> {
  const command = whyCommand({ why: (query) => snapshot.why(query) });
  return plainText((await command.run(question, admin)).body);
}

test("an answer is explained by its place, its words, its confidence and what else was considered", async () => {
  const text = await explain("What is the VPN?");
  expect(text).toMatch(
    /^Answered from it\/vpn\.md:3: confidence [01]\.\d+, and 0\.\d+ is enough\./u,
  );
  expect(text).toContain("Word | Searched as | Role | Rarity | Passages");
  expect(text).toContain("Confidence: what spoke for an answer");
  expect(text).toContain("Candidates, best first");
  expect(text).toContain("VPN · it/vpn.md:");
});

test("a silence is explained by its reason and by the words nobody has written", async () => {
  const text = await explain("How tall is the xylophone?");
  expect(text).toMatch(/^Silent: /u);
  expect(text).toContain("not in the knowledge");
});
