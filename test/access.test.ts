import fc from "fast-check";
import { expect, test } from "vitest";
import { canRead, sharedLabels, withGroups } from "../src/index.ts";

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

test("a named group stands for the labels behind it", () => {
  const groups = { hr: ["slack:T1:S1", "discord:G1:R1"], admins: ["slack:T1:S9"] };
  const asker = { id: "slack:T1:U1", labels: ["slack:T1:S1"] };
  expect(withGroups(asker, groups).labels).toEqual(["slack:T1:S1", "hr"]);
  expect(withGroups({ id: "x", labels: [] }, groups).labels).toEqual([]);
});

test("a public place shows only what each of its people could read", () =>
  fc.assert(
    fc.property(fc.array(labels, { minLength: 1 }), labels, (people, audience) => {
      const place = { labels: sharedLabels(people) };
      if (!canRead({ audience }, place)) return;
      for (const one of people) expect(canRead({ audience }, { labels: one })).toBe(true);
    }),
  ));

test("a place without people shows what is public", () => {
  expect(sharedLabels([])).toEqual([]);
});
