import { headingPath } from "../../src/index.ts";
import type { Block, Signal, Why } from "../../src/index.ts";
import { heading, list, paragraph, table } from "./plain-blocks.ts";

const ROLES = {
  content: "asked for",
  question: "says what is asked",
  unknown: "not in the knowledge",
};
/** What a person can take in of a runner-up; the rest hardly moved its place. */
const SIGNALS_PER_CANDIDATE = 3;

/** Why an answer was given, or none: the terms, what made up the confidence, the candidates. */
export function whyBlocks(why: Why): Block[] {
  const blocks = [paragraph(verdict(why))];
  if (why.terms.length > 0) {
    blocks.push(
      heading("Terms"),
      table(
        ["Word", "Searched as", "Role", "#Rarity", "#Passages"],
        why.terms.map((term) => [
          term.word,
          [term.stem, ...term.alternatives].join(", "),
          ROLES[term.role],
          term.rarity.toFixed(1),
          String(term.passages),
        ]),
      ),
    );
  }
  if (why.confidence.length > 0) {
    blocks.push(
      heading("Confidence: what spoke for an answer (+) and against (-)"),
      signalTable(why.confidence),
    );
  }
  if (why.candidates.length > 0) {
    blocks.push(
      heading("Candidates, best first"),
      list(why.candidates.map(candidate), { ordered: true }),
    );
  }
  return blocks;
}

function verdict({ outcome, threshold }: Why): string {
  const sure = `confidence ${outcome.confidence.toFixed(2)}`;
  if (outcome.kind === "found") return `Answered: ${sure}, and ${threshold.toFixed(2)} is enough.`;
  switch (outcome.reason) {
    case "low-confidence":
      return `Silent: ${sure}, and ${threshold.toFixed(2)} is needed.`;
    case "no-hit":
      return "Silent: no passage holds the words of the question.";
    case "empty-query":
      return "Silent: the question holds no words.";
    case "small-talk":
      return "No question: a greeting or thanks.";
  }
}

function signalTable(signals: readonly Signal[]): Block {
  const rows = byEffect(signals).map((signal) => [
    signed(signal.value * signal.weight),
    signal.name,
    `${signal.value.toFixed(2)} × ${signal.weight.toFixed(2)}`,
    signal.meaning,
  ]);
  return table(["#Effect", "Signal", "Value × weight", "Meaning"], rows);
}

function candidate(one: Why["candidates"][number]): string {
  const [first, last] = one.lines;
  const page = one.passage.slice(0, one.passage.indexOf("#") >>> 0);
  const signals = byEffect(one.signals)
    .slice(0, SIGNALS_PER_CANDIDATE)
    .map((signal) => `${signal.name} ${signed(signal.value * signal.weight)}`);
  return [
    `${headingPath(one.headings)} (${page}:${first === last ? first : `${first}-${last}`}), score ${one.score.toFixed(2)}`,
    ...(one.sentence === "" ? [] : [`“${one.sentence}”`]),
    ...(signals.length === 0 ? [] : [signals.join(", ")]),
  ].join(" · ");
}

function byEffect(signals: readonly Signal[]): readonly Signal[] {
  return signals.toSorted((a, b) => Math.abs(b.value * b.weight) - Math.abs(a.value * a.weight));
}

function signed(effect: number): string {
  return `${effect < 0 ? "-" : "+"}${Math.abs(effect).toFixed(2)}`;
}
