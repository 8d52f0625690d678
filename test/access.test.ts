import fc from "fast-check";
import { expect, test } from "vitest";
import { labelsBehind } from "../src/access.ts";
import { canRead } from "../src/index.ts";

const label = fc.constantFrom("public", "slack:T1:C1", "slack:T1:S1", "discord:G1:R1", "hr");
const labels = fc.uniqueArray(label);

test("everybody reads what is public, and only holders of a label what carries it", () => {
  const asker = { labels: ["slack:T1:S1"] };
  expect(canRead({ audience: ["public"] }, { labels: [] })).toBe(true);
  expect(canRead({ audience: ["hr", "slack:T1:S1"] }, asker)).toBe(true);
  expect(canRead({ audience: ["hr"] }, asker)).toBe(false);
  expect(canRead({ audience: ["slack:T1:S"] }, asker)).toBe(false);
});

test("a passage without any label is read by nobody", () =>
  fc.assert(
    fc.property(labels, (held) => {
      expect(canRead({ audience: [] }, { labels: held })).toBe(false);
    }),
  ));

test("more labels never hide anything", () =>
  fc.assert(
    fc.property(labels, labels, labels, (audience, held, more) => {
      const before = canRead({ audience }, { labels: held });
      expect(!before || canRead({ audience }, { labels: [...held, ...more] })).toBe(true);
    }),
  ));

test("a named group stands for the labels behind it, and for nothing that an asker could bring along", () => {
  const groups = { people: ["slack:group:S1", "discord:role:1"], admins: ["slack:group:S9"] };
  const audience = labelsBehind(["people", "slack:user:U7", "toString"], groups);
  expect(audience).toEqual(["slack:group:S1", "discord:role:1", "slack:user:U7", "toString"]);
  expect(canRead({ audience }, { labels: ["people"] })).toBe(false);
  expect(canRead({ audience }, { labels: ["discord:role:1"] })).toBe(true);
});
