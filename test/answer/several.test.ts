import { describe, expect, it } from "vitest";
import { askedNouns } from "../../src/answer/asked-noun.ts";
import { readQuestion } from "../../src/answer/question.ts";
import { asksForSeveral, severalOf } from "../../src/answer/several.ts";
import { sentencesOf } from "../../src/knowledge/sentences.ts";
import { plainText } from "../../src/plain-text.ts";
import type { Ranked } from "../../src/search/ranking.ts";
import type { Asker } from "../../src/types.ts";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";
import { passagesIn } from "../support/searching.ts";

const PAGE = `# Monitoring

Monitoring tools watch servers. Several monitoring tools are used by the team.

## Which monitoring tools the team uses

The monitoring tools:

- Grafana
- Zabbix
- Nagios

## Alerts

Alerts of the monitoring tools wake somebody up.`;
const OTHER = "# Monitoring elsewhere\n\nOther teams use:\n\n- Datadog\n- Sentry\n";

const passages = passagesIn({ "monitoring.md": PAGE, "other.md": OTHER });
const at = (id: string): number => passages.findIndex((passage) => passage.id === id);
const [INTRO, LIST, ALERTS, ELSEWHERE] = [
  "monitoring.md#monitoring",
  "monitoring.md#which-monitoring-tools-the-team-uses",
  "monitoring.md#alerts",
  "other.md#monitoring-elsewhere",
].map(at) as [number, number, number, number];

/** Passages in this order with these scores. */
function ranked(...order: readonly (readonly [passage: number, score: number])[]): Ranked[] {
  return order.map(([passage, score]) => ({
    passage,
    score,
    signals: new Float64Array(),
    covered: 0,
    refused: 0,
    headed: 0,
    name: -1,
  }));
}

function severalFor(
  question: string,
  answered: number,
  ...order: readonly (readonly [passage: number, score: number])[]
): number | undefined {
  const body = passages[answered]?.body ?? [];
  return severalOf(
    { number: answered, body },
    readQuestion(question),
    ranked(...order),
    passages,
    (number) => sentencesOf(passages[number]?.body ?? []),
    (text) => text.includes("monitoring tools"),
  )?.number;
}

describe("where several things are asked for and the answer names none", () => {
  const question = "Which monitoring tools are used?";

  it("the page's own list is the rest of the answer", () => {
    expect(severalFor(question, INTRO, [INTRO, 4], [LIST, 3])).toBe(LIST);
    expect(severalFor("tools other than Grafana", INTRO, [INTRO, 4], [LIST, 3])).toBe(LIST);
  });

  it("its lead is the list's first item", () => {
    const several = severalOf(
      { number: INTRO, body: passages[INTRO]?.body ?? [] },
      readQuestion(question),
      ranked([INTRO, 4], [LIST, 3]),
      passages,
      (number) => sentencesOf(passages[number]?.body ?? []),
      () => true,
    );
    expect(several?.lead.text).toBe("Grafana");
  });

  it.each<[string, string, number, ...(readonly [number, number])[]]>([
    ["the answer is a list itself", question, LIST, [LIST, 4], [ELSEWHERE, 4]],
    ["one thing is asked for", "Who watches the servers?", INTRO, [INTRO, 4], [LIST, 3]],
    ["only another page has a list", question, INTRO, [INTRO, 4], [ELSEWHERE, 4]],
    ["its list is far less to the point", question, INTRO, [INTRO, 4], [LIST, 2]],
    ["no other passage of it enumerates", question, INTRO, [INTRO, 4], [ALERTS, 4]],
    ["its list was not found", question, INTRO, [INTRO, 4], [ALERTS, 3]],
  ])("nothing is added where %s", (_, asked, answered, ...order) => {
    expect(severalFor(asked, answered, ...order)).toBeUndefined();
  });

  it("only the first few passages are looked at", () => {
    const before = Array.from({ length: 6 }, () => [INTRO, 4] as const);
    expect(severalFor(question, INTRO, ...before, [LIST, 4])).toBeUndefined();
  });
});

describe("the nouns of which several are asked for", () => {
  it.each([
    ["Which monitoring tools are used?", ["tools"]],
    ["pair programming tools", ["tools"]],
    ["kinds of tests for the backend", ["kinds", "tests"]],
    ["What tool is often used for builds?", ["builds", "tool"]],
    ["sewing basics for a beginner, what stitches?", ["basics", "stitches"]],
    ["What should I learn?", []],
  ])("in %s are %o", (question, nouns) => {
    expect(askedNouns(question)).toEqual(nouns);
  });
});

describe("a list of something else on the page", () => {
  const page = `# Knitting together

Knitting together is done by two people with one pattern.

## Tools for knitting together

A round table is the tool for knitting together.

## Benefits of knitting together

Knitting together has these benefits:

- fewer dropped stitches
- less waiting
`;

  const others = Object.fromEntries(
    ["garden", "kitchen", "cellar", "roof"].map((place) => [
      `${place}.md`,
      `# The ${place}\n\nThe tools of the ${place} hang on a wall.\n`,
    ]),
  );

  it("is not shown beside the answer", async () => {
    const snapshot = snapshotOf({ "knitting.md": page, ...others });
    const answer = await found(snapshot, "tools for knitting together");
    expect(plainText(answer.body)).toContain("round table");
    expect(plainText(answer.body)).not.toContain("dropped stitches");
  });
});

describe("several things are asked for", () => {
  it.each([
    ["Which tools are used for monitoring?", true],
    ["tools other than Jenkins", true],
    ["How do I deploy?", true],
    ["Who created PHP?", false],
    ["What is sharding?", false],
  ])("by %s: %o", (question, several) => {
    expect(asksForSeveral(readQuestion(question))).toBe(several);
  });
});

describe("an answer with the list besides", () => {
  const INSIDERS = "audience: [slack:group:S1]\n";
  const insider: Asker = { id: "test:insider", labels: ["slack:group:S1"] };
  const page = (front: string): string =>
    `---\n${front}questions:\n  - "Which monitoring tools does the team use? -> #monitoring"\n---\n${PAGE}`;
  const text = "Which monitoring tools does the team use?";

  it("cites both passages of the page, each at its lines", async () => {
    const answer = await found(snapshotOf({ "monitoring.md": page(""), "other.md": OTHER }), text);
    expect(plainText(answer.body)).toMatch(/watch servers[\s\S]*Grafana[\s\S]*Nagios/u);
    expect(answer.citations.map(({ passage }) => passage.id)).toEqual([
      passages[INTRO]?.id,
      passages[LIST]?.id,
    ]);
    for (const { lines, passage } of answer.citations) {
      expect(lines[0]).toBeGreaterThanOrEqual(passage.lines[0]);
      expect(lines[1]).toBeLessThanOrEqual(passage.lines[1]);
    }
    const related = answer.related.map(({ passage }) => passage.id);
    expect(related).not.toContain(passages[LIST]?.id);
  });

  it("comes from no passage that the asker may not read", async () => {
    const open = "# The team\n\nThe team has monitoring tools, and it has use for them.\n";
    const snapshot = snapshotOf({ "closed.md": page(INSIDERS), "open.md": open });
    const theirs = await found(snapshot, text, insider);
    expect(theirs.citations.map(({ passage }) => passage.page)).toEqual(["closed.md", "closed.md"]);
    const outcome = await snapshot.answer({ text, asker: anybody });
    expect(JSON.stringify(outcome)).not.toMatch(/closed\.md|Grafana|Zabbix|Nagios/u);
    const cited = outcome.kind === "found" ? outcome.citations : [];
    for (const { passage } of [...cited, ...outcome.related]) expect(passage.page).toBe("open.md");
  });
});
