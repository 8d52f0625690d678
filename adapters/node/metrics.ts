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

interface Family<Kind> {
  readonly metric: Kind;
  readonly labels: readonly string[];
  /** What each combination of values is handed on as. */
  readonly seen: Map<string, Record<string, string>>;
  readonly most: number;
}

/**
 * The `Metrics` port on prom-client, in a registry of its own, with the process's own numbers (memory, event-loop lag,
 * garbage collection). Names get the prefix `docent_`; those that end in `_seconds` have buckets of time, those in
 * `SHARES` of tenths. A metric's labels are those it is first used with.
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
    labels: Labels,
    make: (shared: {
      name: string;
      help: string;
      labelNames: string[];
      registers: Registry[];
    }) => Kind,
  ): Family<Kind> {
    const known = families.get(name);
    if (known !== undefined) return known;
    const labelNames = Object.keys(labels);
    const help = HELP[name] ?? name.replaceAll("_", " ");
    const metric = make({ name: `docent_${name}`, help, labelNames, registers: [registry] });
    const family = { metric, labels: labelNames, seen: new Map<string, Record<string, string>>(), most };
    families.set(name, family);
    return family;
  }

  return {
    metrics: {
      count(name, labels = {}) {
        const family = familyOf(
          counters,
          COUNTER_SERIES,
          name,
          labels,
          (shared) => new Counter(shared),
        );
        family.metric.inc(bounded(family, labels));
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
        family.metric.observe(bounded(family, labels), value);
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

/** The labels the family has, each with a value; all of them `other` once there are too many combinations. */
function bounded({ labels, seen, most }: Family<unknown>, given: Labels): Record<string, string> {
  let key = "";
  for (const label of labels) key += `${given[label] ?? ""}\0`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  const full = seen.size >= most;
  const values = labels.map((label) => [label, full ? OTHER : (given[label] ?? "")] as const);
  const fresh = Object.fromEntries(values);
  if (!full) seen.set(key, fresh);
  return fresh;
}
