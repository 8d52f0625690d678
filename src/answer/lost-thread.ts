import { titleRange } from "../search/arrays.ts";
import type { Arrays } from "../search/arrays.ts";
import { ASKS, asksOf, formOf } from "../search/form-words.ts";
import type { QueryTerm, QueryTerms } from "../search/query-terms.ts";
import type { Slots } from "../search/slots.ts";
import { contentStems, wordsOf } from "../search/terms.ts";
import { TERM_WEIGHTS } from "../search/weights.ts";
import type { Passage } from "../types.ts";
import { isAsking } from "./asking-words.ts";
import type { Reading } from "./reading.ts";
import { holdings } from "./sentence-signals.ts";

/** How much of what a follow-up is about, by rarity, its answer has to hold. */
const SUBJECT = 0.5;
const KIND = /\b(?:which|what) [\p{L}-]+/iu;

/**
 * Whether a passage answers a follow-up with what it does not ask: with something else than what it is about, or with what
 * the question before was told already and none of its own words.
 */
export function losesThread(
  arrays: Arrays,
  slots: Slots,
  passages: readonly Passage[],
  number: number,
  keeps: Reading["keeps"],
): boolean {
  const { query } = slots;
  if (keeps === "nothing") {
    const title = arrays.vocabulary.contentIds(passages[number]?.headings[0] ?? "");
    return !namesOne(query, holdings(slots, Int32Array.from(title), 0, title.length));
  }
  const before: ReadonlySet<string> = new Set(keeps === undefined ? [] : contentStems(keeps.text));
  const isBefore = ({ stem, carried }: QueryTerm): boolean => carried || before.has(stem);
  if (!query.content.some(isBefore)) return false;
  const held = heldBy(arrays, slots, number);
  return (
    (keeps?.as === "subject" && straysFrom(query.content, isBefore, held)) ||
    repeats(slots, isBefore, held)
  );
}

/** Whether what is held names what a question asks about; the kind that it asks for ("which language") does not. */
function namesOne({ text, content }: QueryTerms, held: Float64Array): boolean {
  const kind = contentStems(KIND.exec(text)?.[0] ?? "");
  return content.some(
    ({ stem }, slot) =>
      !isAsking(stem) && !kind.includes(stem) && (held[slot] ?? 0) >= TERM_WEIGHTS.synonym,
  );
}

type Test = (term: QueryTerm) => boolean;

function straysFrom(terms: readonly QueryTerm[], isBefore: Test, held: Float64Array): boolean {
  const names = (term: QueryTerm): boolean => isBefore(term) && !isAsking(term.stem);
  const isSubject = terms.some(names) ? names : isBefore;
  let all = 0;
  let here = 0;
  for (const [slot, term] of terms.entries()) {
    if (!isSubject(term)) continue;
    all += term.idf;
    here += term.idf * (held[slot] ?? 0);
  }
  return here < SUBJECT * all;
}

/** Who asks for no more than before, in words ("and then?"), is told no more. */
function repeats({ query }: Slots, isBefore: Test, held: Float64Array): boolean {
  const own = query.content.map((term) => !isBefore(term));
  if (own.includes(true)) return !own.some((is, slot) => is && (held[slot] ?? 0) > 0);
  const questionWords = wordsOf(query.text).flatMap(({ terms }) => terms);
  const asks = questionWords.reduce(
    (mask, { stem }) => mask | asksOf(stem),
    formOf(query.text).asks,
  );
  return (asks & ~ASKS.anything) === 0;
}

function heldBy(arrays: Arrays, slots: Slots, passage: number): Float64Array {
  const terms = Int32Array.from([
    ...arrays.termsOf(passage),
    ...arrays.titleTerms.subarray(...titleRange(arrays, passage)),
  ]);
  return holdings(slots, terms, 0, terms.length);
}
