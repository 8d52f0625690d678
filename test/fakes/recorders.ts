import type { Log, Metrics } from "../../src/index.ts";

export interface CountingMetrics extends Metrics {
  /** How often a name was counted, with these labels among its own. */
  total(name: string, labels?: Readonly<Record<string, string>>): number;
  /** What was observed under a name, in order. */
  observed(name: string): readonly number[];
}

export function createCountingMetrics(): CountingMetrics {
  /** By name: tests that wait for a total ask for it hundreds of times. */
  const counted = new Map<string, Readonly<Record<string, string>>[]>();
  const observations: { name: string; value: number }[] = [];
  return {
    count(name, labels = {}) {
      const before = counted.get(name);
      if (before === undefined) counted.set(name, [labels]);
      else before.push(labels);
    },
    observe: (name, value) => void observations.push({ name, value }),
    observed: (name) => observations.filter((one) => one.name === name).map(({ value }) => value),
    total(name, labels = {}) {
      const wanted = Object.entries(labels);
      const all = counted.get(name) ?? [];
      return all.filter((one) => wanted.every(([key, value]) => one[key] === value)).length;
    },
  };
}

export interface RecordingLog extends Log {
  readonly lines: readonly {
    readonly level: "debug" | "info" | "warn" | "error";
    readonly fields: object;
    readonly message: string;
  }[];
  /** Everything that was written, as one text to search in. */
  text(): string;
}

export function createRecordingLog(): RecordingLog {
  const lines: RecordingLog["lines"][number][] = [];
  const write =
    (level: RecordingLog["lines"][number]["level"]) =>
    (fields: object, message: string): void =>
      void lines.push({ level, fields, message });
  return {
    lines,
    debug: write("debug"),
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
    text: () =>
      lines
        .map((line) => `${line.message} ${JSON.stringify(line.fields, replaceErrors)}`)
        .join("\n"),
  };
}

function replaceErrors(_key: string, value: unknown): unknown {
  return value instanceof Error ? `${value.name}: ${value.message}` : value;
}
