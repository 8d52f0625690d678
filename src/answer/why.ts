import type { Search } from "../search/searcher.ts";
import { RANKING } from "../search/weights.ts";
import type { Passage, Why } from "../types.ts";
import type { Decision } from "./answering.ts";
import { explainConfidence } from "./confidence.ts";

const SHOWN = 5;

/** What led to an answer or a silence: each word, each signal with its weight, and the runners-up. */
export function explainWhy(
  { outcome, choice, signals, rules, ranked }: Decision,
  { slots, arrays }: Search,
  passages: readonly Passage[],
  threshold: number,
): Why {
  const shown = (id: number): string => arrays.vocabulary.words[id] ?? "";
  return {
    outcome,
    threshold,
    terms: [
      ...slots.query.content.map((term) => ({
        word: term.word,
        stem: term.stem,
        role: term.id < 0 ? ("unknown" as const) : ("content" as const),
        alternatives: term.alternatives.map(({ id, why }) => ({ word: shown(id), why })),
        rarity: term.idf,
        passages: term.id < 0 ? 0 : (arrays.passageFrequency[term.id] ?? 0),
      })),
      ...slots.query.soft.map(({ word, id, idf }) => ({
        word,
        stem: arrays.vocabulary.stems[id] ?? "",
        role: "question" as const,
        alternatives: [],
        rarity: idf,
        passages: arrays.passageFrequency[id] ?? 0,
      })),
    ],
    confidence: signals === undefined ? [] : explainConfidence(signals),
    rules,
    candidates: ranked.slice(0, SHOWN).flatMap((one) => {
      const passage = passages[one.passage];
      if (passage === undefined) return [];
      const best = choice?.sentences
        .filter((sentence) => sentence.passage === one.passage)
        .toSorted((a, b) => b.score - a.score)[0];
      return [
        {
          passage: passage.id,
          headings: passage.headings,
          lines: passage.lines,
          score: one.score,
          sentence: best?.sentence.text ?? "",
          signals: RANKING.map(({ name, meaning, weight }, index) => ({
            name,
            meaning,
            weight,
            value: one.signals[index] ?? 0,
          })),
        },
      ];
    }),
  };
}
