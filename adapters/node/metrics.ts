import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import type { Metrics } from "../../src/index.ts";
import { bucketOf, GatheredHistogram, nothingObserved } from "./gathered-histogram.ts";
import type { Observed } from "./gathered-histogram.ts";
import { HELP, SHARES } from "./metric-names.ts";

/**
 * More combinations of labels than these are counted together: whatever goes wrong, a scrape stays small. A histogram has
 * sixteen lines for each.
 */
const COUNTER_SERIES = 64;
const HISTOGRAM_SERIES = 24;
/** What takes the place of a label's value beyond that. */
const OTHER = "other";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const TENTHS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** The measurements of this process, and how Prometheus reads them. */
export interface Measurements {
  readonly metrics: Metrics;
  readonly exposition: { readonly contentType: string; text(): Promise<string> };
  /** A number that is asked for at each scrape: how many wait, how many run. */
  readonly gauge: (name: string, help: string, read: () => number) => void;
}

type Labels = Readonly<Record<string, string>>;

/** One combination of a metric's labels. */
interface Counted {
  readonly labels: Record<string, string>;
  /** Counted since the last scrape. */
  fresh: number;
}

interface Timed {
  readonly labels: Record<string, string>;
  readonly buckets: readonly number[];
  readonly observed: Observed;
}

interface Family<Series> {
  readonly labels: readonly string[];
  readonly series: Map<string, Series>;
  readonly most: number;
  readonly begin: (labels: Record<string, string>) => Series;
}

/**
 * The `Metrics` port on prom-client, in a registry of its own, with the process's own numbers (memory, event-loop lag,
 * garbage collection). Names get the prefix `docent_`; those that end in `_seconds` have buckets of time, those in
 * `SHARES` of tenths. A metric's labels are those it is first used with. A question is measured a dozen times: all of it is
 * counted in numbers of our own, and handed on at a scrape.
 */
export function createMeasurements(): Measurements {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = new Map<string, Family<Counted>>();
  const histograms = new Map<string, Family<Timed>>();

  const shared = (name: string, labels: readonly string[]) => ({
    name: `docent_${name}`,
    help: HELP[name] ?? name.replaceAll("_", " "),
    labelNames: [...labels],
    registers: [registry],
  });

  function counterFamily(name: string, labels: readonly string[]): Family<Counted> {
    const series = new Map<string, Counted>();
    const counter: Counter = new Counter({
      ...shared(name, labels),
      collect() {
        for (const one of series.values()) {
          if (one.fresh > 0) counter.inc(one.labels, one.fresh);
          one.fresh = 0;
        }
      },
    });
    const begin = (values: Record<string, string>): Counted => ({ labels: values, fresh: 0 });
    return { labels, series, most: COUNTER_SERIES, begin };
  }

  function histogramFamily(name: string, labels: readonly string[]): Family<Timed> {
    const series = new Map<string, Timed>();
    const buckets = bucketsOf(name);
    const { name: fullName, help, labelNames } = shared(name, labels);
    registry.registerMetric(
      new GatheredHistogram({
        name: fullName,
        help,
        labelNames,
        buckets,
        series: { [Symbol.iterator]: () => series.values() },
      }),
    );
    const begin = (values: Record<string, string>): Timed => ({
      labels: values,
      buckets,
      observed: nothingObserved(buckets),
    });
    return { labels, series, most: HISTOGRAM_SERIES, begin };
  }

  return {
    metrics: {
      count(name, labels = {}) {
        let family = counters.get(name);
        if (family === undefined) {
          family = counterFamily(name, Object.keys(labels));
          counters.set(name, family);
        }
        seriesOf(family, labels).fresh += 1;
      },
      observe(name, value, labels = {}) {
        // One of these would make the sum of all of them worthless.
        if (!Number.isFinite(value)) throw new TypeError(`${name} was given ${value}`);
        let family = histograms.get(name);
        if (family === undefined) {
          family = histogramFamily(name, Object.keys(labels));
          histograms.set(name, family);
        }
        const { buckets, observed } = seriesOf(family, labels);
        const bucket = bucketOf(buckets, value);
        observed.counts[bucket] = (observed.counts[bucket] ?? 0) + 1;
        observed.sum += value;
      },
    },
    exposition: { contentType: registry.contentType, text: () => registry.metrics() },
    gauge(name, help, read) {
      const gauge: Gauge = new Gauge({
        name: `docent_${name}`,
        help,
        registers: [registry],
        collect: () => gauge.set(read()),
      });
    },
  };
}

const bucketsOf = (name: string): readonly number[] => (SHARES.has(name) ? TENTHS : SECONDS);

/** The labels the family has, each with a value; all of them `other` once there are too many combinations. */
function seriesOf<Series>(family: Family<Series>, given: Labels): Series {
  const { labels, series, most } = family;
  const key = keyOf(labels, given);
  const known = series.get(key) ?? (series.size < most ? undefined : series.get(OTHER));
  if (known !== undefined) return known;
  const full = series.size >= most;
  const values = labels.map((label) => [label, full ? OTHER : (given[label] ?? "")] as const);
  const fresh = family.begin(Object.fromEntries(values));
  series.set(full ? OTHER : key, fresh);
  return fresh;
}

/** A single label's value is a key as it is: nothing has to be put together for it. */
function keyOf(labels: readonly string[], given: Labels): string {
  const [first] = labels;
  if (first === undefined) return "";
  if (labels.length === 1) return given[first] ?? "";
  let key = "";
  for (const label of labels) key += `${given[label] ?? ""}\0`;
  return key;
}
