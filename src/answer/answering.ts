import { sentencesOf } from "../knowledge/sentences.ts";
import type { Searcher } from "../search/searcher.ts";
import type { Search } from "../search/searcher.ts";
import { declaredLikeness, namedLikeness } from "../search/ranking.ts";
import type { Ranked } from "../search/ranking.ts";
import type { Citation, Found, Outcome, Passage } from "../types.ts";
import { chooseSentence } from "./choose.ts";
import type { Choice } from "./choose.ts";
import { cite } from "./cite.ts";
import { compose } from "./compose.ts";
import { confidenceOf, confidenceSignals } from "./confidence.ts";
import { readQuestion } from "./question.ts";
import type { Question } from "./question.ts";
import { share } from "./sentence-signals.ts";
import { otherSide } from "./other-side.ts";

/** Everything that was decided about one question; `why` shows it. */
export interface Decision {
  readonly outcome: Outcome;
  readonly question: Question;
  readonly choice: Choice | undefined;
  readonly signals: Float64Array | undefined;
  readonly ranked: readonly Ranked[];
}

/** A question its author declared for this very passage, all but word for word, needs no other evidence. */
const SAME_QUESTION = 0.97;
const DECLARED_CONFIDENCE = 0.95;

/** From here on the question asks for the passage as a whole. */
const ABOUT_PASSAGE = 0.45;

const RELATED = 3;
/** A passage is related when it ranks at least this well beside the best one. */
const RELATED_SHARE = 0.5;

/** Decides what to say to a question, from what the search found: the best sentence, how sure, found or not. */
export function decide(
  searcher: Searcher,
  passages: readonly Passage[],
  text: string,
  { slots, ranked: found }: Search,
  threshold: number,
): Decision {
  const question = readQuestion(text);
  const at = (ranking: Ranked): Passage => passages[ranking.passage] as Passage;
  const cached = new Map<number, ReturnType<typeof sentencesOf>>();
  const sentences = (passage: number): ReturnType<typeof sentencesOf> => {
    const known = cached.get(passage) ?? sentencesOf(passages[passage]?.body ?? []);
    cached.set(passage, known);
    return known;
  };
  const choice = chooseSentence(searcher.arrays, slots, { ...question, text }, found, sentences);
  const ranked = choice?.ranked ?? found;
  const { vocabulary } = searcher.arrays;
  const related = (shown: ReadonlySet<string>): Citation[] => {
    const best = ranked[0]?.score ?? 0;
    return ranked
      .filter((one) => one.score >= best * RELATED_SHARE && !shown.has(at(one).id))
      .slice(0, RELATED)
      .map((one) => {
        const passage = at(one);
        const first = sentences(one.passage)[0];
        const block = passage.body[first?.block ?? 0];
        return cite(
          passage,
          block === undefined ? [] : [block],
          first?.text ?? "",
          slots,
          vocabulary,
        );
      });
  };
  if (choice === undefined) {
    return {
      outcome: { kind: "abstained", reason: "no-hit", confidence: 0, related: related(new Set()) },
      question,
      choice,
      signals: undefined,
      ranked,
    };
  }
  const signals = confidenceSignals({ ...choice, slots, question, ranked });
  const confidence = Math.max(
    confidenceOf(signals),
    declaredLikeness(choice.passage) >= SAME_QUESTION ? DECLARED_CONFIDENCE : 0,
  );
  if (confidence < threshold) {
    return {
      outcome: {
        kind: "abstained",
        reason: "low-confidence",
        confidence,
        related: related(new Set()),
      },
      question,
      choice,
      signals,
      ranked,
    };
  }
  const passage = at(choice.passage);
  const heading = new Set(passage.headings.flatMap((text) => vocabulary.contentIds(text)));
  const body = compose({
    passage,
    sentences: sentences(choice.passage.passage),
    chosen: choice.chosen.sentence,
    question,
    own: (sentence) => ownShare(searcher, slots, heading, sentence),
    wholePassage: namedLikeness(choice.passage) >= ABOUT_PASSAGE,
  });
  const citations: Found["citations"] = [
    cite(passage, body, choice.chosen.sentence.text, slots, vocabulary),
  ];
  const other = question.form === "difference" ? otherSide(slots, choice, ranked, at) : undefined;
  const more =
    other === undefined
      ? []
      : compose({
          ...other,
          sentences: sentences(other.number),
          question,
          own: () => 0,
          wholePassage: false,
        });
  const all =
    other === undefined
      ? citations
      : ([...citations, cite(other.passage, more, other.chosen.text, slots, vocabulary)] as const);
  return {
    outcome: {
      kind: "found",
      body: [...body, ...more],
      confidence,
      citations: all,
      related: related(new Set(all.map((one) => one.passage.id))),
    },
    question,
    choice,
    signals,
    ranked,
  };
}

/** Share of the question a row's or item's own words hold, leaving out what its headings and lead-in already say. */
function ownShare(
  { arrays }: Searcher,
  slots: Search["slots"],
  heading: ReadonlySet<number>,
  sentence: { readonly text: string; readonly leadIn: string; readonly columns: string },
): number {
  const around = new Set([
    ...heading,
    ...arrays.vocabulary.contentIds(`${sentence.leadIn} ${sentence.columns}`),
  ]);
  const held = new Float64Array(slots.query.content.length);
  for (const id of arrays.vocabulary.contentIds(sentence.text)) {
    const slot = around.has(id) ? 0 : (slots.slotOf[id] ?? 0);
    if (slot > 0) held[slot - 1] = Math.max(held[slot - 1] ?? 0, slots.weightOf[id] ?? 0);
  }
  return share(slots, held);
}
