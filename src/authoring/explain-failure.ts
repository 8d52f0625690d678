import { headingPath, lineReference } from "../phrases.ts";
import type { Outcome, Why } from "../types.ts";
import { pageOf, placeOf } from "./rivals.ts";

/** Longer quotations say no more about where an answer comes from. */
const QUOTED = 160;
/** Signals that a person can take in. */
const SIGNALS = 3;

/** What answered, or did not, and what made the difference to the pages that were wanted: sentences for an author. */
export function explainFailure(wanted: readonly string[], why: Why): readonly string[] {
  const { outcome, threshold } = why;
  return [
    instead(outcome, threshold),
    ...missingWords(why),
    ...wanted.map((page) => standing(page, why)),
  ];
}

function instead(outcome: Outcome, threshold: number): string {
  const sure = `confidence ${outcome.confidence.toFixed(2)}`;
  if (outcome.kind === "abstained") {
    return outcome.reason === "low-confidence"
      ? `Nothing was answered: ${sure}, and ${threshold.toFixed(2)} is needed.`
      : "Nothing was answered: no passage holds the words of the question.";
  }
  const [citation] = outcome.citations;
  const { headings } = citation.passage;
  const quote = citation.snippet.text.replace(/\s+/g, " ").slice(0, QUOTED);
  return `Answered from ${lineReference(citation)} (${headingPath(headings)}), ${sure}: “${quote}”`;
}

function missingWords({ terms }: Why): readonly string[] {
  const missing = terms.filter(({ role }) => role === "unknown").map(({ word }) => `“${word}”`);
  return missing.length === 0 ? [] : [`The knowledge does not have ${missing.join(", ")}.`];
}

/** Where the best passage of the wanted page came in, and by which signals it fell behind the first. */
function standing(page: string, { candidates }: Why): string {
  const index = candidates.findIndex((candidate) => pageOf(candidate) === page);
  const own = candidates[index];
  const [first] = candidates;
  if (own === undefined || first === undefined) {
    return `No passage of ${page} is among the ${candidates.length} that fit the question best.`;
  }
  const place = `${placeOf(own)} (${own.headings.at(-1) ?? ""})`;
  if (index === 0) return `${place} ranks first, but a sentence of another passage fits better.`;
  const behind = own.signals
    .map(({ name, meaning, value, weight }, at) => {
      const theirs = first.signals[at];
      const lead = (theirs?.value ?? 0) * (theirs?.weight ?? 0) - value * weight;
      return { lead, words: `${name} (${meaning}) ${lead.toFixed(2)}` };
    })
    .filter(({ lead }) => lead > 0)
    .toSorted((a, b) => b.lead - a.lead)
    .slice(0, SIGNALS)
    .map(({ words }) => words);
  const scores = `score ${own.score.toFixed(2)}, the first has ${first.score.toFixed(2)}`;
  const reasons = behind.length === 0 ? "" : `; behind by: ${behind.join(", ")}`;
  return `${place} comes in as number ${index + 1}: ${scores}${reasons}.`;
}
