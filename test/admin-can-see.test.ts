import fc from "fast-check";
import { expect, test } from "vitest";
import { personIn } from "../src/admin/person-named.ts";
import { plainText } from "../src/index.ts";
import type { Actor, KnowledgeBase } from "../src/index.ts";
import { admin, nobody, openAdministration, shell } from "./support/open-administration.ts";
import { snapshotOf } from "./support/build-snapshot.ts";

const GROUPS = { people: ["hr", "discord:role:1"] };
const snapshot = snapshotOf(
  {
    "it/vpn.md": "# VPN\n\nThe VPN connects laptops.\n",
    "hr/_access.yaml": "audience: [people]\n",
    "hr/pay.md": "# Pay\n\nThe bonus is paid in May.\n",
    "hr/own.md": "---\naudience: [hr]\n---\n# Own\n\nThe plan starts in June.\n",
    "hr/lost.md": "---\naudience:\n---\n# Lost\n\nNobody reads this.\n",
  },
  { groups: GROUPS },
);
const insider: Actor = { ...admin, asker: { ...admin.asker, labels: ["hr"] } };

function open() {
  return openAdministration({ knowledge: { snapshot } as unknown as KnowledgeBase });
}

test("somebody may read a page for everybody, and no rule says otherwise", async () => {
  const { say } = open();
  expect(await say("can-see U0STRANGER it/vpn.md")).toContain("does not say who that is");
  expect(await say("can-see UIT it/vpn.md")).toBe(
    "Yes: it/vpn.md is for everybody: no rule says otherwise.",
  );
  expect(await say("can-see everybody it/vpn.md")).toContain("Yes: ");
});

test("the deciding rule is named: the folder's file with its line, or the page's own, and the label that opens it", async () => {
  const { say } = open();
  expect(await say("can-see @UHR hr/pay.md", insider)).toMatch(
    /^Yes: hr\/pay\.md is for people \(hr\/_access\.yaml:1\), and @UHR has hr\.\n\nIn a channel /u,
  );
  expect(await say("can-see <@UIT|ann> hr/pay.md", insider)).toBe(
    "No: hr/pay.md is for people (hr/_access.yaml:1).\n\nIt takes one of hr, discord:role:1, and there is only slack:team:T1, slack:user:UIT.",
  );
  expect(await say("can-see slack:T1:UHR hr/own.md", shell)).toContain(
    "Yes: hr/own.md is for hr (its own front matter, line 2), and slack:T1:UHR has hr.",
  );
  expect(await say("can-see discord:role:1 hr/pay.md", shell)).toContain("has discord:role:1.");
  expect(await say("can-see everybody hr/pay.md", shell)).toContain("It takes one of hr");
});

test("a page that nobody may read is said to be one", async () => {
  const { say } = open();
  expect(await say("can-see UHR hr/lost.md", shell)).toBe(
    "No: hr/lost.md is for nobody, because who may read it cannot be read (its own front matter, line 2).",
  );
});

test("machines get the same", async () => {
  const { administration } = open();
  expect((await administration.run("can-see UIT hr/pay.md", shell)).json).toEqual({
    page: "hr/pay.md",
    who: "UIT",
    may: false,
    rule: { kind: "folder", file: "hr/_access.yaml", line: 1 },
    declared: ["people"],
    audience: ["hr", "discord:role:1"],
    labels: ["slack:team:T1", "slack:user:UIT"],
    through: [],
  });
});

test("an admin in a chat learns nothing of a page they may not read, not even that it is there", async () => {
  const { administration } = open();
  const [hidden, missing] = await Promise.all(
    ["hr/pay.md", "hr/pax.md"].map(async (page) => {
      const { body, json } = await administration.run(`can-see UHR ${page}`, admin);
      return `${plainText(body)} ${JSON.stringify(json)}`.replaceAll(page, "PAGE");
    }),
  );
  expect(hidden).toBe(missing);
  expect(hidden).toContain("There is no page PAGE that you may read.");
});

test("a page that is nearly meant is suggested, of those that one may read", async () => {
  const { say } = open();
  expect(await say("can-see UHR it/vpm.md")).toContain("Is it it/vpn.md?");
});

test("who is no admin learns nothing", async () => {
  const { administration } = open();
  expect(await administration.run("can-see UHR it/vpn.md", nobody)).toMatchObject({
    ok: false,
    json: { error: "not-allowed" },
  });
});

test.each([
  ["can-see", "Say who and which page"],
  ["can-see UHR", "Say who and which page"],
  ["can-see @ann it/vpn.md", "That names nobody by an id"],
  ["can-see slack:group:S1,people it/vpn.md", "That names nobody by an id"],
  ["can-see discord:7 it/vpn.md", "That names nobody by an id"],
])("%s is answered with how to say it", async (line, expected) => {
  const { say } = open();
  expect(await say(line)).toContain(expected);
  expect(await say(line)).toContain("member id (U0123ABCD");
});

test.each([
  ["U0123ABCD", "slack", "slack:U0123ABCD"],
  ["@W7", "shell", "slack:W7"],
  ["<@U1|ann>", "slack", "slack:U1"],
  ["slack:T1:U1", "shell", "slack:U1"],
  ["<@!42>", "discord", "discord:42"],
  ["discord:9:42", "shell", "discord:42"],
  ["42", "slack", undefined],
  ["U1", "discord", undefined],
  ["discord:U1", "shell", undefined],
  ["@ann", "slack", undefined],
] as const)("%s from %s is %s", (text, from, person) => {
  expect(personIn(text, from)).toBe(person);
});

test("whatever is typed names an id or nobody", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      expect(personIn(text, "shell") ?? "slack:U1").toMatch(
        /^(?:slack:[UW]|discord:\d)[A-Z0-9]*$/u,
      );
    }),
  );
});
