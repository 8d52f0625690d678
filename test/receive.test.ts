import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { DocentError } from "../src/index.ts";
import { never, openDoor, rows } from "./support/open-door.ts";

test("a question is answered, counted once, and leaves nothing in the inbox", async () => {
  const { receive, message, sent, metrics, store } = openDoor();
  expect(await receive(message("m1"))).toBe("answered");
  expect(sent).toMatchObject([{ message: "m1", answer: { kind: "found" } }]);
  expect(metrics.total("questions_received_total")).toBe(1);
  expect(metrics.total("questions_ended_total", { delivery: "answered" })).toBe(1);
  expect(await rows(store, "inbox:")).toEqual([]);
});

test("an unanswered question becomes a gap; a greeting does not", async () => {
  const { receive, message, gaps } = openDoor();
  expect(await receive(message("m1", { text: "parental leave?" }))).toBe("abstained");
  expect(await receive(message("m2", { text: "hello" }))).toBe("abstained");
  expect(gaps).toMatchObject([{ text: "parental leave?", cause: "abstained" }]);
});

test("who takes an answer back waits until nothing more is written down about it", async () => {
  const { promise: recording, resolve } = Promise.withResolvers<void>();
  const { receive, written, message, sent, gaps } = openDoor({ recording });
  const ended = receive(message("m1", { text: "parental leave?" }));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  const seen = written(sent[0]?.answer?.id ?? "").then(() => gaps.length);
  resolve();
  expect(await seen).toBe(1);
  expect(await ended).toBe("abstained");
  await written(sent[0]?.answer?.id ?? "");
  await written("another");
});

test("four thousand characters are read; one more is refused with the number", async () => {
  const { receive, message, sent } = openDoor();
  expect(await receive(message("m1", { text: "x".repeat(4_000) }))).toBe("abstained");
  expect(await receive(message("m2", { text: "x".repeat(4_001) }))).toBe("apologised");
  expect(sent.at(-1)?.notice).toEqual({ kind: "too-long", limit: 4_000, length: 4_001 });
});

test("a question that takes too long is given up, and its work told to stop", async () => {
  const aborted: boolean[] = [];
  const { receive, message, sent, clock } = openDoor({
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
  const { receive, message, sent, log } = openDoor({
    ask: () => Promise.reject(new Error("index broke")),
  });
  expect(await receive(message("m1", { text: "secret-word" }))).toBe("apologised");
  const notice = sent[0]?.notice;
  expect(notice).toMatchObject({ kind: "broken" });
  expect(log.text()).toContain((notice as { id: string }).id);
  expect(log.text()).toContain("index broke");
  expect(log.text()).not.toMatch(/secret-word|asker-of/u);
});

test("each question is one line of the log: how it ended, found by its answer's id or the trace it came with, without its text", async () => {
  const { receive, message, sent, log } = openDoor();
  await receive(message("m1", { text: "secret-word" }));
  await receive({ ...message("m2", { text: "x".repeat(4_001) }), trace: "t1" });
  await receive(message("m1", { text: "secret-word" }));
  const lines = log.lines.filter(({ message: said }) => said === "a question");
  expect(lines.map(({ fields }) => fields)).toMatchObject([
    { trace: sent[0]?.answer?.id, outcome: "abstained", ms: 0 },
    { trace: "t1", outcome: "apologised", ms: 0 },
  ]);
  expect(log.text()).not.toContain("secret-word");
});

test("without knowledge the asker hears that", async () => {
  const { receive, message, sent } = openDoor({
    ask: () => Promise.reject(new DocentError("knowledge-empty", "Empty", { remedy: "Fill it." })),
  });
  expect(await receive(message("m1"))).toBe("apologised");
  expect(sent[0]?.notice).toEqual({ kind: "no-knowledge" });
});

test("an answer that only had to be handed over is sent, and one that cannot be is apologised for", async () => {
  const { receive, message, metrics, sent } = openDoor();
  let handed: unknown;
  const reply = (answer: unknown): void => void (handed = answer);
  expect(await receive({ ...message("m1"), reply })).toBe("answered");
  expect(handed).toMatchObject({ kind: "found" });
  expect(metrics.observed("send_seconds")).toEqual([0]);
  const broken = (): void => {
    throw new Error("nobody there");
  };
  expect(await receive({ ...message("m2"), reply: broken })).toBe("apologised");
  expect(sent).toMatchObject([{ message: "m2", notice: { kind: "broken" } }]);
});

test("an answer that cannot be sent is apologised for once", async () => {
  const { receive, message, sent, metrics } = openDoor();
  const reply = (): Promise<never> => Promise.reject(new Error("channel_not_found"));
  expect(await receive(message("m1", { reply }))).toBe("apologised");
  expect(sent).toMatchObject([{ notice: { kind: "broken" } }]);
  expect(metrics.total("send_failures_total")).toBe(1);
});

test("a platform that never answers holds a question for a bounded time", async () => {
  const { receive, message, clock } = openDoor();
  const ended = receive(message("m1", { reply: never, apologise: never }));
  await clock.advance(60_000);
  expect(await ended).toBe("failed");
});

test("in an unasked channel Docent says nothing below the floor, and nothing about itself at all", async () => {
  const { receive, message, sent, gaps } = openDoor();
  expect(await receive(message("m1", { floor: 0.8 }))).toBe("answered");
  expect(await receive(message("m2", { floor: 0.95 }))).toBe("silent");
  expect(await receive(message("m3", { floor: 0.8, text: "lunch?" }))).toBe("silent");
  expect(await receive(message("m4", { floor: 0.8, text: "x".repeat(5_000) }))).toBe("silent");
  const reply = (): Promise<never> => Promise.reject(new Error("gone"));
  expect(await receive(message("m5", { floor: 0.8, reply }))).toBe("silent");
  expect(sent.map((one) => one.message)).toEqual(["m1"]);
  expect(gaps).toEqual([]);
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
        const { receive, message, clock, metrics, sent } = openDoor({
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
