import { collectGarbage } from "../../adapters/node/collect-garbage.ts";
import { THRESHOLD } from "../../src/answer/weights.ts";
import { askAll } from "./asked.ts";
import type { Asked } from "./asked.ts";
import { buildEngine } from "./engine.ts";
import { entryPages } from "./entry-pages.ts";
import { abstentionFigures, extractionFigures, nearFigures, rankingFigures } from "./figures.ts";
import type { Figures } from "./figures.ts";
import { percentile } from "./metrics.ts";
import type { QuestionSet } from "./question-set.ts";
import { withTypos, withoutSomeGold } from "./variants.ts";

export interface MeasureOptions {
  /** Questions that no corpus answers. */
  readonly foreign: readonly string[];
  readonly near: number | undefined;
  readonly typos: number | undefined;
  readonly threshold: number | undefined;
}

/** The figures of a set and the runs they come from. */
export interface Measured {
  readonly figures: Figures;
  readonly asked: readonly Asked[];
  readonly foreign: readonly Asked[];
  readonly near: readonly Asked[];
}

/** Measures one set: as it is, and where asked for with gold deleted. Typos are put in before everything else. */
export async function measure(original: QuestionSet, options: MeasureOptions): Promise<Measured> {
  const set = options.typos === undefined ? original : withTypos(original, options.typos);
  const threshold = options.threshold ?? THRESHOLD;
  const engine = buildEngine(entryPages(set.entries), threshold);
  await collectGarbage(); // as a snapshot's thread does when it has built
  askAll(engine, { ...set, questions: set.questions.slice(0, WARM_UP) });
  const asked = askAll(engine, set);
  const foreign = askAll(engine, {
    ...set,
    questions: options.foreign.map((text, index) => ({
      id: `ood${index}`,
      text,
      gold: new Map(),
      texts: [],
    })),
  });
  const times = asked.map(({ ms }) => ms);
  const rssMb = process.memoryUsage.rss() / 1_048_576;
  const ranking = rankingFigures(asked);
  const extraction = extractionFigures(asked);
  const abstention = abstentionFigures(asked, foreign);
  const near = options.near === undefined ? [] : nearRun(set, options.near, threshold);
  const nearby = near.length === 0 ? { figures: {}, intervals: {} } : nearFigures(near);
  return {
    figures: {
      set: set.name,
      passages: engine.passages.length,
      questions: set.questions.length,
      ...ranking.figures,
      ...extraction.figures,
      ...abstention.figures,
      ...nearby.figures,
      build_s: engine.buildMs / 1_000,
      p50_ms: percentile(times, 0.5),
      p99_ms: percentile(times, 0.99),
      rss_mb: rssMb,
      intervals: {
        ...ranking.intervals,
        ...extraction.intervals,
        ...abstention.intervals,
        ...nearby.intervals,
      },
    },
    asked,
    foreign,
    near,
  };
}

/** Questions asked before the clock counts, so that the times are those of a running service. */
const WARM_UP = 200;

function nearRun(set: QuestionSet, seed: number, threshold: number): Asked[] {
  const thinned = withoutSomeGold(set, seed);
  return askAll(buildEngine(entryPages(thinned.entries), threshold), thinned);
}
