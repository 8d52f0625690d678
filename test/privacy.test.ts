import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import {
  createAssistant,
  createAudit,
  createChannels,
  createEscalations,
  createGaps,
  createInbox,
  createPrivacy,
} from "../src/index.ts";
import type { Asker, Store } from "../src/index.ts";
import { createFakeClock } from "./fakes/clock.ts";
import { countingIds, fakePseudonym } from "./fakes/person.ts";
import { createCountingMetrics, createRecordingLog } from "./fakes/recorders.ts";
import { createFakeSnapshot } from "./fakes/snapshot.ts";
import { simpleTerms } from "./fakes/terms.ts";

const alice: Asker = { id: "slack:T1:UALICE", labels: ["slack:team:T1", "slack:user:UALICE"] };
const bob: Asker = { id: "slack:T1:UBOB", labels: ["slack:team:T1"] };
const guest: Asker = { id: "discord:1234", labels: ["discord:guild:G9", "discord:user:1234"] };

function build() {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const log = createRecordingLog();
  const metrics = createCountingMetrics();
  const randomId = countingIds();
  const common = { store, clock, randomId, pseudonym: fakePseudonym, log, metrics };
  const gaps = createGaps({ store, clock, terms: simpleTerms });
  const assistant = createAssistant({
    ...common,
    gaps,
    statistics: { record: () => undefined },
    knowledge: { snapshot: createFakeSnapshot([{ path: "vpn.md", words: ["vpn"] }]) },
  });
  const escalations = createEscalations({
    ...common,
    answered: (question, answer) => gaps.attach(question, answer),
  });
  const audit = createAudit(common);
  const channels = createChannels(store);
  const inbox = createInbox({ ...common, replica: "r1" });
  const privacy = createPrivacy({
    ...common,
    gaps,
    platformKeys: ["slack-thread:", "slack-reply:"],
  });

  /** Everything somebody can leave behind. */
  async function live(asker: Asker, channel: string): Promise<void> {
    const user = asker.id.split(":").at(-1)!;
    const conversation = `${channel}:private:${user}`;
    const good = await assistant.ask({ text: `vpn for ${user}?`, asker, conversation });
    await assistant.rate(good.id, asker, "not-helpful", `${user} says no`);
    const bad = await assistant.ask({ text: `leave for ${user}?`, asker, conversation });
    await gaps.record({
      text: `leave of ${user}?`,
      person: fakePseudonym(asker.id),
      tenant: channel.split(":").slice(0, 2).join(":"),
      labels: asker.labels,
      cause: "abstained",
    });
    await assistant.tellMe(bad.id, asker, asker.id);
    const { id } = await escalations.open(bad, `https://example.org/${user}`);
    await escalations.take(id, bob.id);
    await inbox.accept({
      ids: [`event-in-${channel}`],
      query: { text: "vpn", asker },
      event: { user },
      reply: async () => undefined,
      apologise: async () => undefined,
    });
    await audit.record({ actor: asker.id, from: "slack", command: "reload", outcome: "refused" });
    await store.set(`slack-thread:${channel}:17.1`, { asker: user, state: "ours" });
    await store.increment(`rate:${fakePseudonym(asker.id)}`);
    await channels.setMode(channel, "auto");
  }
  return { store, clock, assistant, escalations, privacy, gaps, audit, channels, live };
}

async function dump(store: Store): Promise<string> {
  const lines: string[] = [];
  for await (const [key, value] of store.entries("")) lines.push(`${key} ${JSON.stringify(value)}`);
  return lines.join("\n");
}

test("fault 99: forgetting somebody leaves neither their id nor their pseudonym nor their words, and says what went", async () => {
  const { store, privacy, live, gaps } = build();
  await live(alice, "slack:T1:C1");
  await live(bob, "slack:T1:C2");
  const receipt = await privacy.forget(alice);
  const rest = await dump(store);
  expect(rest).not.toContain("UALICE");
  expect(rest).not.toContain(fakePseudonym(alice.id));
  expect(rest.toLowerCase()).not.toContain("ualice");
  expect(Object.fromEntries(receipt.deleted.map(({ what, count }) => [what, count]))).toEqual({
    answers: 2,
    "turns of conversations": 2,
    votes: 1,
    "wishes to be told": 1,
    "questions without an answer": 2,
    "questions in progress": 1,
    "calls for a human": 1,
    "records of messages": 1,
    "administrative actions": 1,
  });
  expect(rest).toContain("UBOB");
  expect((await gaps.list()).map(({ askers }) => askers)).toEqual([1, 1]);
});

test("forgetting a helper keeps what they helped with, without their name", async () => {
  const { store, privacy, live, escalations } = build();
  await live(alice, "slack:T1:C1");
  await privacy.forget(bob);
  const rest = await dump(store);
  expect(rest).not.toContain("UBOB");
  const taken: unknown[] = [];
  for await (const [key] of store.entries("escalation:")) {
    taken.push(await escalations.get(key.slice("escalation:".length)));
  }
  expect(taken).toMatchObject([{ state: "taken", by: "forgotten" }]);
});

test("a question that was taken back leaves none of its words, and other questions stay", async () => {
  const { store, privacy, assistant, gaps } = build();
  const ask = (asker: Asker, text: string) =>
    assistant.ask({ text, asker, conversation: `slack:T1:C1:${asker.id}` });
  const taken = await ask(alice, "zebras on the vpn?");
  await assistant.rate(taken.id, alice, "not-helpful");
  await assistant.tellMe(taken.id, alice, alice.id);
  await ask(alice, "vpn for laptops?");
  await ask(bob, "zebras on the vpn?");
  await privacy.retract(taken.id);
  const rest = await dump(store);
  const of = (asker: Asker): string[] =>
    rest.split("\n").filter((line) => line.includes(fakePseudonym(asker.id)));
  expect(of(alice).filter((line) => line.includes("zebras"))).toEqual([]);
  expect(of(alice).filter((line) => line.includes("laptops"))).not.toEqual([]);
  expect(of(bob).filter((line) => line.includes("zebras"))).not.toEqual([]);
  expect(await gaps.list()).toEqual([]);
  expect(await assistant.recall(taken.id, alice)).toBeUndefined();
  await expect(privacy.retract("forged")).resolves.toBeUndefined();
});

test("there is nothing to forget about a stranger", async () => {
  const { privacy, live } = build();
  await live(alice, "slack:T1:C1");
  expect(await privacy.forget({ id: "slack:T1:UNOBODY", labels: [] })).toEqual({
    deleted: [],
    total: 0,
  });
});

test("fault 100: an uninstalled workspace or guild is purged whole, and the others stay", async () => {
  const { store, privacy, live, channels } = build();
  await live(alice, "slack:T1:C1");
  await live(guest, "discord:G9:C7");
  await privacy.purge("discord:G9");
  expect(await channels.mode("discord:G9:C7")).toBe("mention");
  // An administrator's own id stands in the audit without a guild; claims and ids of answers name nobody.
  const namesNobody = (line: string): boolean => /^(?:audit|claim|escalation-of):/u.test(line);
  const after = (await dump(store)).split("\n").filter((line) => !namesNobody(line));
  expect(after.join("\n")).not.toMatch(/G9|1234/u);
  expect(await channels.mode("slack:T1:C1")).toBe("auto");

  await privacy.purge("slack:T1");
  const rest = (await dump(store)).split("\n").filter((line) => !namesNobody(line));
  expect(rest.join("\n")).not.toMatch(/T1|UALICE|UBOB/u);
});

test("a workspace whose id begins like another's is not purged with it", async () => {
  const { privacy, live, channels } = build();
  await live({ id: "slack:T12:U1", labels: [] }, "slack:T12:C1");
  // Bob of the first lent the second a hand.
  expect((await privacy.purge("slack:T1")).deleted).toEqual([
    { what: "escalations taken", count: 1 },
  ]);
  expect(await channels.mode("slack:T12:C1")).toBe("auto");
});

test("the audit keeps who did what for 180 days", async () => {
  const { audit, clock, store } = build();
  await audit.record({ actor: alice.id, from: "shell", command: "reload", outcome: "done" });
  await clock.advance(1_000);
  await audit.record({ actor: bob.id, from: "slack", command: "rollback", outcome: "failed" });
  await store.set("audit:garbage", { at: "yesterday" });
  expect((await audit.list(10)).map(({ command }) => command)).toEqual(["rollback", "reload"]);
  expect(await audit.list(1)).toHaveLength(1);
  await clock.advance(180 * 86_400_000);
  expect(await audit.list(10)).toEqual([]);
});
