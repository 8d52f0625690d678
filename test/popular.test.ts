import { expect, test } from "vitest";
import type { Snapshot } from "../src/index.ts";
import { person } from "./fakes/person.ts";
import { createFakeSnapshot } from "./fakes/snapshot.ts";
import { openAssistant } from "./support/open-assistant.ts";

const MINUTE = 60_000;
const PAGES = [
  { path: "vpn.md", words: ["vpn"] },
  { path: "leave.md", words: ["leave"] },
  { path: "desk.md", words: ["desk"] },
  { path: "pay.md", words: ["pay"], audience: ["hr"] },
];

/** Pages whose question names its passage; one that declares two and one that declares one without a name. */
function declaring(): Snapshot {
  const snapshot = createFakeSnapshot(PAGES);
  return {
    ...snapshot,
    declared: async () =>
      (await snapshot.declared()).flatMap((one) => {
        if (one.page === "desk.md") return [one];
        if (one.page === "leave.md") return [one, { ...one, text: "And who says so?" }];
        return [{ ...one, passage: `${one.page}#top` }];
      }),
  };
}

function build() {
  const { assistant, ...rest } = openAssistant({ snapshot: declaring() });
  const ask = async (word: string, names: readonly string[]): Promise<void> => {
    for (const name of names) {
      const asker = person(name, ["hr"]);
      await assistant.ask({ text: `${word}, says ${name}`, asker });
    }
  };
  const seenBy = (labels: string[]) => assistant.popular(person("viewer", labels), 10);
  return { ...rest, assistant, ask, seenBy };
}

const THREE = ["alice", "bob", "carol"];

test("what is popular are questions of the pages, or their headings, those of most people first", async () => {
  const { ask, seenBy } = build();
  await ask("leave", THREE);
  await ask("desk", THREE);
  await ask("vpn", [...THREE, "dave"]);
  expect(await seenBy([])).toEqual(["What does vpn.md say?", "What does desk.md say?", "leave.md"]);
});

test("what fewer than three people have asked is not told, however often they ask", async () => {
  const { ask, seenBy } = build();
  await ask("vpn", ["alice", "alice", "alice", "bob", "bob"]);
  expect(await seenBy([])).toEqual([]);
});

test("nobody is shown a question whose answer is not for them, and nobody's own words are shown at all", async () => {
  const { ask, seenBy } = build();
  await ask("pay", THREE);
  expect(await seenBy([])).toEqual([]);
  expect(await seenBy(["hr"])).toEqual(["What does pay.md say?"]);
  expect((await seenBy(["hr"])).join(" ")).not.toMatch(/says|alice/u);
});

test("questions without an answer are nobody's example", async () => {
  const { ask, seenBy } = build();
  await ask("lunch", THREE);
  expect(await seenBy([])).toEqual([]);
});

test("it is counted anew after ten minutes, over seven days, and only as many are given as are wanted", async () => {
  const { ask, seenBy, clock, assistant } = build();
  await ask("vpn", THREE);
  expect(await seenBy([])).toHaveLength(1);
  await ask("leave", THREE);
  expect(await seenBy([])).toHaveLength(1);
  await clock.advance(10 * MINUTE);
  expect(await seenBy([])).toHaveLength(2);
  expect(await assistant.popular(person("viewer"), 1)).toHaveLength(1);
  await clock.advance(7 * 24 * 60 * MINUTE);
  expect(await seenBy([])).toEqual([]);
});

test("a store that fails costs what is popular, and nothing else", async () => {
  let down = false;
  const { assistant, clock } = openAssistant({
    snapshot: declaring(),
    around: (store) => ({
      ...store,
      entries: (prefix) => {
        if (down) throw new Error("connection refused");
        return store.entries(prefix);
      },
    }),
  });
  for (const name of THREE) await assistant.ask({ text: "vpn", asker: person(name) });
  down = true;
  expect(await assistant.popular(person("viewer"), 5)).toEqual([]);
  down = false;
  await clock.advance(1);
  expect(await assistant.popular(person("viewer"), 5)).toHaveLength(1);
});
