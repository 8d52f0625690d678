import { expect, test } from "vitest";
import { age, duration, moment, share } from "../src/admin/wording.ts";
import { counted, figure } from "../src/phrases.ts";

test.each([
  [10_000, "less than a minute"],
  [60_000, "1 minute"],
  [119 * 60_000, "119 minutes"],
  [120 * 60_000, "2 hours"],
  [47 * 3_600_000, "47 hours"],
  [72 * 3_600_000, "3 days"],
])("%d ms old reads as %s", (ms, text) => {
  expect(age(ms)).toBe(text);
});

test("figures, shares and times read as people write them", () => {
  expect(figure(1_873)).toBe("1,873");
  expect(counted(1, "page")).toBe("1 page");
  expect(counted(2, "person", "people")).toBe("2 people");
  expect([share(87, 100), share(0, 0)]).toEqual(["87 %", "—"]);
  expect([duration(12.4), duration(812)]).toEqual(["12 ms", "0.8 s"]);
  expect(moment(Date.UTC(2026, 10, 20, 12, 5, 59))).toBe("2026-11-20 12:05");
});
