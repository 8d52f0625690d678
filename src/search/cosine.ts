import type { Arrays } from "./arrays.ts";
import { ASKS, asksOf } from "./form-words.ts";
import { rarity } from "./query-terms.ts";
import type { QueryTerms } from "./query-terms.ts";
import type { Slots } from "./slots.ts";
import { COMPOUND } from "./vocabulary.ts";
import { LIMITS, TERM_WEIGHTS } from "./weights.ts";

/** Short texts one after another. Of what is declared it is known, too, what of a compound each term is (`COMPOUND`). */
export interface ShortTexts {
  readonly values: Int32Array;
  readonly compound?: Uint8Array;
}

/**
 * How much the question is like the short text that begins and ends there, 0 to 1; `asks` is what the text's words of form
 * ask for.
 */
export type Cosine = (
  slots: Slots,
  texts: ShortTexts,
  from: number,
  to: number,
  asks?: number,
) => number;

/** "Why use X" is no question of what to use for X, though their other words are the same. */
const OTHER_QUESTION = 0.85;
/** "Why X" is about X, but not the question that "X" alone is. */
const BARE_TOPIC = 0.96;
const ASKS_MORE = 0.96;
/** What small words that differ take from a likeness. */
const SMALL_WORDS = 0.03;
/** Beside the bits of `ASKS`: a small word. */
const SMALL = 1 << 15;
/** A true synonym, a slip put right or another word for what is asked: as good as the word itself, all but a trace. */
const SURE = 0.98;

/**
 * The cosine of a question and a short text, over the rarities of their words. Small words only tell apart what is alike
 * otherwise: "why use X" from "what is X".
 */
export function createCosine(arrays: Arrays): Cosine {
  const { vocabulary } = arrays;
  const idf = Float64Array.from(vocabulary.stems, (_, id) =>
    vocabulary.content[id] === 1 ? rarity(arrays.population, arrays.passageFrequency[id] ?? 0) : 0,
  );
  const squared = idf.map((weight) => weight * weight);
  /** What a term asks for, and whether it is a small word. */
  const kinds = Uint16Array.from(vocabulary.stems, (stem, id) =>
    vocabulary.content[id] === 1 ? 0 : SMALL | asksOf(stem),
  );
  const stamp = new Int32Array(vocabulary.stems.length);
  /** Of the question's words: how much of each the text holds, and which only another way of writing adds. */
  const matched = new Float64Array(LIMITS.terms);
  const excused = new Uint8Array(LIMITS.terms);
  let now = 0;

  return (slots, { values, compound }, from, to, asks = 0) => {
    if (!holdsAny(slots, values, from, to)) return 0;
    const { query, slotOf, weightOf, askedOf, alsoOf } = slots;
    const { content, soft, compounds } = query;
    now++;
    for (let slot = 0; slot < content.length; slot++) {
      matched[slot] = 0;
      excused[slot] = 0;
    }
    let squares = 0;
    let small = 0;
    let smallMatched = 0;
    let asked = asks;
    let anyCompound = false;
    for (let index = from; index < to; index++) {
      const term = values[index] ?? 0;
      if (stamp[term] === now) continue;
      stamp[term] = now;
      const askedSlot = compound === undefined ? 0 : (askedOf[term] ?? 0);
      const slot = (slotOf[term] ?? 0) || askedSlot;
      const inCompound = (compound?.[index] ?? COMPOUND.none) !== COMPOUND.none;
      anyCompound ||= inCompound;
      if (slot <= 0 && !inCompound) squares += squared[term] ?? 0;
      const kind = kinds[term] ?? 0;
      if (kind !== 0) {
        small++;
        asked |= kind & ~SMALL;
        if (slot < 0) smallMatched++;
      }
      if (slot > 0) {
        const sure = askedSlot > 0 ? SURE : sureness(weightOf[term] ?? 0);
        squares += meet(content, slot - 1, sure);
        if (alsoOf.size === 0) continue;
        for (const also of alsoOf.get(term) ?? []) squares += meet(content, also, 1);
      }
    }
    if (compound !== undefined && anyCompound) {
      squares += otherNames(slots, values, compound, from, to);
    }
    for (const { parts, whole } of compounds) {
      const isHeld = (slot: number): boolean =>
        (matched[slot] ?? 0) >= SURE * (content[slot]?.idf ?? 0);
      if (!isHeld(whole) && !parts.every(isHeld)) continue;
      for (const slot of [...parts, whole]) excused[slot] = 1;
    }
    let dot = 0;
    let norm = 0;
    for (let slot = 0; slot < content.length; slot++) {
      const weight = content[slot]?.idf ?? 0;
      const held = matched[slot] ?? 0;
      if (held > 0 || excused[slot] === 0) norm += weight * weight;
      dot += weight * held;
    }
    if (dot === 0) return 0;
    const smallWords = Math.max(small, soft.length);
    const alike =
      smallWords === 0 || asksSame(asked, slots.query.asks) ? 1 : smallMatched / smallWords;
    const likeness = Math.min(1, dot / Math.sqrt(squares * norm));
    return likeness * (1 - SMALL_WORDS * (1 - alike)) * sameness(asked, slots.query.asks);
  };

  /** Notes that the text holds a word of the question. Gives what that adds to the text's length: said twice, it counts once. */
  function meet(content: QueryTerms["content"], slot: number, sure: number): number {
    // As rare as the question takes it to be, so that the same words always come to 1.
    const weight = content[slot]?.idf ?? 0;
    const held = matched[slot] ?? 0;
    matched[slot] = Math.max(held, weight * sure);
    return held > 0 ? 0 : weight * weight;
  }

  /**
   * What compounds add to the text's length besides the question's words. "nodejs", "node js" and "Node.js" are one name: where
   * its whole or all its parts are asked for, what only the way of writing adds does not count; "js" alone is another.
   */
  function otherNames(
    { slotOf, weightOf, askedOf }: Slots,
    values: Int32Array,
    compound: Uint8Array,
    from: number,
    to: number,
  ): number {
    let squares = 0;
    let missing = 0;
    let allParts = true;
    for (let index = from; index < to; index++) {
      const role = compound[index];
      if (role === COMPOUND.none) continue;
      const term = values[index] ?? 0;
      const slot = slotOf[term] ?? 0;
      const held = (askedOf[term] ?? 0) > 0 || (slot > 0 && sureness(weightOf[term] ?? 0) >= SURE);
      if (!held && slot <= 0) missing += squared[term] ?? 0;
      if (role === COMPOUND.part) {
        allParts &&= held;
        continue;
      }
      if (!held && !allParts) squares += missing;
      missing = 0;
      allParts = true;
    }
    return squares;
  }
}

/** Whether both ask who, when, why …: then their small words do not tell them apart ("which company made X", "who made X"). */
function asksSame(one: number, other: number): boolean {
  const told = one & ~ASKS.anything;
  return told !== 0 && told === (other & ~ASKS.anything);
}

/** How much is left of a likeness where they ask for different things: 1 where they ask for the same. */
function sameness(one: number, other: number): number {
  if (((one ^ other) & OPPOSED) !== 0) return OTHER_QUESTION;
  if (one === 0 || other === 0) return ((one | other) & TOLD_OF) === 0 ? 1 : BARE_TOPIC;
  const [told, alsoTold] = [one & ~ASKS.anything, other & ~ASKS.anything];
  if (told === alsoTold) return 1;
  const both = told & alsoTold;
  // "Who made X, and when?" asks who made it, and more.
  return both !== 0 && (both === told || both === alsoTold) ? ASKS_MORE : OTHER_QUESTION;
}

/** What only one of two questions asks for makes them different, whatever else they ask. */
const OPPOSED = ASKS.expansion | ASKS.not;
/** What nobody asks for who only names a topic. */
const TOLD_OF = ASKS.who | ASKS.why | ASKS.when | ASKS.where;

/** Whether a short text holds any content word of the question at all; most of a page's names do not. */
function holdsAny({ slotOf }: Slots, values: Int32Array, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if ((slotOf[values[index] ?? 0] ?? 0) > 0) return true;
  }
  return false;
}

/** In a text as short as a question a synonym has no other meaning. Slots keep their weights as 32-bit numbers. */
function sureness(weight: number): number {
  return weight >= SYNONYM ? Math.max(weight, SURE) : weight;
}

const SYNONYM = Math.fround(TERM_WEIGHTS.synonym);
