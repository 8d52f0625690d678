import fc from "fast-check";
import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { createReplicas } from "../src/index.ts";
import type { Store } from "../src/index.ts";
import { createFakeClock, settle } from "./fakes/clock.ts";
import { never, openDoor, rows } from "./support/open-door.ts";

test("the same message under any of its ids is answered once", async () => {
  const { receive, message, sent } = openDoor();
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
        const replicas = ["r1", "r2"].map((replica) => openDoor({ clock, store, replica }));
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

test("a process that dies leaves its question to another, which answers it once and within thirty seconds", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const dead = openDoor({ clock, store, replica: "dead", ask: never, answerMs: 86_400_000 });
  const alive = ["r2", "r3"].map((replica) => openDoor({ clock, store, replica }));
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
      const first = openDoor({ clock, store: mortal, replica: "dead" });
      const ids: [string, string] = ["m1", "event-1"];
      let delivered = 0;
      void first.receive(first.message("m1", { ids, reply: async () => void (delivered += 1) }));
      await settle();
      const second = openDoor({ clock, store, replica: "r2" });
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
  const { receive, message, inbox, clock, store, metrics } = openDoor();
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
  const dead = openDoor({ clock, store, replica: "dead", ask: never, answerMs: 86_400_000 });
  void dead.receive(dead.message("m1", { sentAt }));
  await clock.advance(20 * 60_000);
  const next = openDoor({ clock, store, replica: "r2" });
  await next.inbox.resumeOrphans(async () => {
    expect(await next.receive(next.message("m1", { sentAt }))).toBe("apologised");
  });
  expect(next.sent).toMatchObject([{ notice: { kind: "broken" } }]);
});

test("an event that its adapter no longer understands leaves the inbox; one that fails there is kept", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const dead = openDoor({ clock, store, replica: "dead", ask: never, answerMs: 86_400_000 });
  void dead.receive(dead.message("m1"));
  void dead.receive(dead.message("m2"));
  await clock.advance(16_000);
  const { inbox, log } = openDoor({ clock, store, replica: "r2" });
  await inbox.resumeOrphans(async (_, event) => {
    if ((event as { id: string }).id === "m2") throw new Error("socket closed");
  });
  expect(await rows(store, "inbox:")).toMatchObject([{ event: { id: "m2" } }]);
  expect(log.text()).toContain("socket closed");
});

test("garbage in the inbox disturbs nobody", async () => {
  const { inbox, store } = openDoor();
  for (const [index, value] of [null, 7, "x", [], { owner: 3 }].entries()) {
    await store.set(`inbox:${index}`, value);
  }
  expect(await inbox.resumeOrphans(async () => undefined)).toBe(0);
});

test("a process that was held up for so long that another took over keeps silent", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const gate = Promise.withResolvers<void>();
  const slow = openDoor({
    clock,
    store,
    replica: "slow",
    ask: () => gate.promise,
    answerMs: 100_000,
  });
  const ended = slow.receive(slow.message("m1"));
  await clock.advance(20_000);
  const other = openDoor({ clock, store, replica: "r2" });
  await other.inbox.resumeOrphans(async () => {
    gate.resolve();
    expect(await ended).toBe("duplicate");
    await other.receive(other.message("m1"));
  });
  expect(slow.sent).toEqual([]);
  expect(other.sent).toHaveLength(1);
});

test("a row that could not be removed when its question ended is removed later, and not answered again", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  let down = true;
  const remove: Store["delete"] = (key) =>
    down ? Promise.reject(new Error("connection refused")) : store.delete(key);
  const { receive, message, inbox, sent } = openDoor({
    clock,
    store: { ...store, delete: remove },
  });
  expect(await receive(message("m1"))).toBe("answered");
  expect(await rows(store, "inbox:")).toHaveLength(1);
  down = false;
  expect(await inbox.resumeOrphans(async () => void (await receive(message("m1"))))).toBe(0);
  expect(await rows(store, "inbox:")).toEqual([]);
  expect(sent).toHaveLength(1);
});

test("an event of an adapter that does not run here is left to a replica where it does", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const dead = openDoor({ clock, store, replica: "dead", ask: never, answerMs: 86_400_000 });
  void dead.receive(dead.message("m1"));
  await clock.advance(16_000);
  const { inbox, receive, message } = openDoor({ clock, store, replica: "r2" });
  const resume = async (): Promise<void> => void (await receive(message("m1")));
  expect(await inbox.resumeOrphans(resume, (adapter) => adapter === "discord")).toBe(0);
  expect(await rows(store, "inbox:")).toHaveLength(1);
  expect(await inbox.resumeOrphans(resume, (adapter) => adapter === "slack")).toBe(1);
});

test("of a long backlog a row that another replica has had in the meantime is not handed on again", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const dead = openDoor({ clock, store, replica: "dead", ask: never, answerMs: 86_400_000 });
  const people = Array.from({ length: 40 }, (_, index) => `m${index}`);
  for (const id of people) void dead.receive(dead.message(id));
  await clock.advance(16_000);
  const gate = Promise.withResolvers<void>();
  const [slow, quick] = ["r2", "r3"].map((replica) => openDoor({ clock, store, replica }));
  const idOf = (event: unknown): string => (event as { id: string }).id;
  // Holds up all it takes on at once, with more of them still to come.
  const first = slow!.inbox.resumeOrphans(async (_, event) => {
    await gate.promise;
    await slow!.receive(slow!.message(idOf(event)));
  });
  await settle();
  await clock.advance(21_000);
  await createReplicas({ store, clock, id: "r2" }).beat({ version: "1", knowledge: "v1" });
  await quick!.inbox.resumeOrphans(async (_, event) => {
    await quick!.receive(quick!.message(idOf(event)));
  });
  gate.resolve();
  await first;
  const answers = [...slow!.sent, ...quick!.sent].filter(({ answer }) => answer !== undefined);
  const answered = answers.map(({ message }) => message);
  expect(answered.toSorted()).toEqual(people.toSorted());
});
