import fc from "fast-check";
import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import {
  createInbox,
  createLimits,
  createReceive,
  createReplicas,
  DocentError,
} from "../src/index.ts";
import type {
  Answer,
  Delivery,
  GapQuestion,
  Message,
  Notice,
  Query,
  ReceiveOptions,
  Store,
} from "../src/index.ts";
import { createFakeClock, settle } from "./fakes/clock.ts";
import { countingIds, fakePseudonym, person } from "./fakes/person.ts";
import { createCountingMetrics, createRecordingLog } from "./fakes/recorders.ts";
import { createFakeSnapshot } from "./fakes/snapshot.ts";

const snapshot = createFakeSnapshot([{ path: "vpn.md", words: ["vpn"] }]);

interface Sent {
  readonly message: string;
  readonly answer?: Answer;
  readonly notice?: Notice;
}

interface BuildOptions extends ReceiveOptions {
  readonly store?: Store;
  readonly clock?: ReturnType<typeof createFakeClock>;
  readonly replica?: string;
  readonly ask?: (query: Query, signal?: AbortSignal) => Promise<void>;
}

function build({ ask, replica = "r1", ...options }: BuildOptions = {}) {
  const clock = options.clock ?? createFakeClock();
  const store = options.store ?? createMemoryStore({ clock });
  const log = createRecordingLog();
  const metrics = createCountingMetrics();
  const gaps: GapQuestion[] = [];
  const sent: Sent[] = [];
  const randomId = countingIds(replica);
  const pseudonym = fakePseudonym;
  const common = { store, clock, randomId, pseudonym, log, metrics };
  const inbox = createInbox({ ...common, replica });
  const reception = createReceive(
    {
      ...common,
      nameInLogs: (id) => `today-${pseudonym(id)}`,
      inbox,
      limits: createLimits({ store, pseudonym }),
      gaps: { record: async (gap) => void gaps.push(gap) },
      assistant: {
        ask: async (query, signal) => {
          await ask?.(query, signal);
          const outcome = await snapshot.answer(query);
          return { ...outcome, id: randomId(), query, version: "v1" };
        },
      },
    },
    options,
  );
  const message = (id: string, more: Partial<Message> & { text?: string } = {}): Message => ({
    ids: [id],
    query: { text: more.text ?? "vpn", asker: person(`asker-of-${id}`) },
    event: { id },
    reply: async (answer) => void sent.push({ message: id, answer }),
    apologise: async (notice) => void sent.push({ message: id, notice }),
    ...more,
  });
  return { ...reception, inbox, clock, store, log, metrics, gaps, sent, message };
}

const never = (): Promise<void> => new Promise(() => undefined);

async function rows(store: Store, prefix: string): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  for await (const [, value] of store.entries(prefix)) values.push(value);
  return values;
}

test("a question is answered, counted once, and leaves nothing in the inbox", async () => {
  const { receive, message, sent, metrics, store } = build();
  expect(await receive(message("m1"))).toBe("answered");
  expect(sent).toMatchObject([{ message: "m1", answer: { kind: "found" } }]);
  expect(metrics.total("questions_received_total")).toBe(1);
  expect(metrics.total("questions_ended_total", { delivery: "answered" })).toBe(1);
  expect(await rows(store, "inbox:")).toEqual([]);
});

test("an unanswered question becomes a gap; a greeting does not", async () => {
  const { receive, message, gaps } = build();
  expect(await receive(message("m1", { text: "parental leave?" }))).toBe("abstained");
  expect(await receive(message("m2", { text: "hello" }))).toBe("abstained");
  expect(gaps).toMatchObject([{ text: "parental leave?", cause: "abstained" }]);
});

test("the same message under any of its ids is answered once", async () => {
  const { receive, message, sent } = build();
  expect(await receive(message("m1", { ids: ["m1", "event-1"] }))).toBe("answered");
  expect(await receive(message("m1", { ids: ["m1", "event-2"] }))).toBe("duplicate");
  expect(await receive(message("m2", { ids: ["m2", "event-1"] }))).toBe("duplicate");
  expect(await receive(message("m3", { ids: ["m3", "event-3"] }))).toBe("answered");
  expect(sent.map((one) => one.message)).toEqual(["m1", "m3"]);
});

test("of messages that share ids in any way, none is answered beside one it shares an id with, and one always is", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1, maxLength: 4 }),
        { minLength: 2, maxLength: 6 },
      ),
      async (idLists) => {
        const clock = createFakeClock();
        const store = createMemoryStore({ clock });
        const replicas = ["r1", "r2"].map((replica) => build({ clock, store, replica }));
        const ended = await Promise.all(
          idLists.map((ids, index) => {
            const { receive, message } = replicas[index % 2]!;
            return receive(message(`m${index}`, { ids: ids as [string, ...string[]] }));
          }),
        );
        const answered = idLists.filter((_, index) => ended[index] === "answered");
        expect(answered.length).toBeGreaterThan(0);
        expect(new Set(answered.flat()).size).toBe(answered.flat().length);
        expect(await rows(store, "inbox:")).toEqual([]);
      },
    ),
    { numRuns: 100 },
  ));

test("what is older than ten minutes is counted and not answered", async () => {
  const { receive, message, sent, clock } = build();
  const minutesAgo = (minutes: number): number => clock.now() - minutes * 60_000;
  expect(await receive(message("m1", { sentAt: minutesAgo(120) }))).toBe("stale");
  expect(await receive(message("m2", { sentAt: minutesAgo(9) }))).toBe("answered");
  expect(sent.map((one) => one.message)).toEqual(["m2"]);
});

test("the sixth question within ten seconds is told when to come back, the rest are not, and then it goes on", async () => {
  const { receive, message, sent, clock } = build();
  const query = { text: "vpn", asker: person("eager") };
  const ended: Delivery[] = [];
  for (let count = 0; count < 100; count += 1) {
    ended.push(await receive(message(`m${count}`, { query })));
  }
  expect(ended.filter((delivery) => delivery === "answered")).toHaveLength(5);
  expect(ended.filter((delivery) => delivery === "limited")).toHaveLength(95);
  expect(sent.filter((one) => one.notice !== undefined)).toEqual([
    { message: "m5", notice: { kind: "limited", retryInMs: 10_000 } },
  ]);
  await clock.advance(10_000);
  expect(await receive(message("later", { query }))).toBe("answered");
});

test("admins are not limited, and a channel is limited as a whole", async () => {
  const { receive, message, sent } = build();
  const asker = person("admin");
  for (let count = 0; count < 10; count += 1) {
    const admin = message(`a${count}`, { query: { text: "vpn", asker }, unlimited: true });
    expect(await receive(admin)).toBe("answered");
  }
  const ended: Delivery[] = [];
  for (let count = 0; count < 33; count += 1) {
    ended.push(await receive(message(`c${count}`, { place: "slack:T1:C1" })));
  }
  expect(ended.filter((delivery) => delivery === "limited")).toHaveLength(3);
  expect(sent.filter((one) => one.notice?.kind === "limited")).toHaveLength(1);
});

test("four thousand characters are read; one more is refused with the number", async () => {
  const { receive, message, sent } = build();
  expect(await receive(message("m1", { text: "x".repeat(4_000) }))).toBe("abstained");
  expect(await receive(message("m2", { text: "x".repeat(4_001) }))).toBe("apologised");
  expect(sent.at(-1)?.notice).toEqual({ kind: "too-long", limit: 4_000, length: 4_001 });
});

test("a question that takes too long is given up, and its work told to stop", async () => {
  const aborted: boolean[] = [];
  const { receive, message, sent, clock } = build({
    ask: (_, signal) => {
      signal?.addEventListener("abort", () => aborted.push(true));
      return never();
    },
  });
  const ended = receive(message("m1"));
  await clock.advance(10_000);
  expect(await ended).toBe("apologised");
  expect(sent).toEqual([{ message: "m1", notice: { kind: "too-hard" } }]);
  expect(aborted).toEqual([true]);
  expect(clock.sleeping).toBe(0);
});

test("a failure is apologised for with an id that the log has, without what was asked or who asked", async () => {
  const { receive, message, sent, log } = build({
    ask: () => Promise.reject(new Error("index broke")),
  });
  expect(await receive(message("m1", { text: "secret-word" }))).toBe("apologised");
  const notice = sent[0]?.notice;
  expect(notice).toMatchObject({ kind: "broken" });
  expect(log.text()).toContain((notice as { id: string }).id);
  expect(log.text()).toContain("index broke");
  expect(log.text()).not.toMatch(/secret-word|asker-of/u);
});

test("without knowledge the asker hears that", async () => {
  const { receive, message, sent } = build({
    ask: () => Promise.reject(new DocentError("knowledge-empty", "Empty", { remedy: "Fill it." })),
  });
  expect(await receive(message("m1"))).toBe("apologised");
  expect(sent[0]?.notice).toEqual({ kind: "no-knowledge" });
});

test("an answer that cannot be sent is apologised for once", async () => {
  const { receive, message, sent, metrics } = build();
  const reply = (): Promise<never> => Promise.reject(new Error("channel_not_found"));
  expect(await receive(message("m1", { reply }))).toBe("apologised");
  expect(sent).toMatchObject([{ notice: { kind: "broken" } }]);
  expect(metrics.total("send_failures_total")).toBe(1);
});

test("a platform that never answers holds a question for a bounded time", async () => {
  const { receive, message, clock } = build();
  const ended = receive(message("m1", { reply: never, apologise: never }));
  await clock.advance(60_000);
  expect(await ended).toBe("failed");
});

test("in an unasked channel Docent says nothing below the floor, and nothing about itself at all", async () => {
  const { receive, message, sent, gaps } = build();
  expect(await receive(message("m1", { floor: 0.8 }))).toBe("answered");
  expect(await receive(message("m2", { floor: 0.95 }))).toBe("silent");
  expect(await receive(message("m3", { floor: 0.8, text: "lunch?" }))).toBe("silent");
  expect(await receive(message("m4", { floor: 0.8, text: "x".repeat(5_000) }))).toBe("silent");
  const reply = (): Promise<never> => Promise.reject(new Error("gone"));
  expect(await receive(message("m5", { floor: 0.8, reply }))).toBe("silent");
  expect(sent.map((one) => one.message)).toEqual(["m1"]);
  expect(gaps).toEqual([]);
});

test("who waits long hears so once and is answered; who finds no room to wait is refused and counted", async () => {
  const gate = Promise.withResolvers<void>();
  const { receive, message, sent, clock, metrics } = build({
    concurrency: 1,
    waiting: 2,
    answerMs: 600_000,
    ask: () => gate.promise,
  });
  const ended = ["m1", "m2", "m3", "m4"].map((id) => receive(message(id)));
  await settle();
  expect(sent).toEqual([{ message: "m4", notice: { kind: "limited", retryInMs: 60_000 } }]);
  await clock.advance(5_000);
  expect(sent.slice(1)).toEqual([
    { message: "m2", notice: { kind: "busy" } },
    { message: "m3", notice: { kind: "busy" } },
  ]);
  gate.resolve();
  expect(await Promise.all(ended)).toEqual(["answered", "answered", "answered", "busy"]);
  expect(sent.filter((one) => one.answer !== undefined)).toHaveLength(3);
  expect(metrics.total("questions_ended_total")).toBe(4);
});

test("whatever fails, every message ends in exactly one delivery and at most one answer", () => {
  const step = fc.constantFrom("works", "rejects", "hangs");
  return fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ ask: step, reply: step, apologise: step }), {
        minLength: 1,
        maxLength: 8,
      }),
      async (plans) => {
        const play = (plan: string): Promise<void> => {
          if (plan === "hangs") return never();
          return plan === "rejects" ? Promise.reject(new Error("no")) : Promise.resolve();
        };
        const { receive, message, clock, metrics, sent } = build({
          concurrency: 2,
          waiting: 3,
          ask: (query) => play(plans[Number(query.text.slice(4))]!.ask),
        });
        const ended = plans.map((plan, index) => {
          const base = message(`m${index}`, { text: `vpn ${index}` });
          return receive({
            ...base,
            reply: (answer) => play(plan.reply).then(() => base.reply(answer)),
            apologise: (notice) => play(plan.apologise).then(() => base.apologise(notice)),
          });
        });
        await clock.advance(600_000);
        const deliveries = await Promise.all(ended);
        expect(metrics.total("questions_received_total")).toBe(plans.length);
        expect(metrics.total("questions_ended_total")).toBe(plans.length);
        for (const [index, delivery] of deliveries.entries()) {
          const answers = sent.filter((one) => one.message === `m${index}` && one.answer);
          expect(answers).toHaveLength(delivery === "answered" ? 1 : 0);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test("closing time: what is in flight is waited for, but not for ever", async () => {
  const gate = Promise.withResolvers<void>();
  const reception = build({ ask: () => gate.promise });
  const { receive, message, clock } = reception;
  const ended = receive(message("m1"));
  expect(reception.inFlight()).toBe(1);
  const first = reception.drain(1_000);
  await clock.advance(1_000);
  expect(await first).toBe(1);
  const second = reception.drain(1_000);
  gate.resolve();
  expect(await second).toBe(0);
  expect(await ended).toBe("answered");
});

test("a process that dies leaves its question to another, which answers it once and within thirty seconds", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const dead = build({ clock, store, replica: "dead", ask: never, answerMs: 86_400_000 });
  const alive = ["r2", "r3"].map((replica) => build({ clock, store, replica }));
  const beat = (id: string): Promise<void> =>
    createReplicas({ store, clock, id }).beat({ version: "1", knowledge: "v1" });
  await Promise.all([beat("dead"), beat("r2"), beat("r3")]);

  void dead.receive(dead.message("m1", { ids: ["m1", "event-1"], text: "vpn please" }));
  await clock.advance(5_000);
  const resumeAll = async (): Promise<readonly number[]> =>
    Promise.all(
      alive.map(({ inbox, receive, message }) =>
        inbox.resumeOrphans(async (adapter, event) => {
          expect(adapter).toBe("slack");
          const { id } = event as { id: string };
          await receive(message(id, { ids: [id as "m1", "event-1"] }));
        }),
      ),
    );
  expect(await resumeAll()).toEqual([0, 0]);
  // A redelivery by the platform is still a duplicate.
  expect(await alive[0]!.receive(alive[0]!.message("m1"))).toBe("duplicate");
  await clock.advance(10_000);
  const handedOn = await resumeAll();
  expect(handedOn[0]! + handedOn[1]!).toBe(1);
  const answers = alive.flatMap(({ sent }) => sent).filter((one) => one.answer !== undefined);
  expect(answers).toHaveLength(1);
  expect(await rows(store, "inbox:")).toEqual([]);
  expect(await resumeAll()).toEqual([0, 0]);
});

test("wherever a process dies between accepting and answering, the question is answered once by the next", () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 6 }), async (callsBeforeDeath) => {
      const clock = createFakeClock();
      const store = createMemoryStore({ clock });
      let calls = 0;
      // Dead: from some call on nothing reaches the store, and nothing comes back.
      const mortal = new Proxy(store, {
        get: (target, name: keyof Store) => {
          if (name === "entries" || typeof target[name] !== "function") return target[name];
          return (...given: readonly unknown[]) => {
            calls += 1;
            if (calls > callsBeforeDeath) return never();
            return (target[name] as (...all: readonly unknown[]) => unknown)(...given);
          };
        },
      });
      const first = build({ clock, store: mortal, replica: "dead" });
      const ids: [string, string] = ["m1", "event-1"];
      let delivered = 0;
      void first.receive(first.message("m1", { ids, reply: async () => void (delivered += 1) }));
      await settle();
      const second = build({ clock, store, replica: "r2" });
      await clock.advance(16_000);
      await second.inbox.resumeOrphans(async (_, event) => {
        const { id } = event as { id: string };
        await second.receive(second.message(id, { ids }));
      });
      // Never accepted: then the platform delivers it again.
      await second.receive(second.message("m1", { ids }));
      const answers = second.sent.filter((one) => one.answer !== undefined).length;
      // One that died after it had sent leaves it to the adapter to find that on its platform; this fake does not.
      expect(answers).toBeLessThanOrEqual(1);
      if (delivered === 0) expect(answers).toBe(1);
    }),
    { numRuns: 20 },
  ));

test("what got through to nobody is tried again a little later, and given up after some tries", async () => {
  const { receive, message, inbox, clock, store, metrics } = build();
  const down = (): Promise<never> => Promise.reject(new Error("503"));
  const broken = message("m1", { reply: down, apologise: down });
  expect(await receive(broken)).toBe("failed");
  const resume = (): Promise<number> =>
    inbox.resumeOrphans(async () => void (await receive(broken)));
  expect(await resume()).toBe(0);
  let tries = 0;
  for (let minute = 0; minute < 9; minute += 1) {
    await clock.advance(60_000);
    tries += await resume();
  }
  expect(tries).toBe(3);
  expect(await rows(store, "inbox:")).toEqual([]);
  expect(metrics.total("inbox_given_up_total")).toBe(1);
});

test("a question left behind for too long is apologised for, not answered and not forgotten", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const sentAt = clock.now();
  const dead = build({ clock, store, replica: "dead", ask: never, answerMs: 86_400_000 });
  void dead.receive(dead.message("m1", { sentAt }));
  await clock.advance(20 * 60_000);
  const next = build({ clock, store, replica: "r2" });
  await next.inbox.resumeOrphans(async () => {
    expect(await next.receive(next.message("m1", { sentAt }))).toBe("apologised");
  });
  expect(next.sent).toMatchObject([{ notice: { kind: "broken" } }]);
});

test("an event that its adapter no longer understands leaves the inbox; one that fails there is kept", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const dead = build({ clock, store, replica: "dead", ask: never, answerMs: 86_400_000 });
  void dead.receive(dead.message("m1"));
  void dead.receive(dead.message("m2"));
  await clock.advance(16_000);
  const { inbox, log } = build({ clock, store, replica: "r2" });
  await inbox.resumeOrphans(async (_, event) => {
    if ((event as { id: string }).id === "m2") throw new Error("socket closed");
  });
  expect(await rows(store, "inbox:")).toMatchObject([{ event: { id: "m2" } }]);
  expect(log.text()).toContain("socket closed");
});

test("garbage in the inbox disturbs nobody", async () => {
  const { inbox, store } = build();
  for (const [index, value] of [null, 7, "x", [], { owner: 3 }].entries()) {
    await store.set(`inbox:${index}`, value);
  }
  expect(await inbox.resumeOrphans(async () => undefined)).toBe(0);
});

test("a process that was held up for so long that another took over keeps silent", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const gate = Promise.withResolvers<void>();
  const slow = build({ clock, store, replica: "slow", ask: () => gate.promise, answerMs: 100_000 });
  const ended = slow.receive(slow.message("m1"));
  await clock.advance(20_000);
  const other = build({ clock, store, replica: "r2" });
  await other.inbox.resumeOrphans(async () => {
    gate.resolve();
    expect(await ended).toBe("duplicate");
    await other.receive(other.message("m1"));
  });
  expect(slow.sent).toEqual([]);
  expect(other.sent).toHaveLength(1);
});
