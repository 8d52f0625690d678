import fc from "fast-check";
import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { closestGroup, groupId } from "../src/gap-groups.ts";
import { draftOf } from "../src/gap-draft.ts";
import { createGaps, createWishes, settleGaps } from "../src/index.ts";
import type { GapQuestion } from "../src/index.ts";
import { parseFrontMatter } from "../src/knowledge/front-matter.ts";
import { createFakeClock } from "./fakes/clock.ts";
import { countingIds } from "./fakes/person.ts";
import { createRecordingLog } from "./fakes/recorders.ts";
import { createFakeSnapshot } from "./fakes/snapshot.ts";
import { simpleTerms } from "./fakes/terms.ts";

const DAY = 86_400_000;

function build() {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const gaps = createGaps({ store, clock, terms: simpleTerms });
  const ask = async (
    text: string,
    person: string,
    more: Partial<GapQuestion> = {},
  ): Promise<void> => {
    await clock.advance(1);
    await gaps.record({
      text,
      person,
      tenant: "slack:T1",
      labels: [],
      cause: "abstained",
      ...more,
    });
  };
  return { clock, store, gaps, ask };
}

test("questions that share their rare words are one gap, counted by people and not by questions", async () => {
  const { gaps, ask } = build();
  await ask("VPN on Linux?", "p1");
  await ask("How do I set up the VPN on my Linux laptop?", "p2");
  await ask("linux vpn", "p2");
  await ask("parental leave in Spain", "p3");
  await ask("parental leave in Germany", "p3");
  const list = await gaps.list();
  expect(list.map(({ number, askers, examples }) => [number, askers, examples])).toEqual([
    [1, 2, ["linux vpn", "VPN on Linux?"]],
    [3, 1, ["parental leave in Germany"]],
    [2, 1, ["parental leave in Spain"]],
  ]);
});

test("a question without a word that tells anything is no gap", async () => {
  const { gaps, ask } = build();
  await ask("how do I?", "p1");
  await ask("???", "p2");
  expect(await gaps.list()).toEqual([]);
});

test("many who ask weigh more than one, now more than then, and a wrong answer more than silence", async () => {
  const { gaps, ask, clock } = build();
  await ask("old topic", "p1");
  await clock.advance(20 * DAY);
  await ask("silent subject", "p1");
  await ask("wrong matter", "p1", { cause: "not-helpful", note: "it says the opposite" });
  await ask("busy theme", "p1");
  await ask("busy theme", "p2");
  const list = await gaps.list();
  expect(list.map(({ examples }) => examples[0])).toEqual([
    "busy theme",
    "wrong matter",
    "silent subject",
    "old topic",
  ]);
  expect(list[1]?.notes).toEqual(["it says the opposite"]);
});

test("what is kept of a question holds no address, no token and no label of one person", async () => {
  const { gaps, ask, store } = build();
  await ask("vpn for ann@example.com with xoxb-1234567890-secret", "p1", {
    note: "call +49 30 12345678",
    labels: ["slack:user:U1", "slack:group:S1"],
  });
  const kept: unknown[] = [];
  for await (const entry of store.entries("")) kept.push(entry);
  expect(JSON.stringify(kept)).not.toMatch(/ann@|xoxb|12345678|U1/u);
  expect(await gaps.probes()).toEqual([
    { question: "vpn for [e-mail] with [token]", labels: ["slack:group:S1"] },
  ]);
});

test("questions are forgotten after their time, and gaps with them", async () => {
  const { gaps, ask, clock } = build();
  await ask("vpn linux", "p1");
  await clock.advance(20 * DAY);
  await ask("vpn linux", "p2");
  await clock.advance(11 * DAY);
  expect((await gaps.list())[0]?.askers).toBe(1);
  await clock.advance(20 * DAY);
  expect(await gaps.list()).toEqual([]);
});

test("a gap is assigned, dismissed, closed and opened, and comes back when it is asked after closing", async () => {
  const { gaps, ask, clock } = build();
  await ask("vpn linux", "p1");
  expect(await gaps.mark(1, { state: "assigned", to: "bob", by: "ann" })).toMatchObject({
    state: "assigned",
    assignee: "bob",
  });
  await gaps.mark(1, { state: "closed", by: "ann" });
  expect(await gaps.list()).toMatchObject([{ state: "closed" }]);
  expect(await gaps.probes()).toEqual([]);
  await clock.advance(1_000);
  await ask("vpn linux", "p2");
  expect(await gaps.list()).toMatchObject([{ state: "open" }]);
  await gaps.mark(1, { state: "dismissed", by: "ann" });
  await clock.advance(1_000);
  await ask("vpn linux", "p3");
  expect(await gaps.list()).toMatchObject([{ state: "dismissed" }]);
  expect(await gaps.mark(7, { state: "closed", by: "ann" })).toBeUndefined();
});

test("two replicas that meet a question at once begin one gap", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const replicas = [1, 2].map(() => createGaps({ store, clock, terms: simpleTerms }));
  await Promise.all(
    replicas.map((gaps, index) =>
      gaps.record({
        text: "vpn linux",
        person: `p${index}`,
        tenant: "t",
        labels: [],
        cause: "abstained",
      }),
    ),
  );
  expect(await replicas[0]!.list()).toMatchObject([{ askers: 2 }]);
});

test("garbage among the gaps disturbs nobody", async () => {
  const { gaps, ask, store } = build();
  await ask("vpn linux", "p1");
  for (const key of ["gap:x", "asked:x:p", "gap-mark:linux%2Bvpn", "gap-answer:linux%2Bvpn"]) {
    for (const value of [7, null, { number: "1" }, { state: "loud", by: 1, at: 1 }]) {
      await store.set(key, value);
    }
  }
  expect(await gaps.list()).toMatchObject([{ number: 1, state: "open" }]);
});

test("after a reload the gaps that are answered now are closed, the others stay, and who wished is told once", async () => {
  const { gaps, ask, store, clock } = build();
  await ask("vpn on linux", "p1");
  await ask("leave in spain", "p2");
  await ask("pay bands", "p3", { labels: ["hr"] });
  await ask("pay raise", "p4");
  const log = createRecordingLog();
  const wishes = createWishes({ store, clock, log });
  const wish = { previous: [], tenant: "slack:T1", labels: [], channel: "slack:T1:U1" };
  await wishes.add({ ...wish, answer: "a1", question: "vpn on linux", person: "p1" });
  await wishes.add({ ...wish, answer: "a2", question: "leave in spain", person: "p2" });
  await wishes.add({
    ...wish,
    answer: "a3",
    question: "vpn down?",
    person: "p5",
    channel: "broken",
  });
  const told: string[] = [];
  const settle = () =>
    settleGaps({
      knowledge: {
        snapshot: createFakeSnapshot([
          { path: "vpn.md", words: ["vpn"] },
          { path: "pay.md", words: ["pay"], audience: ["hr"] },
        ]),
      },
      gaps,
      wishes,
      tell: async (channel, answer) => {
        if (channel === "broken") throw new Error("user_not_found");
        told.push(`${channel} ${answer.query.text}`);
      },
      randomId: countingIds(),
      log,
    });
  const { closed, told: count } = await settle();
  expect(closed.map(({ examples }) => examples[0]).sort()).toEqual(["pay bands", "vpn on linux"]);
  expect([count, told]).toEqual([1, ["slack:T1:U1 vpn on linux"]]);
  expect(log.text()).toContain("user_not_found");
  const states = (await gaps.list()).map(({ number, state }) => `${number} ${state}`);
  expect(states.toSorted()).toEqual(["1 closed", "2 open", "3 closed", "4 open"]);
  await clock.advance(120_000);
  expect(await settle()).toMatchObject({ closed: [], told: 0 });
});

test("a draft is a page whose questions are the askers' words, whatever they hold", () =>
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), {
        minLength: 1,
        maxLength: 4,
      }),
      (examples) => {
        const { markdown, path } = draftOf({
          number: 3,
          state: "open",
          askers: 1,
          weight: 1,
          examples,
          notes: [],
          lastAskedAt: 0,
        });
        const { frontMatter } = parseFrontMatter(markdown, path);
        expect(frontMatter.questions).toHaveLength(examples.length);
        expect(path).toMatch(/^drafts\/[a-z\d-]{1,60}\.md$/u);
      },
    ),
  ));

test("a draft takes up what a human answered, and what askers missed", async () => {
  const { gaps, ask } = build();
  await ask("parental leave in Spain?", "p1", { note: "only Germany is there" });
  const [before] = await gaps.list();
  expect(draftOf(before!).markdown).toContain("- Missing: only Germany is there");
  await gaps.attach("parental leave, Spain", "16 weeks, ask people@example.com");
  const [gap] = await gaps.list();
  expect(draftOf(gap!)).toEqual({
    path: "drafts/parental-leave-in-spain.md",
    markdown: [
      "---",
      'title: "parental leave in Spain"',
      "questions:",
      '  - "parental leave in Spain?"',
      "---",
      "# parental leave in Spain",
      "",
      "16 weeks, ask [e-mail]",
      "",
    ].join("\n"),
  });
});

test("a question joins a group that holds exactly its terms, in any order", () => {
  const term = fc.constantFrom("vpn", "linux", "leave", "spain", "redis", "port");
  const groupTerms = fc.uniqueArray(term, { minLength: 1, maxLength: 4 });
  return fc.assert(
    fc.property(fc.uniqueArray(groupTerms, { minLength: 1, selector: groupId }), (lists) => {
      const groups = lists.map((terms) => ({ id: groupId(terms), terms }));
      for (const { id, terms } of groups) {
        expect(closestGroup(terms.toReversed(), groups)?.id).toBe(id);
      }
    }),
  );
});
