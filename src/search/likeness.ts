import type { Arrays } from "./arrays.ts";
import { ASKS } from "./form-words.ts";
import { rarity } from "./query-terms.ts";
import type { QueryTerm } from "./query-terms.ts";
import type { Slots } from "./slots.ts";
import { LIMITS, TERM_WEIGHTS } from "./weights.ts";

/** A question this like one that is declared under `never` is that question, unless one that is answered is as like. */
const SAME_QUESTION = 0.965;

/** How much a question asks for what a passage is named, 0 to 1. */
export interface Likeness {
  /** Cosine over rarities with the heading path or the passage's own heading, whichever is more alike. */
  readonly heading: number;
  /** The same with the questions and names its author declared; minus infinity where one of them bans it. */
  readonly declared: number;
  /** The same with the questions its page must not be used for. */
  readonly never: number;
  /** Which name that is, by its number; -1 where none is alike. */
  readonly name: number;
}

/** Question words by what they ask, as the index knows them. */
const ASKING: readonly (readonly [asks: number, ...stems: readonly string[]])[] = [
  [ASKS.anything, "~what", "~which", "~whats"],
  [ASKS.how, "~how", "~howto"],
  [ASKS.why, "~why"],
  [ASKS.when, "~when"],
  [ASKS.where, "~where", "~wheres"],
  [ASKS.who, "~who", "~whom", "~whose", "~whos"],
];
/** "Why use X" is no question of what to use for X, though their other words are the same. */
const OTHER_QUESTION = 0.85;

function asksOther(one: number, other: number): boolean {
  if (((one ^ other) & ASKS.expansion) !== 0) return true;
  return one !== 0 && other !== 0 && (one & ~ASKS.anything) !== (other & ~ASKS.anything);
}

/** Whether a short text holds any content word of the question at all; most of a page's names do not. */
function holdsAny({ slotOf }: Slots, values: Int32Array, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if ((slotOf[values[index] ?? 0] ?? 0) > 0) return true;
  }
  return false;
}

/** In a text as short as a question a synonym has no other meaning. */
function sureness(weight: number): number {
  return weight >= TERM_WEIGHTS.synonym ? Math.max(weight, SURE) : weight;
}

/** Short texts one after another. Of what is declared it is known what it asks for, and what of it is a compound. */
interface ShortTexts {
  readonly values: Int32Array;
  readonly compound?: Uint8Array;
}

/** A question, and what it asks for (bits of `ASKS`). */
interface Asked {
  readonly slots: Slots;
  readonly asks: number;
}

/** A true synonym, a slip put right or another word for what is asked: as good as the word itself, all but a trace. */
const SURE = 0.98;

/** How much of a compound, against what is missing of it, makes it the same name. */
const SAME_NAME = 0.45;

/** What small words that differ take from a likeness. */
const SMALL_WORDS = 0.03;

/** Compares the question with the short texts that name a passage: its headings, and what is declared for it. */
export function createLikeness(arrays: Arrays): (slots: Slots, passage: number) => Likeness {
  const { vocabulary } = arrays;
  const idf = Float64Array.from(vocabulary.stems, (_, id) =>
    vocabulary.content[id] === 1 ? rarity(arrays.population, arrays.passageFrequency[id] ?? 0) : 0,
  );
  const asking = Uint8Array.from(vocabulary.stems, (stem) => {
    const [asks = 0] = ASKING.find(([, ...stems]) => stems.includes(stem)) ?? [];
    return asks;
  });
  const stamp = new Int32Array(vocabulary.stems.length);
  const matched = new Float64Array(LIMITS.terms + 1);
  const heads: ShortTexts = { values: arrays.titleTerms };
  const names: ShortTexts = { values: arrays.namedTerms, compound: arrays.namedCompound };
  let now = 0;

  /**
   * The cosine of the question and one short text, over the rarities of their words. Small words only tell apart what is
   * alike otherwise: "why use X" from "what is X".
   */
  function cosine(
    { slots, asks }: Asked,
    { values, compound }: ShortTexts,
    [from, to]: readonly [number, number],
    named = 0,
  ): number {
    if (!holdsAny(slots, values, from, to)) return 0;
    const { content, soft } = slots.query;
    now++;
    matched.fill(0, 0, content.length);
    let squares = 0;
    let small = 0;
    let smallMatched = 0;
    let asked = named;
    let unmatchedCompound = 0;
    let matchedCompound = 0;
    for (let index = from; index < to; index++) {
      const term = values[index] ?? 0;
      if (stamp[term] === now) continue;
      stamp[term] = now;
      const askedSlot = compound === undefined ? 0 : (slots.askedOf.get(term) ?? 0);
      const slot = (slots.slotOf[term] ?? 0) || askedSlot;
      // As rare as the question takes it to be, so that the same words always come to 1.
      const weight = content[slot - 1]?.idf ?? idf[term] ?? 0;
      const ofCompound = compound?.[index] === 1;
      if (!ofCompound) squares += weight * weight;
      else if (slot <= 0) unmatchedCompound += weight * weight;
      else if (matched[slot - 1] === 0) squares += weight * weight;
      if (vocabulary.content[term] !== 1) {
        small++;
        asked |= asking[term] ?? 0;
        if (slot < 0) smallMatched++;
      }
      if (slot > 0) {
        const sure = askedSlot > 0 ? SURE : sureness(slots.weightOf[term] ?? 0);
        matched[slot - 1] = Math.max(matched[slot - 1] ?? 0, weight * sure);
        if (ofCompound || content[slot - 1]?.compound === true) matchedCompound += weight * weight;
        for (const also of slots.alsoOf.get(term) ?? []) {
          matched[also] = content[also]?.idf ?? 0;
          squares += (matched[also] ?? 0) ** 2;
        }
      }
    }
    let dot = 0;
    let norm = 0;
    let unmatchedParts = 0;
    for (let slot = 0; slot < content.length; slot++) {
      const { idf: weight, compound: part } = content[slot] as QueryTerm;
      const held = matched[slot] ?? 0;
      if (held > 0 || !part) norm += weight * weight;
      else unmatchedParts += weight * weight;
      dot += weight * held;
    }
    if (dot === 0) return 0;
    // "nodejs", "node js" and "Node.js" are one name: what only the way of writing adds does not count; "js" alone is another.
    if (matchedCompound < SAME_NAME * unmatchedCompound) squares += unmatchedCompound;
    if (matchedCompound < SAME_NAME * unmatchedParts) norm += unmatchedParts;
    const alike = smallMatched / Math.max(1, small, soft.length);
    const likeness = Math.min(1, dot / Math.sqrt(squares * norm));
    return (
      likeness * (1 - SMALL_WORDS * (1 - alike)) * (asksOther(asked, asks) ? OTHER_QUESTION : 1)
    );
  }

  return (slots, passage) => {
    const { soft, asks: form } = slots.query;
    const asked = { slots, asks: soft.reduce((mask, { id }) => mask | (asking[id] ?? 0), form) };
    const from = arrays.titleStart[passage] ?? 0;
    const to = arrays.titleStart[passage + 1] ?? 0;
    const heading = Math.max(
      cosine(asked, heads, [from, to]),
      cosine(asked, heads, [arrays.headingStart[passage] ?? from, to]),
    );
    let declared = 0;
    let most = -1;
    let never = 0;
    const last = arrays.firstNamed[passage + 1] ?? 0;
    for (let name = arrays.firstNamed[passage] ?? 0; name < last; name++) {
      const range = [arrays.namedStart[name] ?? 0, arrays.namedStart[name + 1] ?? 0] as const;
      const likeness = cosine(asked, names, range, arrays.namedAsks[name]);
      const weight = arrays.namedWeight[name] ?? 0;
      if (likeness * weight > declared) [declared, most] = [likeness * weight, name];
      if (weight < 0) never = Math.max(never, likeness);
    }
    if (never >= SAME_QUESTION && never > declared) declared = Number.NEGATIVE_INFINITY;
    return { heading, declared, never, name: most };
  };
}
