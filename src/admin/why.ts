import type { Assistant } from "../ports.ts";
import { abstention, headingPath, lineReference } from "../phrases.ts";
import type { Block, Signal, Why } from "../types.ts";
import { code, heading, list, paragraph, table } from "./blocks.ts";
import { refusal, reply } from "./command.ts";
import type { Command } from "./command.ts";

const CANDIDATES = 5;

export function whyCommand(assistant: Pick<Assistant, "why">): Command {
  return {
    name: "why",
    usage: "why QUESTION",
    summary: "what leads to an answer, or to none",
    for: "admins",
    // The question is the asker's business: not even its first word is written down.
    audited: () => undefined,
    async run(args, { asker }) {
      if (args === "") return refusal("Say which question: why QUESTION", "usage");
      const why = await assistant.why({ text: args, asker });
      return reply(explained(why), why);
    },
  };
}

function explained(why: Why): readonly Block[] {
  return [
    verdict(why),
    ...(why.terms.length === 0
      ? []
      : [
          table(
            ["Word", "Looked for", "Rarity", "Passages"],
            why.terms.map(({ word, stem, alternatives, rarity, passages, role }) => [
              word,
              role === "unknown" && alternatives.length === 0
                ? "not in the knowledge"
                : [stem, ...alternatives].join(", "),
              rarity.toFixed(1),
              String(passages),
            ]),
          ),
        ]),
    ...(why.confidence.length === 0
      ? []
      : [heading("What the confidence is made of"), signalTable(why.confidence)]),
    ...(why.candidates.length === 0
      ? []
      : [
          heading("What was considered, best first"),
          list(
            why.candidates
              .slice(0, CANDIDATES)
              .map(({ passage, headings, score, sentence }) => [
                code(passage),
                ` ${headingPath(headings)} · ${score.toFixed(2)} · ${sentence}`,
              ]),
          ),
        ]),
  ];
}

function verdict({ outcome, threshold }: Why): Block {
  const sure = `${percent(outcome.confidence)} sure, ${percent(threshold)} are needed`;
  return outcome.kind === "found"
    ? paragraph(`Answered (${sure}) from `, code(lineReference(outcome.citations[0])), ".")
    : paragraph(`${abstention(outcome.reason)} (${outcome.reason}; ${sure})`);
}

function signalTable(signals: readonly Signal[]): Block {
  const byEffect = signals.toSorted(
    (a, b) => Math.abs(b.value * b.weight) - Math.abs(a.value * a.weight),
  );
  return table(
    ["Signal", "Value", "Weight"],
    byEffect.map(({ meaning, value, weight }) => [meaning, value.toFixed(2), weight.toFixed(2)]),
  );
}

function percent(probability: number): string {
  return `${Math.round(100 * probability)} %`;
}
