import { describe, expect, it } from "vitest";
import { plainText } from "../../src/plain-text.ts";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

const GLOSSARIES = {
  "a table": `# Glossary\n\n| Term | Meaning |\n|---|---|\n| **FEFO** | First expired, first out. |\n| Reefer | A cooled truck. |\n| Thaw week | The week without releases. |\n| Berth / tenant | A customer's part of the database. |\n`,
  "a table with other columns": `# Yard\n\n## Words we use\n\n| Says the yard | What it means | Since |\n|---|---|---|\n| FEFO | First expired, first out. | 2019 |\n| Reefer | A cooled truck. | 2020 |\n| Thaw week | The week without releases. | 2021 |\n| Berth | A customer's part of the database. | 2022 |\n`,
  "a list": `# Words\n\n- **FEFO**: First expired, first out.\n- **Reefer** – A cooled truck.\n- **Thaw week** – The week without releases.\n- **Berth (tenant)** – A customer's part of the database.\n`,
  "a list of definitions": `# Glossary\n\nFEFO\n: First expired, first out.\n\nReefer\n: A cooled truck.\n\nThaw week\n: The week without releases.\n\nBerth\n: A customer's part of the database.\n`,
  paragraphs: `# Words\n\n**FEFO:** First expired, first out.\n\n**Reefer:** A cooled truck.\n\n**Thaw week:** The week without releases.\n\n**Berth:** A customer's part of the database.\n`,
};
const OTHERS = {
  "trucks.md":
    "# Trucks\n\nA reefer must be cleaned in the week before the thaw week. The reefer parks at gate 4, and no reefer parks elsewhere.\n",
  "sorting.md":
    "# Sorting\n\nWe sort by FEFO, never by name. A berth has its own FEFO rules, and each berth its own FEFO screen.\n",
};

describe.each(Object.entries(GLOSSARIES))("a glossary as %s", (_, page) => {
  const snapshot = snapshotOf({ ...OTHERS, "glossary.md": page });

  it.each([
    ["FEFO", "First expired"],
    ["what does FEFO stand for?", "First expired"],
    ["what is a reefer", "cooled truck"],
    ["what are reefers?", "cooled truck"],
    ["hi, what does thaw week mean?", "without releases"],
    ["Explain berth", "part of the database"],
  ])("answers %s with its entry", async (question, entry) => {
    const { body, citations } = await found(snapshot, question);
    expect(citations[0].passage.page).toBe("glossary.md");
    expect(plainText(body)).toContain(entry);
    expect(citations[0].lines[0]).toBeGreaterThan(2);
  });

  it("says why", async () => {
    const { rules } = await snapshot.why({ text: "FEFO", asker: anybody });
    expect(rules).toEqual([
      { says: "a glossary or a list has an entry of that name", confidence: 0.9 },
    ]);
  });

  it("answers nothing else with it", async () => {
    for (const text of ["who invented FEFO?", "how much does a reefer cost", "what is a thaw"]) {
      const outcome = await snapshot.answer({ text, asker: anybody });
      expect(outcome.confidence, text).toBeLessThan(0.9);
    }
  });
});

describe("a list of people", () => {
  const snapshot = snapshotOf({
    "people.md":
      "# Whom to ask\n\n| Name | Role | Based in |\n|---|---|---|\n| Marta Kowal | VP Engineering | Leeds |\n| Ann Reid | Head of Sales | Ghent |\n| Ann Maes | Lawyer | Ghent |\n",
    "calls.md":
      "# On call\n\nThe schedule is made by Marta. After ten minutes Marta is called, then Ann. Ann calls Marta.\n",
  });

  it.each([
    ["who is Marta?", ["VP Engineering"]],
    ["who's Marta Kowal", ["VP Engineering"]],
    ["what does Marta do?", ["VP Engineering"]],
    ["who is Ann", ["Head of Sales", "Lawyer"]],
  ])("answers %s with their rows", async (question, roles) => {
    const { body, citations } = await found(snapshot, question);
    expect(citations[0].passage.page).toBe("people.md");
    for (const role of ["VP Engineering", "Head of Sales", "Lawyer"])
      expect(plainText(body).includes(role), role).toBe(roles.includes(role));
  });
});
