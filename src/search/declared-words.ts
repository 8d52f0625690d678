import type { Arrays } from "./arrays.ts";
import type { NameRanges } from "./corpus.ts";
import type { Scan } from "./features.ts";
import { createNumbers } from "./numbers.ts";
import { isWeak } from "./weak-words.ts";
import type { Slots } from "./slots.ts";
import { LIMITS } from "./weights.ts";

/** The terms of some texts, once each: those of text `i` are `start[i] … start[i + 1] - 1`. */
export interface TermLists {
  readonly terms: Int32Array;
  readonly start: Int32Array;
}

/** Of the question's rarity, what a passage and its headings do not hold, but what was written for askers does, 0 to 1. */
export interface DeclaredWords {
  /** What is declared for the passage. */
  readonly declared: number;
  /** Only the questions that its page must not be used for. */
  readonly refused: number;
}

/** The terms of what is declared for each passage: many questions have the same words. */
export function declaredTerms(arrays: Arrays): TermLists {
  return termsOfNames(arrays, arrays.named, (weight) => weight > 0);
}

/**
 * Compares the question with all that authors wrote for askers, whichever question a word is of: who asks in yet another way
 * often asks in words of several (as documents are expanded by the questions they answer; Nogueira and others 2019).
 */
export function createDeclaredWords(
  arrays: Arrays,
  declared: TermLists,
): (slots: Slots, passage: number, scan: Scan) => DeclaredWords {
  const refused = termsOfNames(arrays, arrays.pageNamed, (weight) => weight < 0);
  const told = { declared: 0, refused: 0 };
  /** How much of each of the question's words was held already. */
  const held = new Float64Array(LIMITS.terms);

  /** The rarity of what these terms hold beyond that; afterwards they hold it, too. */
  function beyond(
    { terms, start }: TermLists,
    of: number,
    { slotOf, weightOf, query }: Slots,
  ): number {
    let rarity = 0;
    const end = start[of + 1] ?? 0;
    for (let at = start[of] ?? 0; at < end; at++) {
      const term = terms[at] ?? 0;
      const slot = (slotOf[term] ?? 0) - 1;
      if (slot < 0) continue;
      const before = held[slot] ?? 0;
      const more = (weightOf[term] ?? 0) - before;
      if (more <= 0) continue;
      held[slot] = before + more;
      rarity += (query.content[slot]?.idf ?? 0) * more;
    }
    return rarity;
  }

  return (slots, passage, { body, title }) => {
    const { content, ideal } = slots.query;
    for (let slot = 0; slot < content.length; slot++)
      held[slot] = Math.min(1, (body[slot] ?? 0) + (title[slot] ?? 0));
    told.declared = beyond(declared, passage, slots) / Math.max(ideal, 1e-9);
    // "Better" or "used" alone is not what the page does not answer.
    for (let slot = 0; slot < content.length; slot++)
      if (isWeak(content[slot]?.stem ?? "")) held[slot] = 1;
    told.refused = beyond(refused, arrays.page[passage] ?? 0, slots) / Math.max(ideal, 1e-9);
    return told;
  };
}

function termsOfNames(
  { namedTerms, namedStart, namedWeight }: Arrays,
  { first, end }: NameRanges,
  counts: (weight: number) => boolean,
): TermLists {
  const terms = createNumbers();
  const start = createNumbers(0);
  for (let of = 0; of < first.length; of++) {
    const unique = new Set<number>();
    for (let name = first[of] ?? 0; name < (end[of] ?? 0); name++) {
      if (!counts(namedWeight[name] ?? 0)) continue;
      const to = namedStart[name + 1] ?? 0;
      for (let at = namedStart[name] ?? 0; at < to; at++) unique.add(namedTerms[at] ?? 0);
    }
    for (const term of unique) terms.push(term);
    start.push(terms.length);
  }
  return { terms: terms.toArray(), start: start.toArray() };
}
