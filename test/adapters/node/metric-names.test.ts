import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { HELP, SHARES } from "../../../adapters/node/metric-names.ts";

const root = new URL("../../../", import.meta.url).pathname;
const read = (path: string): string => readFileSync(root + path, "utf8");

/** Names as they are counted, observed or read off; each stands in one literal. */
const measured = new Set(
  globSync("{src,adapters,main}/**/*.ts", { cwd: root })
    .flatMap((path) => [...read(path).matchAll(/\.(?:count|observe|gauge)\(\s*"([^"]+)"/gu)])
    .map(([, name = ""]) => name),
);

describe("what is measured", () => {
  it("is said in a sentence, name by name, and nothing that is not measured", () => {
    expect(Object.keys(HELP).toSorted()).toEqual([...measured].toSorted());
  });

  it("is told to operators: each name of ours by itself, each platform's under its beginning", () => {
    const told = read("docs/operating.md");
    const untold = [...measured].filter(
      (name) => !/^(?:slack|discord)_/u.test(name) && !told.includes(`\`${name}\``),
    );
    expect(untold).toEqual([]);
    expect(told).toContain("`slack_…`, `discord_…`");
  });

  it("ends in its unit, as Prometheus wants it", () => {
    const others = [...measured].filter((name) => !/_(?:total|seconds)$/u.test(name));
    expect(others.toSorted()).toEqual([...SHARES, "in_flight", "queue_length"].toSorted());
  });

  it.each([
    ["questions by platform and outcome, silences among them", "answers_total"],
    ["how long finding takes", "answer_seconds"],
    ["how long sending takes", "send_seconds"],
    ["how long all of it takes", "delivery_seconds"],
    ["confidence", "answer_confidence"],
    ["gaps", "gaps_total"],
    ["reloads", "reloads_total"],
    ["what is in progress", "in_flight"],
    ["what waits", "queue_length"],
    ["a platform's connections", "discord_reconnects_total"],
    ["another platform's connections", "slack_sockets_opened_total"],
    ["a platform's errors", "slack_call_failures_total"],
    ["the store's latency", "store_seconds"],
  ])("includes %s", (_, name) => {
    expect(measured).toContain(name);
  });
});
