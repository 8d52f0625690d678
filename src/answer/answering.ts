import { sentencesOf } from "../knowledge/sentences.ts";
import type { Sentence } from "../knowledge/sentences.ts";
import { namedLikeness } from "../search/ranking.ts";
import type { Ranked } from "../search/ranking.ts";
import type { Search, Searcher } from "../search/searcher.ts";
import type { Block, Citation, Outcome, Passage, Why } from "../types.ts";
import { namesAsked } from "./asked-noun.ts";
import { byForm } from "./by-form.ts";
import type { Matter } from "./by-form.ts";
import { chooseSentence } from "./choose.ts";
import type { Choice } from "./choose.ts";
import type { Compared, Place } from "./compared.ts";
import { cite } from "./cite.ts";
import { compose } from "./compose.ts";
import type { Composition } from "./compose.ts";
import { confidenceOf, confidenceSignals } from "./confidence.ts";
import { continueParts } from "./continue-parts.ts";
import { didYouMean } from "./did-you-mean.ts";
import { doubtsOf } from "./doubts.ts";
import { ownShare } from "./own-share.ts";
import { STRICT } from "./expected.ts";
import { readQuestion } from "./question.ts";
import type { Question } from "./question.ts";
import type { Reading } from "./reading.ts";
import { relatedTo } from "./related.ts";
import { rivalOf } from "./rival.ts";
import { rulesOf } from "./rules.ts";
import { severalOf } from "./several.ts";
import { underHeading } from "./under-heading.ts";

/** Everything that was decided about one question; `why` shows it. */
export interface Decision {
  readonly outcome: Outcome;
  readonly question: Question;
  readonly choice: Choice | undefined;
  readonly signals: Float64Array | undefined;
  readonly rules: Why["rules"];
  readonly ranked: readonly Ranked[];
}

/** A guess at a misspelt word is offered where it nearly led to an answer; elsewhere it would only be odd. */
const WORTH_ASKING_BACK = 0.2;
/** From this likeness to its heading or declared questions on, the question asks for the passage as a whole. */
const ABOUT_PASSAGE = 0.45;

/** Decides what to say to a question, from what the search found: the best sentence, how sure, found or not. */
export function decide(
  searcher: Searcher,
  passages: readonly Passage[],
  reading: Reading,
  search: Search,
  threshold: number,
): Decision {
  const { text } = reading;
  const { slots } = search;
  const question = questionOf(slots.query.text, reading);
  const { vocabulary } = searcher.arrays;
  const sentences = remembered((number) => sentencesOf(passages[number]?.body ?? []));
  const choice = chooseSentence(
    searcher.arrays,
    slots,
    { ...question, text },
    search.ranked,
    sentences,
  );
  const ranked = choice?.ranked ?? search.ranked;
  const { never } = search;
  const signals = choice && confidenceSignals({ ...choice, slots, question, ranked, never });
  const matter: Matter = { searcher, passages, search, question, sentences };
  const compared = choice && byForm(matter, choice);
  const doubts =
    choice === undefined
      ? []
      : doubtsOf({ question, choice, slots, passages, arrays: searcher.arrays, reading });
  const rules = rulesOf(choice, signals, doubts, compared);
  const confidence =
    rules.at(-1)?.confidence ?? (signals === undefined ? 0 : confidenceOf(signals));
  const shown =
    choice === undefined || confidence < threshold
      ? undefined
      : compared === undefined
        ? show(matter, { ...choice, ranked }, confidence)
        : showPlaces(matter, compared.places);
  const related = relatedTo(ranked, shown?.citations.map((one) => one.passage) ?? [], {
    passages,
    sentences,
    slots,
    vocabulary,
  });
  const meant =
    confidence < threshold * WORTH_ASKING_BACK ? undefined : didYouMean(slots.query, vocabulary);
  const capped = slots.query.capped ? { capped: true as const } : undefined;
  const outcome: Outcome =
    shown === undefined
      ? {
          ...capped,
          kind: "abstained",
          reason: choice === undefined ? "no-hit" : "low-confidence",
          confidence,
          ...(meant === undefined ? {} : { didYouMean: meant }),
          related,
        }
      : { ...capped, kind: "found", ...shown, confidence, related };
  return { outcome, question, choice, signals, rules, ranked };
}

/** "And an architect?" asks for an amount where the question that completes it did. */
function questionOf(text: string, { carried, meant }: Reading): Question {
  const asked = readQuestion(text);
  if (carried === undefined || asked.expected !== undefined) return asked;
  const whole = readQuestion(meant);
  return STRICT.has(whole.expected) ? whole : asked;
}

interface Shown {
  readonly body: readonly Block[];
  readonly citations: readonly [Citation, ...Citation[]];
}

/**
 * Cuts out and cites what answers, and where it stands in another passage: the other side of a comparison, the list that is
 * asked for, what answers as well.
 */
function show(matter: Matter, choice: Choice, confidence: number): Shown {
  const { passage: number, sentence } = choice.chosen;
  const wholePassage = asksForWhole(choice.passage);
  const first = cut(matter, number, sentence, { wholePassage });
  const second = besides(matter, choice, { number, body: first.body, confidence });
  if (second === undefined) return { body: first.body, citations: [first.citation] };
  return {
    body: [...first.body, ...second.body],
    citations: [first.citation, second.citation],
  };
}

function showPlaces(matter: Matter, [first, second]: Compared["places"]): Shown {
  const cutOut = ({ number, sentence, rows, isEntry }: Place): Cut =>
    cut(matter, number, sentence, { wholePassage: isEntry !== true, rows });
  const one = cutOut(first);
  if (second === undefined) return { body: one.body, citations: [one.citation] };
  const other = cutOut(second);
  return { body: [...one.body, ...other.body], citations: [one.citation, other.citation] };
}

function asksForWhole(passage: Ranked): boolean {
  return namedLikeness(passage) >= ABOUT_PASSAGE;
}

interface Answered {
  readonly number: number;
  readonly body: readonly Block[];
  readonly confidence: number;
}

function besides(matter: Matter, choice: Choice, answered: Answered): Cut | undefined {
  const { passages, search, question } = matter;
  const { ranked } = choice;
  const names = namesAsked(search.slots, matter.searcher.arrays.vocabulary);
  const several = severalOf(answered, question, ranked, passages, matter.sentences, names);
  if (several !== undefined)
    return cut(matter, several.number, several.lead, { wholePassage: true });
  const rival = rivalOf(choice, question, answered.confidence);
  if (rival === undefined) return undefined;
  const wholePassage = asksForWhole(rival.passage);
  return cut(matter, rival.passage.passage, rival.sentence, { wholePassage });
}

interface Cut {
  readonly body: readonly Block[];
  readonly citation: Citation;
}

function cut(
  { searcher, passages, search, question, sentences }: Matter,
  number: number,
  chosen: Sentence,
  how: Pick<Composition, "wholePassage" | "rows">,
): Cut {
  const passage = passages[number] as Passage;
  const { arrays } = searcher;
  const body = compose({
    passage,
    sentences: sentences(number),
    chosen,
    question,
    own: ownShare(arrays, search.slots, passage),
    ...how,
  });
  const whole = continueParts(body, passages, number);
  return {
    body: underHeading(passage, whole),
    citation: cite(passage, whole, chosen.text, search.slots, arrays.vocabulary),
  };
}

function remembered<T>(make: (number: number) => T): (number: number) => T {
  const known = new Map<number, T>();
  return (number) => {
    const made = known.get(number) ?? make(number);
    known.set(number, made);
    return made;
  };
}
