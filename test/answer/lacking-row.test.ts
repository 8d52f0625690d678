import { describe, expect, it } from "vitest";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

const snapshot = snapshotOf({
  "leave.md": `# Leave

## Annual leave by country

| Country | Days | Carried over |
|---|---|---|
| Germany | 30 | 5 |
| Spain | 23 | 3 |
| Portugal | 22 | none |

## Sick leave

Call the office before nine.
`,
  "codes.md": `# Radiators

## Error codes

| Code | Meaning |
|---|---|
| E17 | No network |
| E21 | Sensor lost |
`,
});

describe("a row that is asked for by name", () => {
  it.each([
    "How many days of annual leave are there in France?",
    "how many days of annual leave in france",
    "What does error code E99 mean?",
  ])("and stands in no table is not answered with other rows: %s", async (text) => {
    expect((await snapshot.answer({ text, asker: anybody })).kind).toBe("abstained");
  });

  it("is answered where it is there", async () => {
    const { citations } = await found(snapshot, "how many days of annual leave in spain");
    expect(citations[0].lines).toEqual([8, 8]);
  });
});
