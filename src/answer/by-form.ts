import type { Sentence } from "../knowledge/sentences.ts";
import { ASKS } from "../search/form-words.ts";
import { SAME_QUESTION } from "../search/likeness.ts";
import { isDeclared } from "../search/ranking.ts";
import type { Search, Searcher } from "../search/searcher.ts";
import type { Passage } from "../types.ts";
import type { Choice } from "./choose.ts";
import { comparedIn, inTable } from "./compared.ts";
import type { Compared } from "./compared.ts";
import { comparisonOf } from "./comparison.ts";
import { definedIn } from "./defined-terms.ts";
import { lookedUpIn } from "./looked-up.ts";
import { prosAndCons } from "./pros-and-cons.ts";
import type { Question } from "./question.ts";

/** What is decided upon. */
export interface Matter {
  readonly searcher: Searcher;
  readonly passages: readonly Passage[];
  readonly search: Search;
  readonly question: Question;
  /** Sentences of a passage, by its number. */
  readonly sentences: (passage: number) => readonly Sentence[];
}

/** Whether a cell of a table may answer: a question that leans on the one before it leaves open which row it means. */
function looksUp({ question, search }: Matter): boolean {
  const { form, expected } = question;
  if ((form !== "fact" && form !== "definition") || expected === "expansion") return false;
  return !search.slots.query.content.some(({ carried }) => carried);
}

/** "Where can I buy oolong or sencha" compares nothing. */
const ASKS_ELSE = ASKS.when | ASKS.where | ASKS.who | ASKS.why | ASKS.expansion | ASKS.not;

/** "Who is Ann?", but not "Who is allowed to sign for a parcel?" */
const WHO_IS = /^who(?:['’]?s| is| are) [\p{L}'’.-]+(?: [\p{L}'’.-]+){0,2} ?\??$/iu;

/**
 * What the form of the pages answers: a term that a glossary has, one thing that is weighed, two that are compared; for two what an
 * author declared stands first.
 */
export function byForm(matter: Matter, { passage, ranked }: Choice): Compared | undefined {
  const { searcher, passages, search, question, sentences } = matter;
  const { arrays } = searcher;
  const { slots } = search;
  // What an author says is not answered is not put together from other pages either.
  if (search.never >= SAME_QUESTION && !isDeclared(passage)) return undefined;
  const asksWhat =
    slots.query.asksWhat || question.expected === "expansion" || WHO_IS.test(slots.query.text);
  if (asksWhat && !isDeclared(passage)) {
    const defined = definedIn({ arrays, slots, passages, sentences }, ranked);
    if (defined !== undefined) return defined;
  }
  if (looksUp(matter) && !isDeclared(passage)) {
    const lookedUp = lookedUpIn({ arrays, slots, passages, sentences }, question, ranked);
    if (lookedUp !== undefined) return lookedUp;
  }
  const weighed = prosAndCons({ arrays, slots, passages, sentences }, ranked);
  const isOpening = arrays.opens[passage.passage] === 1;
  if (weighed !== undefined && (!isDeclared(passage) || isOpening)) return weighed;
  const comparison = question.form === "difference" ? comparisonOf(slots) : undefined;
  if (comparison === undefined || (slots.query.asks & ASKS_ELSE) !== 0) return undefined;
  const compares = { arrays, slots, comparison, passages, sentences };
  if (!isDeclared(passage)) return comparedIn(compares, ranked);
  const place = inTable(compares, passage.passage);
  return place && { places: [place], sure: 0, says: "" };
}
