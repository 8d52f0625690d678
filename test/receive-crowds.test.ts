import { expect, test } from "vitest";
import type { Delivery } from "../src/index.ts";
import { settle } from "./fakes/clock.ts";
import { person } from "./fakes/person.ts";
import { openDoor, rows } from "./support/open-door.ts";

test("what is older than ten minutes is counted and not answered", async () => {
  const { receive, message, sent, clock } = openDoor();
  const minutesAgo = (minutes: number): number => clock.now() - minutes * 60_000;
  expect(await receive(message("m1", { sentAt: minutesAgo(120) }))).toBe("stale");
  expect(await receive(message("m2", { sentAt: minutesAgo(9) }))).toBe("answered");
  expect(sent.map((one) => one.message)).toEqual(["m2"]);
});

test("the sixth question within ten seconds is told when to come back, the rest are not, and then it goes on", async () => {
  const { receive, message, sent, clock } = openDoor();
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

test("who goes over it late in the window is told what is left of it", async () => {
  const { receive, message, sent, clock } = openDoor();
  const query = { text: "vpn", asker: person("eager") };
  await receive(message("m0", { query }));
  await clock.advance(7_500);
  for (let count = 1; count < 6; count += 1) await receive(message(`m${count}`, { query }));
  expect(sent.at(-1)).toEqual({ message: "m5", notice: { kind: "limited", retryInMs: 2_500 } });
  await clock.advance(2_500);
  expect(await receive(message("later", { query }))).toBe("answered");
});

test("admins are not limited, and a channel is limited as a whole", async () => {
  const { receive, message, sent } = openDoor();
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

test("who waits long hears so once and is answered; who finds no room to wait hears so, too, and is answered in a quieter moment", async () => {
  const gate = Promise.withResolvers<void>();
  const { receive, message, sent, clock, metrics, inbox } = openDoor({
    concurrency: 1,
    waiting: 2,
    answerMs: 600_000,
    ask: () => gate.promise,
  });
  const ended = ["m1", "m2", "m3", "m4"].map((id) => receive(message(id)));
  await settle();
  expect(sent).toEqual([{ message: "m4", notice: { kind: "busy" } }]);
  await clock.advance(5_000);
  expect(sent.slice(1)).toEqual([
    { message: "m2", notice: { kind: "busy" } },
    { message: "m3", notice: { kind: "busy" } },
  ]);
  const takeUp = (): Promise<number> =>
    inbox.resumeOrphans(async (_, event) => {
      await receive(message((event as { id: string }).id));
    });
  // Still no room: it goes on waiting, and is not told again.
  expect(await takeUp()).toBe(1);
  expect(sent.filter((one) => one.message === "m4")).toHaveLength(1);
  gate.resolve();
  expect(await Promise.all(ended)).toEqual(["answered", "answered", "answered", "busy"]);
  await clock.advance(20_000);
  expect(await takeUp()).toBe(1);
  expect(sent.filter((one) => one.answer !== undefined)).toHaveLength(4);
  expect(metrics.total("questions_ended_total", { delivery: "answered" })).toBe(4);
  expect(await takeUp()).toBe(0);
});

test("of a crowd beyond all room nobody is forgotten: those who are not told so are answered, too", async () => {
  const gate = Promise.withResolvers<void>();
  const { receive, message, sent, clock, inbox, metrics } = openDoor({
    concurrency: 1,
    waiting: 3,
    answerMs: 600_000,
    ask: () => gate.promise,
  });
  const people = Array.from({ length: 200 }, (_, index) => `m${index}`);
  const told = Promise.withResolvers<void>();
  const ended = people.map((id) => receive(message(id, { apologise: () => told.promise })));
  await settle();
  gate.resolve();
  told.resolve();
  await Promise.all(ended);
  while (metrics.total("questions_ended_total", { delivery: "answered" }) < people.length) {
    await clock.advance(20_000);
    await inbox.resumeOrphans(async (_, event) => {
      await receive(message((event as { id: string }).id));
    });
  }
  const answered = sent.flatMap((one) => (one.answer === undefined ? [] : [one.message]));
  expect(answered.toSorted()).toEqual(people.toSorted());
  expect(metrics.total("inbox_given_up_total")).toBe(0);
});

test("where nobody asked Docent keeps silent rather than answer late", async () => {
  const gate = Promise.withResolvers<void>();
  const { receive, message, sent, store } = openDoor({
    concurrency: 1,
    waiting: 1,
    ask: () => gate.promise,
  });
  const asked = ["m1", "m2"].map((id) => receive(message(id)));
  expect(await receive(message("m3", { floor: 0.9 }))).toBe("silent");
  expect(sent).toEqual([]);
  expect(await rows(store, "inbox:")).toHaveLength(2);
  gate.resolve();
  expect(await Promise.all(asked)).toEqual(["answered", "answered"]);
});

test("who cannot be come back to is asked to come back", async () => {
  const gate = Promise.withResolvers<void>();
  const { receive, message, sent } = openDoor({
    concurrency: 1,
    waiting: 1,
    ask: () => gate.promise,
  });
  const [first, second, third] = ["m1", "m2", "m3"].map((id) =>
    receive(message(id, { event: undefined })),
  );
  expect(await third).toBe("busy");
  expect(sent).toEqual([{ message: "m3", notice: { kind: "limited", retryInMs: 60_000 } }]);
  gate.resolve();
  expect(await Promise.all([first, second])).toEqual(["answered", "answered"]);
});

test("a platform that is slow to take some answers holds up no others", async () => {
  const held = Promise.withResolvers<void>();
  const { receive, message, sent } = openDoor({ concurrency: 2, sendingAtOnce: 10 });
  const slow = ["s1", "s2", "s3", "s4"].map((id) =>
    receive(message(id, { reply: () => held.promise })),
  );
  expect(await receive(message("quick"))).toBe("answered");
  expect(sent).toMatchObject([{ message: "quick" }]);
  held.resolve();
  expect(await Promise.all(slow)).toEqual(["answered", "answered", "answered", "answered"]);
});

test("as many answers are on their way at once as may, and no question is begun beyond them", async () => {
  const held = Promise.withResolvers<void>();
  const { receive, message, sent } = openDoor({ sendingAtOnce: 2 });
  const slow = ["s1", "s2"].map((id) => receive(message(id, { reply: () => held.promise })));
  await settle();
  expect(await receive(message("m1"))).toBe("busy");
  expect(sent).toEqual([{ message: "m1", notice: { kind: "busy" } }]);
  held.resolve();
  expect(await Promise.all(slow)).toEqual(["answered", "answered"]);
});

test("closing time: what is in flight is waited for, but not for ever", async () => {
  const gate = Promise.withResolvers<void>();
  const reception = openDoor({ ask: () => gate.promise });
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
