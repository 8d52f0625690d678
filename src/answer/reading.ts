import { unframed } from "../search/framing.ts";
import type { Carried } from "../search/query-terms.ts";
import { askedIn } from "./clauses.ts";
import { CARRIED, carry, completions } from "./follow-up.ts";
import type { Keeps } from "./follow-up.ts";
import { contentWords, leaningOf, mayLean } from "./leaning.ts";
import { asDrawbacks } from "./negation.ts";
import { asksTwice, halvesOf, isAsked, isTopic, mayAnswerHalf, partsOf } from "./parts.ts";
import type { Part } from "./parts.ts";
import { restated } from "./restated.ts";
import { toldOf } from "./why-asked.ts";

/** What a message may ask: a question, and what was said before that completes it. */
export interface Reading {
  readonly text: string;
  readonly carried: Carried | undefined;
  /** What it keeps of the question before; "nothing" where it leans on that one and is read by itself nevertheless. */
  readonly keeps: Keeps | "nothing" | undefined;
  /** What its message tells beside it, where that is not read with it. */
  readonly leaves?: string;
  /** The question written out, for the one after it to lean on. */
  readonly meant: string;
}

/** How sure the answer to a reading would be; 0 where there would be none. */
export type Surely = (reading: Reading) => number;

/** Readings of a message that are tried, at most: each costs what any question does. */
const READINGS = 24;
/** Questions of one message that are tried, each by itself, */
const TRIED = 4;
/** and answered, at most. */
const ANSWERED = 3;
/** Half a sentence is answered by itself from here on. */
const SURE_HALF = 0.6;
/** What finds so surely is the question as it stands, "which are X and which are Y?", too. */
const SURE_WHOLE = 0.95;

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
  const asking = parts.filter(isAsked);
  const single = (asking.length > 0 ? asking : parts.filter(isTopic)).slice(0, TRIED);
  const read = ({ text: one, context, isTold }: Part): Reading =>
    context === ""
      ? completed(unframed(one), before, surely)
      : amidOthers(unframed(one), context, surely, isTold);
  const readings = single.map(read);
  if (asking.length === 0) readings.unshift(completed(text, before, surely));
  const isSingle = parts.length === 0 || asking.length === 1;
  const halves = isSingle ? halvesOf(readings[0]?.text ?? "").map(read) : [];
  const [whole] = readings;
  const isOne = whole !== undefined && asksTwice(whole.text) && surely(whole) >= SURE_WHOLE;
  const sureHalves = isOne ? [] : halves.filter((one) => surely(one) >= SURE_HALF);
  const [half, otherHalf] = sureHalves;
  if (half !== undefined && otherHalf === undefined && whole !== undefined)
    if (surely(whole) === 0 && mayAnswerHalf(whole.text)) return [half];
  const several = asking.length < 2 ? [] : readings.filter((one) => surely(one) > 0);
  const each = sureHalves.length > 1 ? sureHalves : several;
  const [first, ...others] = each.slice(0, ANSWERED);
  if (first !== undefined && others.length > 0) return [first, ...others];
  const best = surest(readings, surely);
  const clause = askedIn(unframed(asking.at(-1)?.text ?? text));
  return [clause === undefined ? best : (besideTold(clause, best, surely) ?? best)];
}

/** What a sentence asks beside what it tells, where it finds nothing as a whole. */
function besideTold({ text, context }: Part, whole: Reading, surely: Surely): Reading | undefined {
  if (surely(whole) > 0) return undefined;
  const asked = unframed(text);
  const told = toldOf(context);
  const withTold = byItself(`${`${asked.replace(/[\s?.!]+$/u, "")} ${told}`.trim()}?`);
  // What the question refers to is not left out.
  const mayStandAlone = told !== "" || leaningOf(asked) !== "refers";
  const readings = [completed(asked, context, surely, true), ...(mayStandAlone ? [withTold] : [])];
  const reading = surest(
    readings.map((one) => ({ ...one, leaves: context })),
    surely,
  );
  return surely(reading) >= SURE_HALF ? reading : undefined;
}

/** Asks no reading twice, and no more than `READINGS`. */
function eachOnce(sure: Surely): Surely {
  const known = new Map<string, number>();
  return (reading) => {
    const { text, carried, keeps, leaves } = reading;
    const key = JSON.stringify([text, carried?.weight, carried?.text, keeps, leaves]);
    const sureness = known.get(key) ?? (known.size < READINGS ? sure(reading) : 0);
    known.set(key, sureness);
    return sureness;
  };
}

/**
 * The question with what completes it, an earlier question or what its message tells (then nobody has been answered yet: "I keep
 * hearing about X. What is it?" asks for all of it); why something should not be done is read as a question for its
 * drawbacks, too.
 */
function completed(
  text: string,
  before: string | undefined,
  surely: Surely,
  isTold = false,
): Reading {
  const reading = inContext(text, before, surely, isTold);
  const drawbacks = asDrawbacks(text);
  return drawbacks === undefined || surely(reading) >= SURE_WHOLE
    ? reading
    : surest([reading, byItself(drawbacks)], surely);
}

/**
 * The question with what completes it: the words of the one before, or itself written out, whichever finds more surely. By
 * itself it counts only where it may stand by itself, or where it puts other words into the one before and that finds nothing.
 */
function inContext(
  text: string,
  before: string | undefined,
  surely: Surely,
  isTold: boolean,
): Reading {
  const alone = byItself(text);
  if (before === undefined) return alone;
  const anew = restated(text, before);
  if (anew !== undefined && surely(byItself(anew)) > 0) return byItself(anew);
  const carried = carriedFor(text, before, surely);
  if (carried === undefined) return alone;
  const leaning = leaningOf(text);
  const written = completions(text, before).map((one) =>
    isTold ? { ...byItself(one.text), leaves: before } : { ...byItself(one.text), ...one },
  );
  const fullest = written.length === 0 ? undefined : surest(written, surely);
  const asksAnewOnly = leaning === "asks" || contentWords(text) === 0;
  const leant: Reading = {
    text,
    carried,
    keeps: leaning === "refers" || asksAnewOnly ? { as: "subject", text: before } : undefined,
    meant: fullest?.text ?? before,
  };
  if (leaning === "asks") return surest([leant, ...written], surely);
  if (leaning === "refers")
    return surest([leant, ...written, { ...alone, keeps: "nothing" }], surely);
  if (fullest !== undefined && surely(fullest) > 0) return surest([leant, ...written], surely);
  return surely(alone) > 0 ? surest([alone, leant], surely) : leant;
}

/** A sentence of a message need not lean on what is said before it there. */
function amidOthers(text: string, context: string, surely: Surely, isTold: boolean): Reading {
  return surest([completed(text, context, surely, isTold), byItself(text)], surely);
}

/** A message that is one question and leans on nothing. */
export function byItself(text: string): Reading {
  return { text, carried: undefined, keeps: undefined, meant: text };
}

/** The earlier question that completes this one, where this one leans on it. */
function carriedFor(text: string, before: string, surely: Surely): Carried | undefined {
  const carried = carry(text, before);
  if (carried !== undefined || !mayLean(text)) return carried;
  return surely(byItself(text)) > 0 ? undefined : { text: before, weight: CARRIED.completes };
}

/** Of readings that find as surely the first. One alone needs not be asked. */
function surest(readings: readonly Reading[], surely: Surely): Reading {
  let [best = byItself("")] = readings;
  if (readings.length === 1) return best;
  let most = surely(best);
  for (const reading of readings.slice(1)) {
    const sure = surely(reading);
    if (sure > most) [best, most] = [reading, sure];
  }
  return best;
}
