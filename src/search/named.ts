import type { Arrays } from "./arrays.ts";
import { SAME_QUESTION, SAME_SMALL_WORDS } from "./likeness.ts";
import type { Likeness } from "./likeness.ts";
import type { Ranked } from "./ranking.ts";
import { RANKING, signalAt } from "./weights.ts";

/** A passage with what tells whether it is what the question names. */
export interface Considered extends Ranked, Pick<Likeness, "never" | "named"> {
  /** Share of the question's rarity that its headings hold. */
  readonly titled: number;
  /** Likeness of the question to its page's title. */
  readonly titleAlike: number;
}

const DECLARED = signalAt("declared");

const declared = ({ signals }: Considered): number => signals[DECLARED] ?? 0;

/**
 * The page whose title tells what the question names and besides only of which kind that is ("Compiler Error C2065", "constexpr (C++)"),
 * where no other title does as well; -1 where there is none, or something bears the very name.
 */
export function pageNearlyNamed(considered: readonly Considered[], { page }: Arrays): number {
  if (considered.some(({ named }) => named !== undefined)) return -1;
  const likeness = new Map(
    considered
      .filter(({ titled }) => titled >= WHOLE)
      .map(({ passage, titleAlike }) => [page[passage] ?? -1, titleAlike]),
  );
  const [best, second] = [...likeness].toSorted(([, a], [, b]) => b - a);
  if (best === undefined || best[1] < TELLING_TITLE) return -1;
  return best[1] - (second?.[1] ?? 0) < CLEARLY ? -1 : best[0];
}

const TELLING_TITLE = 0.7;
const CLEARLY = 0.1;

/** Where the pages that the question is the name of begin, as far as none of these passages does: they may hold the name once. */
export function openingsOf(
  considered: readonly Considered[],
  nearly: number,
  { page, opens }: Arrays,
): number[] {
  const known = new Set(considered.map(({ passage }) => passage));
  const openings = new Set<number>();
  for (const { passage, named } of considered) {
    if (named !== "page" && named !== "both" && page[passage] !== nearly) continue;
    let at = passage;
    while (page[at - 1] === page[at]) at--;
    while (opens[at] !== 1 && page[at + 1] === page[at]) at++;
    if (!known.has(at)) openings.add(at);
  }
  return [...openings].slice(0, MOST_OPENINGS);
}

/** Of so many pages the question may be the name. */
const MOST_OPENINGS = 4;

/**
 * A question that is nothing but a name asks for one passage as if it were declared for it. What a thing is goes before what
 * authors declared in the same words and other small ones; a name that asks itself ("How to …") does not.
 */
export function asNamed(
  all: readonly Considered[],
  arrays: Arrays,
  namesOnly: boolean,
): readonly Considered[] {
  const allowed = all.filter(({ score }) => score > Number.NEGATIVE_INFINITY);
  const asGood = namesOnly ? SAME_SMALL_WORDS : SAME_QUESTION;
  if (allowed.some((one) => declared(one) >= asGood)) return all;
  const named = namedOf(allowed, arrays);
  if (named === undefined) return all;
  const signals = named.signals.with(DECLARED, SAME_SMALL_WORDS);
  const gained = SAME_SMALL_WORDS - declared(named);
  const score = named.score + gained * (RANKING[DECLARED]?.weight ?? 0);
  return all.map((one) => (one === named ? { ...named, signals, score } : one));
}

/**
 * What is named: where a page of that title begins, the section of that heading, or of the page with such another name what
 * holds most of it. "Advantages" on several pages names none of them.
 */
function namedOf(
  all: readonly Considered[],
  { page, opens: opening }: Arrays,
): Considered | undefined {
  const named = all.filter((one) => one.named !== undefined);
  const opens = ({ passage }: Considered): number => opening[passage] ?? 0;
  const titled = (one: Considered): number => {
    if (one.titled < WHOLE) return 0;
    if (one.named !== "section" && opens(one) === 1) return TITLE;
    return one.named === "page" ? WITHIN : HEADING;
  };
  const most = Math.max(0, ...named.map(titled));
  const best = named.filter((one) => titled(one) === most);
  const pages = new Set(best.map(({ passage }) => page[passage]));
  if (pages.size > 1 && most > 0) return undefined;
  const held = ({ covered }: Considered): number => Math.round(covered * QUARTERS);
  return named.toSorted(
    (a, b) =>
      titled(b) - titled(a) ||
      held(b) - held(a) ||
      opens(b) - opens(a) ||
      b.score - a.score ||
      a.passage - b.passage,
  )[0];
}

/** The title is the name; the section's heading is; only a heading somewhere above is. */
const TITLE = 3;
const HEADING = 2;
const WITHIN = 1;
/** Synonyms hold a word all but whole, */
const WHOLE = 0.85;
/** and passages that hold about as much are the same to a name. */
const QUARTERS = 4;
