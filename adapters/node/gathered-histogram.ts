import { Histogram } from "prom-client";

/** What was observed under one combination of labels. */
export interface Observed {
  /** How many fell into each bucket, and beyond the last: not added up. */
  readonly counts: number[];
  sum: number;
}

interface Options {
  readonly name: string;
  readonly help: string;
  readonly labelNames: string[];
  /** Upper ends, ascending. */
  readonly buckets: readonly number[];
  readonly series: Iterable<{
    readonly labels: Record<string, string>;
    readonly observed: Observed;
  }>;
}

/**
 * A histogram that is counted elsewhere and written out here. Observing through the library looks its labels over and
 * hashes them each time, several times for a question; a scrape comes once in a while.
 */
export class GatheredHistogram extends Histogram {
  readonly #options: Options;

  constructor(options: Options) {
    const { name, help, labelNames, buckets } = options;
    super({ name, help, labelNames, buckets: [...buckets], registers: [] });
    this.#options = options;
  }

  /** What the registry, and the library's own `get`, read a histogram by. */
  async getForPromString() {
    const { name, help, buckets, series } = this.#options;
    const values = [...series].flatMap(({ labels, observed }) => {
      let count = 0;
      const upTo = [...buckets, "+Inf"].map((le, index) => {
        count += observed.counts[index] ?? 0;
        return {
          metricName: `${name}_bucket`,
          labels: { le },
          sharedLabels: labels,
          value: count,
        };
      });
      const total = (what: string, value: number) => ({
        metricName: `${name}_${what}`,
        labels: {},
        sharedLabels: labels,
        value,
      });
      return [...upTo, total("sum", observed.sum), total("count", count)];
    });
    return { name, help, type: "histogram", aggregator: "sum", values };
  }
}

export function nothingObserved(buckets: readonly number[]): Observed {
  return { counts: Array.from({ length: buckets.length + 1 }, () => 0), sum: 0 };
}

/** Which bucket a value falls into; the one behind the last for what is beyond it. */
export function bucketOf(buckets: readonly number[], value: number): number {
  let index = 0;
  while (index < buckets.length && value > (buckets[index] ?? 0)) index += 1;
  return index;
}
