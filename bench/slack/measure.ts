import type { Asked, Subject } from "./subject.ts";

/** Milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p99: number;
}

export interface Times {
  readonly ack: Spread;
  readonly reply: Spread;
}

/** `lost` counts mentions that nobody answered, `doubled` those that were answered more than once. */
export interface UnderLoad extends Times {
  readonly perSecond: number;
  readonly lost: number;
  readonly doubled: number;
}

/** Between two mentions that are measured by themselves: what the one before has left behind is done by then. */
const PAUSE_MS = 1;
const PATIENCE_MS = 20_000;

/** One mention after the other. */
export async function askAlone(subject: Subject, rounds: number): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const question = subject.ask();
    await Promise.all([question.acknowledged, question.replied]);
    asked.push(question);
    await pause(PAUSE_MS);
  }
  return asked;
}

/** So many a second, whether the ones before are answered or not. */
export async function askAtRate(
  subject: Subject,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<UnderLoad> {
  const asked: ReturnType<Subject["ask"]>[] = [];
  const began = performance.now();
  while (asked.length < perSecond * seconds) {
    const due = Math.floor(((performance.now() - began) / 1000) * perSecond);
    while (asked.length < Math.min(due, perSecond * seconds)) asked.push(subject.ask());
    await pause(2);
  }
  await Promise.all(asked.map(({ acknowledged }) => acknowledged));
  const late = new AbortController();
  await Promise.race([
    Promise.all(asked.map(({ replied }) => replied)),
    pause(PATIENCE_MS, late.signal),
  ]);
  late.abort();
  return {
    ...times(asked),
    perSecond,
    lost: asked.filter(({ replies }) => replies === 0).length,
    doubled: asked.filter(({ replies }) => replies > 1).length,
  };
}

export function times(asked: readonly Asked[]): Times {
  return {
    ack: spread(asked.map(({ ack }) => ack)),
    reply: spread(asked.flatMap(({ reply, replies }) => (replies === 0 ? [] : [reply]))),
  };
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => {
    const value =
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
    return Math.round(value * 100) / 100;
  };
  return { p50: at(0.5), p99: at(0.99) };
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
