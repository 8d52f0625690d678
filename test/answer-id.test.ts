import { expect, test } from "vitest";
import { randomId } from "../adapters/node/clock.ts";
import { answerId } from "../src/answer-id.ts";

const NOW = Date.UTC(2026, 10, 22);

test("answers' ids sort by their time, differ within it, and fit into a button and a nonce", () => {
  const minute = 60_000;
  const ids = Array.from({ length: 500 }, (_, at) => answerId(NOW + at * minute, randomId()));
  expect(ids.toSorted()).toEqual(ids);
  const atOnce = Array.from({ length: 500 }, () => answerId(NOW, randomId()));
  expect(new Set(atOnce).size).toBe(500);
  for (const id of [...ids, ...atOnce]) expect(id).toMatch(/^[\w-]{22}$/u);
});
