import { unframed } from "../search/framing.ts";
import type { Carried } from "../search/query-terms.ts";
import { asDrawbacks } from "./negation.ts";
import { CARRIED, carry, completions, mayLean } from "./follow-up.ts";

/** What a message may ask: a question, and what was said before that completes it. */
export interface Reading {
  readonly text: string;
  readonly carried: Carried | undefined;
}

/** How sure the answer to a reading would be; 0 where there would be none. */
export type Surely = (reading: Reading) => number;

/** Readings of a message that are tried, at most: each costs what any question does. */
const READINGS = 64;
/** Sentences before a question that it may lean on. */
const CONTEXT = 3;

/** Questions of one message that are tried, each by itself. */
const TRIED = 4;
/** What a question in the midst of others is known by. */
const ASKS =
  /\?[\s"'”’)\]]*$|^(?:(?:and|but|so|or|now)\s)?(?:what|which|who|whom|whose|how|why|when|where|(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have)(?! (?:be|been|not|to)\b)|explain|define|describe|list|name|compare|show|give)\b/iu;
/** The first words of a sentence tell whether it asks from its beginning. */
const OPENING = 24;
/** Chats write without capitals and break lines; what is parted in vain ("e.g. Redis") is still read as a whole, too. */
const SENTENCES =
  /(?<=[.!?…])\s+|\n(?=\s*(?:\n|[^\p{Ll}\s]|(?:what|which|who|how|why|when|where)\b))/u;
/** "My manager asks: …", "a colleague wants to know which …": the question begins behind it. */
const ASIDE =
  /:\s|(?<=\b(?:ask|asks|asked|asking|wonder|wonders|know|knows|understand|sure|me|us|out))\s(?=(?:what|which|who|whom|whose|how|why|when|where)\b)/u;

/** Questions of one message that are answered, at most. */
const ANSWERED = 3;
/** Half a sentence is answered by itself from here on. */
const SURE_HALF = 0.6;
/** "Which are X and which are Y?" is one question where it finds so surely. */
const SURE_WHOLE = 0.95;
/** "What is X and how do I prevent it": the second half is a question of its own. */
const HALVES =
  /^((?:what|which|who|whom|whose|how|why|when|where)\b.{3,200}?),? and ((?:what|which|who|how|why|when|where) (?:is|are|was|were|do|does|did|can|could|should|would|will|has|have)\b.{3,200})$/iu;

/**
 * The readings of a message to answer: that of each of its questions where several are found, else the one that finds most
 * surely. In a message of several sentences each that asks may be the question, and what stands before it what it leans on;
 * told as one, the others' words would count as words that a page lacks. A short question leans on the one before in its
 * conversation (`previous`).
 */
export function likeliestReadings(
  message: string,
  previous: string | undefined,
  sure: Surely,
): readonly [Reading, ...Reading[]] {
  const surely = eachOnce(sure);
  const text = unframed(message);
  const before = previous === undefined ? undefined : unframed(previous);
  const parts = partsOf(text);
  const asking = parts.filter((part) => ASKS.test(part.text));
  const single = (asking.length > 0 ? asking : parts.filter(isTopic)).slice(0, TRIED);
  const read = ({ text: one, context }: Part): Reading =>
    completed(unframed(one), context === "" ? before : context, surely);
  const readings = single.map(read);
  if (asking.length === 0) readings.unshift(completed(text, before, surely));
  const halves = parts.length > 0 ? [] : halvesOf(readings[0]?.text ?? "").map(read);
  const [whole] = readings;
  const isOne = whole !== undefined && asksTwice(whole.text) && surely(whole) >= SURE_WHOLE;
  const sureHalves = isOne ? [] : halves.filter((one) => surely(one) >= SURE_HALF);
  const several = asking.length < 2 ? [] : readings.filter((one) => surely(one) > 0);
  const each = sureHalves.length > 1 ? sureHalves : several;
  const [first, ...others] = each.slice(0, ANSWERED);
  if (first !== undefined && others.length > 0) return [first, ...others];
  return [surest(readings, surely)];
}

/** Whether both halves of a question begin with the same word. */
function asksTwice(text: string): boolean {
  const [first, second] = halvesOf(text).map((half) => half.text.split(" ", 1)[0]?.toLowerCase());
  return first !== undefined && first === second;
}

/** The two questions of one sentence, the second leaning on the first; none where it is one question. */
function halvesOf(text: string): readonly Part[] {
  const [, first, second] = HALVES.exec(text) ?? [];
  if (first === undefined || second === undefined) return [];
  return [
    { text: first, context: "" },
    { text: second, context: first },
  ];
}

/** Asks no reading twice, and no more than `READINGS`. */
function eachOnce(sure: Surely): Surely {
  const known = new Map<string, number>();
  return (reading) => {
    const { text, carried } = reading;
    const key = JSON.stringify([text, carried?.weight, carried?.text]);
    const sureness = known.get(key) ?? (known.size < READINGS ? sure(reading) : 0);
    known.set(key, sureness);
    return sureness;
  };
}

/** The question with what completes it: the words of the one before, or itself written out, whichever finds more surely. */
function completed(text: string, before: string | undefined, surely: Surely): Reading {
  const carried = carriedFor(text, before, surely);
  const written = carried === undefined ? [] : completions(text, before ?? "");
  const drawbacks = asDrawbacks(text);
  const otherwise = drawbacks === undefined ? written : [...written, drawbacks];
  const readings = [text, ...otherwise].map((one) => ({ text: one, carried: undefined }));
  return surest(carried === undefined ? readings : [{ text, carried }, ...readings], surely);
}

/** The earlier question that completes this one, where this one leans on it. */
function carriedFor(text: string, before: string | undefined, surely: Surely): Carried | undefined {
  if (before === undefined) return undefined;
  const carried = carry(text, before);
  if (carried !== undefined || !mayLean(text)) return carried;
  const alone = surely({ text, carried: undefined });
  return alone > 0 ? undefined : { text: before, weight: CARRIED.completes };
}

/** Of readings that find as surely the first. One alone needs not be asked. */
function surest(readings: readonly Reading[], surely: Surely): Reading {
  let [best = { text: "", carried: undefined }] = readings;
  if (readings.length === 1) return best;
  let most = surely(best);
  for (const reading of readings.slice(1)) {
    const sure = surely(reading);
    if (sure > most) [best, most] = [reading, sure];
  }
  return best;
}

interface Part {
  readonly text: string;
  /** What stands before it. */
  readonly context: string;
}

/** The sentences of a message; none where it is one sentence. */
function partsOf(text: string): Part[] {
  const sentences = text
    .slice(0, 4_000)
    .split(SENTENCES)
    .flatMap(withoutAside)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
  if (sentences.length < 2) return [];
  return sentences.map((sentence, at) => ({
    text: sentence,
    context: sentences.slice(Math.max(0, at - CONTEXT), at).join(" "),
  }));
}

/** A sentence without what leads in to its question: "My manager asks" does, "Docker and Kubernetes: which …" does not. */
function withoutAside(sentence: string): readonly string[] {
  const aside = ASKS.test(sentence.slice(0, OPENING)) ? null : ASIDE.exec(sentence);
  if (aside === null || !PERSONAL.test(sentence.slice(0, aside.index))) return [sentence];
  return [sentence.slice(0, aside.index), sentence.slice(aside.index + aside[0].length)];
}

/** "soft skills for developers" after "I have an interview tomorrow": where nobody speaks of themselves, a topic is named. */
function isTopic({ text }: Part): boolean {
  return !PERSONAL.test(text);
}

const PERSONAL =
  /\b(?:i|me|my|mine|myself|we|us|our|he|him|his|she|her|they|their|somebody|someone|colleagues?|friend|manager|boss)\b/iu;
