import { ADDRESSED, CLOSERS, LETTERS, OPENERS } from "./framing-phrases.ts";
import { wordsOf } from "./terms.ts";

/**
 * What people say around a question in a chat, none of it what they ask for: whom they greet, that they wonder, whom they
 * thank. A page holds no such words, so each would count as one that is missing there.
 */

/** Where an opener ends, and what parts it from the question. */
const ENDS = String.raw`(?![${LETTERS}'’-])[\s,:;.!?“"*\x60–—-]*`;
/** The word a text begins with; of a sound that is drawn out its beginning. */
const FIRST = /hm(?=m)|um(?=m*\b)|uh(?=h*\b)|[a-z]+|@/y;

/** The openers of each first word, as one expression. */
const BY_FIRST: ReadonlyMap<string, string> = new Map(
  [...new Set(OPENERS.flatMap(([begins]) => begins.split(" ")))].map((first) => {
    const some = OPENERS.filter(([begins]) => begins.split(" ").includes(first));
    return [first, `(?:${some.map(([, opener]) => opener).join("|")})${ENDS}`];
  }),
);
const compiled = new Map<string, RegExp>();

/** How a text that begins with this word may open. Matches lower case: looking past the case takes twice the time. */
function openerOf(first: string): RegExp | undefined {
  const source = BY_FIRST.get(first);
  if (source === undefined) return undefined;
  const known = compiled.get(source) ?? new RegExp(source, "y");
  compiled.set(source, known);
  return known;
}

/** Where the question begins: behind all openers. */
function opened(lower: string, from: number): number {
  let start = from;
  for (let time = 0; time < TIMES; time++) {
    FIRST.lastIndex = start;
    const opener = openerOf(FIRST.exec(lower)?.[0] ?? "");
    if (opener === undefined) break;
    opener.lastIndex = start;
    if (!opener.test(lower) || opener.lastIndex >= lower.length) break;
    start = opener.lastIndex;
  }
  return start;
}

/** Found from its end, which most questions fail at once, and not from each of its beginnings. */
const CLOSER = new RegExp(
  String.raw`$(?<=((?:[\s,.!?;–—-]+(?:${CLOSERS.join("|")})|[,.!?;–—-]\s*${ADDRESSED})[\s.!?,;:)–—-]*))`,
);
/** Quotation marks, emphasis, the sign of a quoted line. */
const MARKS = " \n\r\t\"'“”„«»‘’*`~>|•";
const QUOTED = new RegExp(`[${MARKS}]+`, "uy");
/** Nobody says more around a question; it bounds the cost. */
const TIMES = 6;
const LONGEST_CLOSER = 80;
/** Whoever writes so much without a word to look up asks nothing. */
const LOOKED_INTO = 400;

/** What "other than X" is said as, too; authors say it one way, and askers another. */
const BESIDES = /\b(?:other than|apart from|aside from|except(?: for)?(?= [\p{L}\p{N}]))\b/giu;

/** "dont", "cant", "isnt". */
const NO_APOSTROPHE = /\b(do|does|did|is|are|was|were|has|have|had|would|could|should|ca|wo)nt\b/gi;

/** "What on earth is X", "wtf is X". */
const EXCLAIMED =
  /\b(what|who|how|why|where|when) (?:on earth|in the world|the (?:hell|heck|fuck))\b/giu;
const WTF = /\bwtf(?= (?:is|are|does|do)\b)/giu;

/** The country, where nobody holds the shift key; "us" alone is whoever asks. */
const COUNTRY = /\b(the|in) us\b/gi;

/** Whether any of these may be in a text, in lower case: most have none, and need not be looked through thrice. */
const OTHERWISE =
  /\bother than\b|\bapart from\b|\baside from\b|\bexcept\b|\bus\b|nt\b|\bon earth\b|\bin the world\b|\bthe (?:hell|heck|fuck)\b|\bwtf\b/;

/** "In Python, what is Flask?" asks what "what is Flask in Python?" does. */
const WHERE_FIRST =
  /^(in|for|with|at|on|under|within)( [^,.:;?!]{1,40}), ((?:what|which|who|how|why|when|where|is|are|do|does|did|can|could|should)\b.{3,200}?)([\s?.!]*)$/isu;

function saidOneWay(asked: string): string {
  const said = asked.replace(
    WHERE_FIRST,
    (_, where: string, thing: string, question: string, end: string) =>
      `${question} ${where.toLowerCase()}${thing}${end}`,
  );
  if (!OTHERWISE.test(said.toLowerCase())) return said;
  return said
    .replace(BESIDES, "besides")
    .replace(COUNTRY, "$1 US")
    .replace(NO_APOSTROPHE, "$1n't")
    .replace(EXCLAIMED, "$1")
    .replace(WTF, "what");
}

/**
 * The question by itself, with "besides" for what says the same, and "the US" for the country. Where nothing would be left to
 * look up it stays as it is. Linear in its length.
 */
export function unframed(said: string): string {
  const text = saidOneWay(said);
  const lower = lowerCase(text);
  QUOTED.lastIndex = 0;
  const start = opened(lower, QUOTED.test(text) ? QUOTED.lastIndex : 0);
  let end = text.length;
  while (end > start && MARKS.includes(text[end - 1] ?? "")) end--;
  for (let time = 0; time < TIMES; time++) {
    const from = Math.max(start, end - LONGEST_CLOSER);
    const closing = CLOSER.exec(lower.slice(from, end))?.[1] ?? "";
    if (closing === "" || end - closing.length <= start) break;
    end -= closing.length;
  }
  if (start === 0 && end === text.length) return text;
  const left = text.slice(start, end);
  if (!holdsContent(left.slice(0, LOOKED_INTO))) return text;
  return text.slice(end).includes("?") ? `${left}?` : left;
}

/** Where lower case would be longer, as in Turkish, the text itself: places in both are the same. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function holdsContent(text: string): boolean {
  return wordsOf(text).some(({ terms }) => terms.some(({ role }) => role === "content"));
}
