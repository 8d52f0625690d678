import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Metrics } from "../../src/index.ts";
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
interface Series {
  readonly labels: Record<string, string>;
  /** Counted since the last scrape. */
  fresh: number;
}

interface Family<Kind> {
  readonly metric: Kind;
  readonly labels: readonly string[];
  readonly series: Map<string, Series>;
  readonly most: number;
}

interface Shared {
  readonly name: string;
  readonly help: string;
  readonly labelNames: string[];
  readonly registers: Registry[];
}

/**
 * The `Metrics` port on prom-client, in a registry of its own, with the process's own numbers (memory, event-loop lag,
 * garbage collection). Names get the prefix `docent_`; those that end in `_seconds` have buckets of time, those in
 * `SHARES` of tenths. A metric's labels are those it is first used with. Counts are handed on at a scrape, all at once.
 */
export function createMeasurements(): Measurements {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = new Map<string, Family<Counter>>();
  const histograms = new Map<string, Family<Histogram>>();

  function familyOf<Kind>(
    families: Map<string, Family<Kind>>,
    most: number,
    name: string,
    given: Labels,
    make: (shared: Shared, series: ReadonlyMap<string, Series>) => Kind,
  ): Family<Kind> {
    const known = families.get(name);
    if (known !== undefined) return known;
    const labels = Object.keys(given);
    const help = HELP[name] ?? name.replaceAll("_", " ");
    const shared = { name: `docent_${name}`, help, labelNames: labels, registers: [registry] };
    const series = new Map<string, Series>();
    const family = { metric: make(shared, series), labels, series, most };
    families.set(name, family);
    return family;
  }

  return {
    metrics: {
      count(name, labels = {}) {
        const family = familyOf(counters, COUNTER_SERIES, name, labels, counterOf);
        seriesOf(family, labels).fresh += 1;
      },
      observe(name, value, labels = {}) {
        const buckets = SHARES.has(name) ? TENTHS : SECONDS;
        const family = familyOf(
          histograms,
          HISTOGRAM_SERIES,
          name,
          labels,
          (shared) => new Histogram({ ...shared, buckets }),
        );
        family.metric.observe(seriesOf(family, labels).labels, value);
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

function counterOf(shared: Shared, series: ReadonlyMap<string, Series>): Counter {
  const counter: Counter = new Counter({
    ...shared,
    collect() {
      for (const one of series.values()) {
        if (one.fresh > 0) counter.inc(one.labels, one.fresh);
        one.fresh = 0;
      }
    },
  });
  return counter;
}

/** The labels the family has, each with a value; all of them `other` once there are too many combinations. */
function seriesOf({ labels, series, most }: Family<unknown>, given: Labels): Series {
  let key = "";
  for (const label of labels) key += `${given[label] ?? ""}\0`;
  const known = series.get(key) ?? (series.size < most ? undefined : series.get(OTHER));
  if (known !== undefined) return known;
  const full = series.size >= most;
  const values = labels.map((label) => [label, full ? OTHER : (given[label] ?? "")] as const);
  const fresh: Series = { labels: Object.fromEntries(values), fresh: 0 };
  series.set(full ? OTHER : key, fresh);
  return fresh;
}
