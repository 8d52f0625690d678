import { expect, test } from "vitest";
import { person } from "./fakes/person.ts";
import { snapshotOf } from "./support/build-snapshot.ts";

const anybody = person("anybody");

async function topicsOf(pages: Readonly<Record<string, string>>) {
  return snapshotOf(pages).topics(anybody);
}
const namesOf = async (pages: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await topicsOf(pages)).map(({ name }) => name);

test("folders read as words, in alphabetical order, and pages without one come under a name of their own", async () => {
  expect(
    await topicsOf({
      "welcome.md": "# Welcome\n\nHello.\n",
      "computer-science/basics/bits.md": "# Bits\n\nTwo of them.\n\n## More\n\nThree.\n",
      "careers/pay.md": "# Pay\n\nMonthly.\n",
    }),
  ).toMatchObject([
    { name: "Careers", pages: [{ path: "careers/pay.md", title: "Pay" }] },
    { name: "Computer science › Basics", pages: [{ title: "Bits" }] },
    { name: "General", pages: [{ path: "welcome.md" }] },
  ]);
});

test("a folder that is named after an abbreviation is written as the headings below it write it", async () => {
  expect(
    await namesOf({
      "apis/rest.md": "# REST\n\nOne kind.\n\n## Types of APIs\n\nSeveral.\n",
      "hr/ci-cd/it.md":
        "# IT for HR\n\nHow CI works.\n\n## How it works\n\nWell.\n\n## CI\n\nYes.\n",
      "operations/go.md": "# Go\n\nA language.\n",
    }),
  ).toEqual(["APIs", "HR › CI cd", "Operations"]);
});

test("a heading that is all capitals makes no abbreviation of its words", async () => {
  expect(await namesOf({ "read-me/first.md": "# READ ME FIRST\n\nPlease.\n" })).toEqual([
    "Read me",
  ]);
});

test("what somebody may not read lends no folder its spelling", async () => {
  const snapshot = snapshotOf({
    "apis/open.md": "# Interfaces\n\nOpen to all.\n",
    "apis/closed.md": "---\naudience: [board]\n---\n# Secret APIs\n\nClosed.\n",
  });
  expect((await snapshot.topics(anybody)).map(({ name }) => name)).toEqual(["Apis"]);
  expect((await snapshot.topics(person("ann", ["board"]))).map(({ name }) => name)).toEqual([
    "APIs",
  ]);
});
