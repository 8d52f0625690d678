import { code, heading, list, paragraph, table } from "./own-blocks.ts";
import { alsoSearched, headingPath, lineReference } from "./phrases.ts";
import type { Block, Inline, Signal, Why } from "./types.ts";

const ROLES = {
  content: "asked for",
  question: "says what is asked",
  unknown: "not in the knowledge",
};
/** What a person can take in of a runner-up; the rest hardly moved its place. */
const SIGNALS_PER_CANDIDATE = 3;

/** Why an answer was given, or none: the terms, what made up the confidence, the candidates. */
export function whyBlocks(why: Why): Block[] {
  const blocks = [verdict(why)];
  if (why.terms.length > 0) {
    blocks.push(
      heading("Terms"),
      table(
        ["Word", "Searched as", "Role", "#Rarity", "#Passages"],
        why.terms.map((term) => [
          term.word,
          [term.stem, alsoSearched(term)].filter((saying) => saying !== "").join(", "),
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
  if (why.rules.length > 0) {
    blocks.push(heading("What changed it then"), list(why.rules.map(ruleText)));
  }
  if (why.candidates.length > 0) {
    blocks.push(
      heading("Candidates, best first"),
      list(why.candidates.map(candidate), { ordered: true }),
    );
  }
  return blocks;
}

function verdict({ outcome, threshold }: Why): Block {
  const sure = `confidence ${outcome.confidence.toFixed(2)}, and ${threshold.toFixed(2)} is`;
  if (outcome.kind === "found") {
    const place = code(lineReference(outcome.citations[0]));
    return paragraph("Answered from ", place, `: ${sure} enough.`);
  }
  switch (outcome.reason) {
    case "low-confidence":
      return paragraph(`Silent: ${sure} needed.`);
    case "no-hit":
      return paragraph("Silent: no passage holds the words of the question.");
    case "empty-query":
      return paragraph("Silent: the question holds no words.");
    case "small-talk":
      return paragraph("No question: a greeting or thanks.");
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

function ruleText({ says, confidence }: Why["rules"][number]): readonly string[] {
  return [`${confidence.toFixed(2)}, because ${says}`];
}

function candidate(one: Why["candidates"][number]): readonly (string | Inline)[] {
  const page = one.passage.slice(0, one.passage.lastIndexOf("#") >>> 0);
  const place = lineReference({ passage: { page }, lines: one.lines });
  const signals = byEffect(one.signals)
    .slice(0, SIGNALS_PER_CANDIDATE)
    .map((signal) => `${signal.name} ${signed(signal.value * signal.weight)}`);
  const rest = [
    `, score ${one.score.toFixed(2)}`,
    ...(one.sentence === "" ? [] : [`“${one.sentence}”`]),
    ...(signals.length === 0 ? [] : [signals.join(", ")]),
  ];
  return [`${headingPath(one.headings)} · `, code(place), rest.join(" · ")];
}

function byEffect(signals: readonly Signal[]): readonly Signal[] {
  return signals.toSorted((a, b) => Math.abs(b.value * b.weight) - Math.abs(a.value * a.weight));
}

function signed(effect: number): string {
  return `${effect < 0 ? "-" : "+"}${Math.abs(effect).toFixed(2)}`;
}
