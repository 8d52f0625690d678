import { QUESTION_WORDS, STOP_WORDS } from "../search/words.ts";
import type { Expected } from "./question.ts";

/** What each expected kind looks like in a text. Every pattern is linear: no nested repetition. */
const SHAPES: Readonly<Record<Expected, RegExp>> = {
  person:
    /\b\p{Lu}[\p{L}'’-]+ (?:(?:van|von|de|der|la|al|bin|of) )?\p{Lu}[\p{L}'’-]+|\b\p{Lu}[\p{Ll}'’]{2,}\b/gu,
  organisation: /\b\p{Lu}[\p{L}&.'’-]+/gu,
  place: /\b(?:in|at|from|near|to|of|on) (?:the )?\p{Lu}[\p{L}'’-]+|\b\p{Lu}[\p{Ll}'’-]+/gu,
  time: /\b\d{3,4}s?\b|\bcentur(?:y|ies)\b|\b(?:today|yesterday|tomorrow|nowadays|midnight|noon)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2}:\d\d\b/giu,
  duration:
    /\b(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:fif|six|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|ninety|hundred|several|few|many|some|half)[ -](?:to \d+ )?(?:second|minute|hour|day|week|month|year|decade|centur)|\b(?:since|until|for (?:years|decades|centuries|months|weeks)|daily|weekly|monthly|yearly|annually|hourly|nightly|once|twice|every (?:day|week|month|year|hour|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b/giu,
  money:
    /[$€£₹¥]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:lakh|crore|lpa|dollars?|euros?|pounds?|rupees?|usd|eur|inr|cents?|million|billion)\b/giu,
  percent:
    /\b\d[\d.,]*\s?(?:%|percent|per cent)|\bpercent\b|\b(?:half|halves|(?:third|quarter|fifth|sixth|eighth|tenth)s?|majority)\b|\b(?:\d+|one|two|three|four|nine) (?:in|out of) (?:every )?(?:\d+|two|three|four|five|six|eight|ten|hundred)\b/giu,
  measure:
    /\b\d[\d.,]*\s?(?:m|km|cm|mm|ft|feet|foot|miles?|met(?:er|re)s?|kilomet(?:er|re)s?|kg|grams?|tons?|tonnes?|°|degrees?|acres?|hectares?|square|mph|kb|mb|gb|years? old|inch(?:es)?)/giu,
  number:
    /\b(?!(?:19|20)\d\d\b(?![.,]\d))\d[\d.,]*\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion)\b/giu,
  reason:
    /\b(?:because|since|due to|so that|in order to|as a result|therefore|caused|leads? to|allows?|helps?|makes? it|lets?|means that|ensures?|to (?:avoid|prevent|keep|reduce|improve|protect))\b/giu,
  expansion:
    /\(\p{Lu}[\p{L}\p{N}/]{1,9}\)|\b\p{Lu}[\p{L}\p{N}/]{1,9} \(|\bstands? for\b|\bshort for\b|\babbreviat/gu,
  name: /["“'‘][^"”'’]{2,60}["”'’]|\b\p{Lu}[\p{L}\p{N}.+#-]+|\b(?:called|known as|named)\b/gu,
};

export type TypeMatch = "hit" | "miss" | "none";

/** Kinds that cannot be answered without their shape: "how many" needs a number. The others only make it likelier. */
export const STRICT: ReadonlySet<Expected | undefined> = new Set([
  "time",
  "duration",
  "money",
  "percent",
  "measure",
  "number",
  "expansion",
]);

/** Whether a sentence holds something of the expected kind that the question itself does not hold. */
export function holdsExpected(
  expected: Expected | undefined,
  sentence: string,
  question: string,
): TypeMatch {
  if (expected === undefined) return "none";
  const asked = question.toLowerCase();
  if (expected === "expansion" && spellsOut(sentence, asked)) return "hit";
  const shape = SHAPES[expected];
  shape.lastIndex = 0;
  for (let match = shape.exec(sentence); match !== null; match = shape.exec(sentence)) {
    // "X stands for …" says it, even where the question said "stands for".
    if (expected === "expansion" || !asked.includes(match[0].toLowerCase())) {
      // A capital at the sentence's start is no sign of a name, two in a row are.
      if (match.index > 0 || match[0].includes(" ") || !NAMES.has(expected)) return "hit";
    }
  }
  return "miss";
}

/** Words of the question itself, which are no acronyms. */
const FORM_OR_STOP: ReadonlySet<string> = new Set([
  ...STOP_WORDS,
  ...QUESTION_WORDS,
  "stand",
  "stands",
  "full",
  "form",
  "name",
  "short",
]);
const ACRONYM = /\b[a-z]{2,6}\b/gu;

/**
 * Whether neighbouring words of the sentence begin with the letters of a short word of the question, small words between them
 * counted ("software as a service") or not ("create, read, update and delete"). Two letters begin small words by chance.
 */
function spellsOut(sentence: string, asked: string): boolean {
  const words = sentence
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const all = initialsOf(words);
  const telling = initialsOf(words.filter((word) => !STOP_WORDS.has(word)));
  return (asked.match(ACRONYM) ?? []).some(
    (one) =>
      !FORM_OR_STOP.has(one) && (telling.includes(one) || (one.length > 2 && all.includes(one))),
  );
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join("");
}

const NAMES: ReadonlySet<Expected> = new Set(["person", "organisation", "place", "name"]);
