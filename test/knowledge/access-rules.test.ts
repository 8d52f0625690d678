import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accessRules } from "../../src/knowledge/access-rules.ts";
import type { Problem } from "../../src/types.ts";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

const GROUPS = { people: ["slack:group:S1", "discord:role:1"], board: ["slack:user:U1"] };

function rulesOf(files: Readonly<Record<string, string>>, problems: readonly Problem[] = []) {
  const access = Object.entries(files).map(([path, text]) => ({ path, text }));
  return accessRules({ access, problems }, GROUPS);
}

function problem(page: string, code = "link-outside"): Problem {
  return { page, line: 0, severity: "error", code, message: "It is wrong", remedy: "Mend it." };
}

describe("who may read a page", () => {
  const rules = rulesOf({
    "hr/_access.yaml": "# whoever works here\naudience: people\n",
    "hr/board/_access.yaml": "audience: [board, slack:channel:C1]\n",
    "hr/open/_access.yml": "audience: public\n",
  });

  it.each([
    ["it/vpn.md", ["public"], { kind: "default" }],
    ["hr.md", ["public"], { kind: "default" }],
    ["hr2/pay.md", ["public"], { kind: "default" }],
    ["hr/pay.md", GROUPS.people, { kind: "folder", file: "hr/_access.yaml", line: 2 }],
    ["hr/a/b/c.md", GROUPS.people, { kind: "folder", file: "hr/_access.yaml", line: 2 }],
    [
      "hr/board/minutes.md",
      ["slack:user:U1", "slack:channel:C1"],
      { kind: "folder", file: "hr/board/_access.yaml", line: 1 },
    ],
    ["hr/open/jobs.md", ["public"], { kind: "folder", file: "hr/open/_access.yml", line: 1 }],
  ])("%s: is said by the nearest folder above it, alone", (page, audience, rule) => {
    expect(rules.of(page)).toMatchObject({ page, audience, rule });
  });

  it("is said by the page itself before any folder", () => {
    expect(rules.of("hr/pay.md", { line: 3, labels: ["board"] })).toEqual({
      page: "hr/pay.md",
      rule: { kind: "front-matter", line: 3 },
      declared: ["board"],
      audience: ["slack:user:U1"],
    });
    expect(rules.of("hr/pay.md", { line: 3, labels: [] }).audience).toEqual([]);
  });

  it("is said for the whole knowledge at its top", () => {
    const top = rulesOf({ "_access.yaml": "audience: people" });
    expect(top.of("vpn.md").audience).toEqual(GROUPS.people);
    expect(top.of("a/b.md").audience).toEqual(GROUPS.people);
  });

  it("is found however the file system writes an accent", () => {
    const accents = rulesOf({}, [problem("e\u0301tage/_access.yaml")]);
    expect(accents.of("\u00E9tage/page.md").audience).toEqual([]);
  });
});

describe("an _access.yaml that cannot be read", () => {
  it.each([
    ["", "says nothing"],
    ["# audience: people", "says nothing"],
    ["people", "is not readable YAML"],
    ["audience: [people", "is not readable YAML"],
    ["audience:", "has to be a label or a list of labels"],
    ["audience: []", "has to be a label or a list of labels"],
    ["audience: {people: true}", "has to be a label or a list of labels"],
    ["audience: people, board", "has to be a label or a list of labels"],
    ["audiance: people", "did you mean `audience`?"],
    ["audience: people\nowner: ann", "`owner` is not known here"],
    ["audience: people\naudience: public", "is given twice"],
  ])("closes its folder and says why: %j", (text, why) => {
    const rules = rulesOf({ "_access.yaml": "audience: public", "hr/_access.yaml": text });
    expect(rules.of("hr/deep/pay.md").audience).toEqual([]);
    expect(rules.of("it/vpn.md").audience).toEqual(["public"]);
    expect(rules.problems).toMatchObject([
      { page: "hr/_access.yaml", severity: "error", code: "access-unreadable" },
    ]);
    expect(rules.problems[0]?.message).toContain(why);
    expect(rules.problems[0]?.remedy).not.toBe("");
  });

  it("closes its folder also where the source could not give it, or not whole", () => {
    const unread = rulesOf({}, [problem("hr/_access.yaml")]);
    const damaged = rulesOf({ "hr/_access.yaml": "audience: public" }, [
      problem("hr/_access.yaml", "not-utf8"),
    ]);
    for (const rules of [unread, damaged]) {
      expect(rules.of("hr/pay.md").audience).toEqual([]);
      expect(rules.problems).toMatchObject([{ code: "access-unreadable" }]);
    }
  });

  it("closes its folder where another one says something else", () => {
    const rules = rulesOf({
      "hr/_access.yaml": "audience: public",
      "hr/_access.yml": "audience: people",
    });
    expect(rules.of("hr/pay.md").audience).toEqual([]);
    expect(rules.problems[0]?.message).toContain("hr/_access.yaml is for the same folder");
  });

  it("opens nothing, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const rules = rulesOf({ "hr/_access.yaml": text });
        const { audience } = rules.of("hr/pay.md");
        if (text.includes("public")) return;
        expect(audience).not.toContain("public");
      }),
    );
  });
});

describe("a group that is not defined", () => {
  it("is reported with what was probably meant, in a page and in a folder", () => {
    const rules = rulesOf({ "hr/_access.yaml": "audience: [peple]" });
    expect(rules.problems).toEqual([
      {
        page: "hr/_access.yaml",
        line: 1,
        severity: "warning",
        code: "unknown-group",
        message:
          "`peple` in `audience` is neither a group nor a platform's label, so nobody has it, did you mean `people`?",
        remedy: "Write `people`.",
      },
    ]);
    const access = rules.of("a.md", {
      line: 4,
      labels: ["astronauts", "slack:group:S9", "public"],
    });
    expect(rules.problemsOf(access)).toMatchObject([
      {
        page: "a.md",
        line: 4,
        code: "unknown-group",
        remedy: "Name one of people, board, or define it in ACCESS_GROUPS.",
      },
    ]);
  });

  it("is told how to be defined where none is, and not suspected where nobody knows which there are", () => {
    const own = { line: 2, labels: ["people"] };
    const without = accessRules({ problems: [] }, {});
    expect(without.problemsOf(without.of("a.md", own))[0]?.remedy).toContain(
      "Define it in ACCESS_GROUPS, for example",
    );
    const unknowing = accessRules({ problems: [] });
    expect(unknowing.problemsOf(unknowing.of("a.md", own))).toEqual([]);
  });
});

describe("a snapshot of folders with rules", () => {
  const files = {
    "hr/_access.yaml": "audience: [people]",
    "hr/pay.md": "# Pay\n\nThe zanzibarine bonus is paid in May.\n",
    "hr/jobs.md": "---\naudience: public\n---\n# Jobs\n\nThe brandywhistle job is open to all.\n",
    "hr/broken.md": "---\ntitle: a: b\n---\n# Broken\n\nThe mollusquery plan starts in June.\n",
    "hr/unknown.md": "---\naudience: [nobodies]\n---\n# Unknown\n\nThe quixotelium is here.\n",
    "it/vpn.md": "# VPN\n\nThe fiddlestorm VPN connects laptops.\n",
  };
  const snapshot = snapshotOf(files, { groups: GROUPS });
  const member = { id: "slack:T1:U2", labels: ["slack:team:T1", "slack:group:S1"] };
  const asks = (text: string, asker = anybody) => snapshot.answer({ text, asker });

  it("answers members of the folder's group and nobody else, also from a page whose front matter is broken", async () => {
    await found(snapshot, "When is the zanzibarine bonus paid?", member);
    await found(snapshot, "When does the mollusquery plan start?", member);
    expect((await asks("When is the zanzibarine bonus paid?")).kind).toBe("abstained");
    expect((await asks("When does the mollusquery plan start?")).kind).toBe("abstained");
    const impostor = { id: "slack:T1:U3", labels: ["people", "nobodies"] };
    expect((await asks("When is the zanzibarine bonus paid?", impostor)).kind).toBe("abstained");
  });

  it("answers everybody from a page that says so itself, and from other folders", async () => {
    const answers = await Promise.all([
      found(snapshot, "Is the brandywhistle job open to all?"),
      found(snapshot, "What does the fiddlestorm VPN connect?"),
    ]);
    expect(answers.map(({ citations: [{ passage }] }) => passage.page)).toEqual([
      "hr/jobs.md",
      "it/vpn.md",
    ]);
  });

  it("knows the labels that open something, and whose the problems of restricted pages are", () => {
    expect(snapshot.facts.audiences.toSorted()).toEqual([
      "discord:role:1",
      "nobodies",
      "slack:group:S1",
    ]);
    const problems = snapshot.facts.problems.map(({ page, code, audience }) => ({
      page,
      code,
      audience,
    }));
    expect(problems).toContainEqual({
      page: "hr/broken.md",
      code: "front-matter-syntax",
      audience: GROUPS.people,
    });
    expect(problems).toContainEqual({
      page: "hr/unknown.md",
      code: "unknown-group",
      audience: ["nobodies"],
    });
  });

  it("is another version when a folder's rule changes, and the same without one as before there were any", () => {
    const { "hr/_access.yaml": _, ...open } = files;
    const versions = [
      snapshot,
      snapshotOf(open),
      snapshotOf({ ...files, "hr/_access.yaml": "audience: [board]" }),
      snapshotOf(open, { problems: [problem("hr/_access.yaml")] }),
    ].map(({ facts }) => facts.version);
    expect(new Set(versions).size).toBe(4);
  });

  it("keeps a broken file's folder from everybody, but tells admins of the file", () => {
    const closed = snapshotOf({ ...files, "hr/_access.yaml": "nonsense" }, { groups: GROUPS });
    const own = closed.facts.problems.find(({ code }) => code === "access-unreadable");
    expect(own).toMatchObject({ page: "hr/_access.yaml" });
    expect(own?.audience).toBeUndefined();
    const inside = closed.facts.problems.find(({ page }) => page === "hr/broken.md");
    expect(inside?.audience).toEqual([]);
  });
});
