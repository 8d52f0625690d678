import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readArguments } from "../../bench/quality/arguments.ts";
import { askOthers } from "../../bench/quality/others.ts";
import { measure } from "../../bench/quality/measure.ts";
import type { QuestionSet } from "../../bench/quality/question-set.ts";
import { markdownTable, terminalTable } from "../../bench/quality/table.ts";

const SUBJECTS = ["postgres", "redis", "kafka", "docker", "nginx", "grafana", "jenkins", "ansible"];
const set: QuestionSet = {
  name: "tools",
  entries: SUBJECTS.map((name, at) => ({
    id: `id-${name}`,
    title: name,
    text: `The tool ${name} was written in ${1990 + at}. It runs on port ${5000 + at} of the machine.`,
  })),
  questions: [
    ...SUBJECTS.map((name, at) => ({
      id: `q${at}`,
      text: `On which port does ${name} run?`,
      gold: new Map([[`id-${name}`, 1]]),
      texts: [`${5000 + at}`],
    })),
    { id: "none", text: "How tall is the Eiffel tower?", gold: new Map(), texts: [] },
  ],
};

describe("measuring a set", async () => {
  const { figures, near } = await measure(set, {
    foreign: ["who sang yesterday"],
    near: 3,
    typos: undefined,
    threshold: undefined,
  });

  it("reports ranking, extraction, abstention and cost, with intervals", () => {
    expect(figures).toMatchObject({
      set: "tools",
      passages: 8,
      questions: 9,
      "hit@1": 1,
      "answer@1": 1,
      false_answer_rate: 0,
    });
    expect(figures["auroc_ood"]).toBe(1);
    expect(figures.intervals["hit@1"]).toEqual([1, 1]);
    for (const figure of [
      "build_s",
      "p50_ms",
      "p99_ms",
      "rss_mb",
      "recall@3",
      "mrr@10",
      "ndcg@10",
      "auroc_near",
    ]) {
      expect(figures[figure], figure).toEqual(expect.any(Number));
    }
  });

  it("deletes gold for the near questions only", () => {
    expect(near.filter(({ question }) => question.gold.size === 0)).toHaveLength(2);
  });

  it("is shown to people as tables with the same figures", () => {
    expect(terminalTable([figures])).toMatch(/tools\s+1\.000/u);
    expect(markdownTable([figures])).toContain("| tools | 1.000 ±.000 |");
  });

  it("asks other engines the same questions", () => {
    const others = askOthers(set);
    expect(others.map(({ engine }) => engine)).toEqual([
      "MiniSearch",
      "MiniSearch tuned",
      "lunr",
      "wink BM25",
    ]);
    for (const { rankings } of others) expect(rankings[1]?.ranking[0]).toBe("id-redis");
  });
});

describe("the command", () => {
  const run = (...words: readonly string[]) =>
    spawnSync(
      process.execPath,
      [fileURLToPath(new URL("../../bench/quality.ts", import.meta.url)), ...words],
      { encoding: "utf8" },
    );

  it("says what is wrong with a folder, with file and line, and exits 2", () => {
    const { status, stderr } = run("--json", "/nowhere/at/all");
    expect(stderr).toMatch(/corpus\.jsonl:1 is missing/u);
    expect(status).toBe(2);
  });

  it.each([
    [[], /No set is named/u],
    [["--near", "x", "a"], /--near wants a whole number, got "x"/u],
    [["--threshold", "2", "a"], /--threshold wants a number from 0 to 1/u],
    [["--json", "--markdown", "a"], /exclude each other/u],
    [["--nope", "a"], /--nope/u],
  ])("refuses %j", (words, message) => {
    expect(() => readArguments(words)).toThrow(message);
  });
});
