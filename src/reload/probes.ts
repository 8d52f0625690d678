import { plainText } from "../plain-text.ts";
import type { ChangedAnswer, Snapshot } from "../ports.ts";
import type { Outcome } from "../types.ts";

/** A question that people really asked, to ask again. */
export interface Probe {
  readonly question: string;
  /** What its asker may read. */
  readonly labels: readonly string[];
  readonly previous?: readonly string[];
}

export type Probes = () => Promise<readonly Probe[]>;

/** The reload's report is for reading: the first so many are asked. */
const MOST = 200;

/** Those that the snapshot answers. */
export async function answeredBy(
  snapshot: Snapshot,
  probes: readonly Probe[],
): Promise<readonly string[]> {
  const answered: string[] = [];
  for (const probe of probes.slice(0, MOST)) {
    if ((await ask(snapshot, probe)).kind === "found") answered.push(probe.question);
  }
  return answered;
}

/** Those that two snapshots answer in other words, or only one of them at all. */
export async function answeredDifferently(
  old: Snapshot,
  young: Snapshot,
  probes: readonly Probe[],
): Promise<readonly ChangedAnswer[]> {
  const changed: ChangedAnswer[] = [];
  // What many ask is told once.
  const each = new Map(probes.map((probe) => [JSON.stringify(probe), probe]));
  for (const probe of [...each.values()].slice(0, MOST)) {
    const [before, after] = await Promise.all([ask(old, probe), ask(young, probe)]);
    if (shown(before) !== shown(after)) {
      changed.push({ question: probe.question, before, after });
    }
  }
  return changed;
}

async function ask(
  snapshot: Snapshot,
  { question, labels, previous = [] }: Probe,
): Promise<Outcome> {
  return snapshot.answer({ text: question, asker: { id: "docent:reload", labels } }, { previous });
}

/** Silence is silence, whatever the reason. */
function shown(outcome: Outcome): string {
  if (outcome.kind === "abstained") return "";
  const [{ passage }] = outcome.citations;
  return `${passage.page}\n${plainText(outcome.body)}`;
}
