import { describe, expect, it } from "vitest";
import { explain, plainText } from "../../src/index.ts";
import type { Actor, KnowledgeBase } from "../../src/index.ts";
import { admin, openAdministration, shell } from "../support/open-administration.ts";
import { knowledgeUnderTest } from "../support/knowledge.ts";

const BEFORE = { "it/vpn.md": "# VPN\n\nThe VPN connects laptops.\n" };
const OPEN_TO = "slack:group:S1";
const RESTRICTED = {
  ...BEFORE,
  // Two pages that claim the same question: one of them must lose.
  "hr/ahead.md": `---
audience: [${OPEN_TO}]
questions:
  - Who invented the kerfunkeled mollusc?
---
# Ahead

Ada invented the kerfunkeled mollusc.
`,
  "hr/zanzibar.md": `---
title: Quixotelium
audience: [${OPEN_TO}]
reviewed: brandywhistle
questions:
  - Who invented the kerfunkeled mollusc?
---
# Quixotelium

Bob invented the kerfunkeled mollusc.
`,
};
const WORDS = ["zanzibar", "quixotelium", "brandywhistle", "kerfunkeled", "mollusc"];
const insider: Actor = { ...admin, asker: { ...admin.asker, labels: [OPEN_TO] } };

/** Everything that an admin can be told of a refused reload, and what the operator is. */
async function refused(options: { readonly strict?: boolean; readonly gate?: boolean }, by: Actor) {
  const { knowledge, source } = knowledgeUnderTest(BEFORE, options);
  await knowledge.start();
  const broken = {
    page: "hr/zanzibar.md",
    line: 4,
    severity: "error",
    code: "wrong-value",
    message: "`brandywhistle` is not usable as `reviewed`",
    remedy: "Write the day of the last review.",
  } as const;
  source.write(RESTRICTED, options.strict === true ? [broken] : []);
  const operator = await knowledge.reload().then(
    () => "",
    (error: unknown) => explain(error),
  );
  const { administration } = openAdministration({ knowledge: knowledge as KnowledgeBase });
  const replies = [];
  for (const line of ["reload", "status", "problems", "reload show", "rollback nothing"]) {
    const { body, json } = await administration.run(line, by);
    replies.push(plainText(body), JSON.stringify(json));
  }
  return { operator, told: replies.join("\n"), health: JSON.stringify(knowledge.health()) };
}

describe("a reload that is refused for a page that not everybody may read", () => {
  it.each([
    ["strict", { strict: true }, "1 error in pages that you may not read", "docent check"],
    ["gate", { gate: true }, "1 declared question not answered as declared", "docent test"],
  ] as const)(
    "under %s names nothing of it to an admin who may not",
    async (_, options, what, how) => {
      const { operator, told, health } = await refused(options, admin);
      expect(told).toContain("Not reloaded, the old knowledge stays: ");
      expect(told).toContain(what);
      expect(told).toContain(how);
      for (const word of WORDS) {
        expect(told.toLowerCase()).not.toContain(word);
        expect(health.toLowerCase()).not.toContain(word);
      }
      expect(operator).toContain("hr/zanzibar.md");
    },
  );

  it.each([
    ["an admin who may read it", insider],
    ["whoever sits at the machine", shell],
  ])("says page and line to %s", async (_, actor) => {
    const { told } = await refused({ gate: true }, actor);
    expect(told).toContain("hr/zanzibar.md:6 the declared question");
  });

  it("names the open page to everybody where another one is wrong, too", async () => {
    const { knowledge, source } = knowledgeUnderTest(BEFORE, { gate: true });
    await knowledge.start();
    const cat = "---\nquestions:\n  - Who feeds the office cat?\n---\n# Office cat\n\n";
    const open = { "y.md": `${cat}Ada feeds the cat.\n`, "z.md": `${cat}Bob feeds the cat.\n` };
    source.write({ ...RESTRICTED, ...open });
    await expect(knowledge.reload()).rejects.toMatchObject({
      message: expect.stringMatching(/^z\.md:3 .*\(and 1 more\)$/u) as string,
    });
    expect(knowledge.health().note).toContain("z.md:3");
  });
});
