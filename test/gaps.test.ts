import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { createGaps } from "../src/index.ts";
import type { Store } from "../src/index.ts";
import { createFakeClock } from "./fakes/clock.ts";
import { createCountingMetrics } from "./fakes/recorders.ts";
import { simpleTerms } from "./fakes/terms.ts";
import { openGaps } from "./support/open-gaps.ts";

const DAY = 86_400_000;

test("questions that share their rare words are one gap, counted by people and not by questions", async () => {
  const { gaps, ask } = openGaps();
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
  const { gaps, ask } = openGaps();
  await ask("how do I?", "p1");
  await ask("???", "p2");
  expect(await gaps.list()).toEqual([]);
});

test("questions that go down are counted by what led to them, those that are no gap left out", async () => {
  const { ask, metrics } = openGaps();
  await ask("VPN on Linux?", "p1");
  await ask("VPN on Linux?", "p2");
  await ask("VPN gateways", "p1", { cause: "not-helpful" });
  await ask("???", "p2");
  expect(metrics.total("gaps_total", { cause: "abstained" })).toBe(2);
  expect(metrics.total("gaps_total", { cause: "not-helpful" })).toBe(1);
  expect(metrics.total("gaps_total")).toBe(3);
});

test("a group that a store without room has dropped begins anew, though it was claimed", async () => {
  const { gaps, ask, store, clock } = openGaps({ claim: async () => false });
  await ask("VPN on Linux?", "p1");
  expect(await gaps.list()).toMatchObject([{ askers: 1, examples: ["VPN on Linux?"] }]);
  for await (const [key] of store.entries("gap:")) await store.delete(key);
  await clock.advance(DAY);
  await ask("VPN on Linux?", "p2");
  await ask("VPN on Linux?", "p3");
  expect(await gaps.list()).toMatchObject([{ askers: 3 }]);
});

test("many who ask weigh more than one, now more than then, and a wrong answer more than silence", async () => {
  const { gaps, ask, clock } = openGaps();
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
  const { gaps, ask, store } = openGaps();
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
  const { gaps, ask, clock } = openGaps();
  await ask("vpn linux", "p1");
  await clock.advance(20 * DAY);
  await ask("vpn linux", "p2");
  await clock.advance(11 * DAY);
  expect((await gaps.list())[0]?.askers).toBe(1);
  await clock.advance(20 * DAY);
  expect(await gaps.list()).toEqual([]);
});

test("a gap is assigned, dismissed, closed and opened, and comes back when it is asked after closing", async () => {
  const { gaps, ask, clock } = openGaps();
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
  const { gaps, ask, store } = openGaps();
  await ask("vpn linux", "p1");
  for (const key of ["gap:x", "asked:x:p", "gap-mark:linux%2Bvpn", "gap-answer:linux%2Bvpn"]) {
    for (const value of [7, null, { number: "1" }, { state: "loud", by: 1, at: 1 }]) {
      await store.set(key, value);
    }
  }
  expect(await gaps.list()).toMatchObject([{ number: 1, state: "open" }]);
});

test("groups are not listed for every question; what another replica has begun is noticed after ten seconds", async () => {
  const clock = createFakeClock();
  const inner = createMemoryStore({ clock });
  let listings = 0;
  const store: Store = {
    ...inner,
    entries: (prefix) => {
      listings += 1;
      return inner.entries(prefix);
    },
  };
  const metrics = createCountingMetrics();
  const [here, there] = [store, inner].map((one) =>
    createGaps({ store: one, clock, terms: simpleTerms, metrics }),
  );
  const asked = (text: string, who: string) => ({
    text,
    person: who,
    tenant: "slack:T1",
    labels: [],
    cause: "abstained" as const,
  });
  for (const who of ["p1", "p2", "p3"]) await here!.record(asked("vpn linux setup", who));
  await here!.record(asked("linux setup of vpn", "p4"));
  expect(listings).toBe(1);
  expect(await here!.list()).toMatchObject([{ askers: 4 }]);

  await there!.record(asked("parking garage berlin", "p1"));
  await clock.advance(10_000);
  await here!.record(asked("parking garage in berlin", "p2"));
  expect((await here!.list()).map(({ askers }) => askers).toSorted((a, b) => a - b)).toEqual([
    2, 4,
  ]);
});
