import { titleRange } from "./arrays.ts";
import type { Arrays } from "./arrays.ts";
import { TITLE_WEIGHT } from "./corpus.ts";
import type { NameRanges } from "./corpus.ts";
import { createCosine } from "./cosine.ts";
import type { ShortTexts } from "./cosine.ts";
import type { Slots } from "./slots.ts";
import { wordingOf } from "./verbatim.ts";

/** A question this like a declared one is that question: the same words, whatever the small ones between them. */
export const SAME_QUESTION = 0.965;

/** How much a question asks for what a passage is named, 0 to 1, and `WORD_FOR_WORD`. */
export interface Likeness {
  /** Cosine over rarities with the heading path or the passage's own heading, whichever is more alike. */
  readonly heading: number;
  /**
   * The same with the questions and names its author declared; minus infinity where the question is one that its page must
   * not be used for, and none that is declared is as like.
   */
  readonly declared: number;
  /** The same with the questions its page must not be used for. */
  readonly never: number;
  /** Which of the declared ones is most alike, by its number; -1 where none is alike. */
  readonly name: number;
  /** The same with its page's title. */
  readonly titled: number;
  /** Of what the question is nothing but the name: of the page, of the section that begins here, or of both. */
  readonly named: "page" | "section" | "both" | undefined;
}

/** The most alike of some names; `alike` whatever they weigh, and `titled` of titles alone. */
type Named = Pick<Likeness, "declared" | "never" | "name"> & {
  readonly alike: number;
  readonly titled: number;
};

/** What is declared word for word is a trace more alike than what has the same words of content, which is 1. */
const WORD_FOR_WORD = 1.002;

/** From this likeness on the small words of two questions are the same, too. */
export const SAME_SMALL_WORDS = 0.985;

/** Compares the question with the short texts that name a passage: its headings, and what is declared for it. */
export function createLikeness(arrays: Arrays): {
  of(slots: Slots, passage: number): Likeness;
  /** `never` alone, which costs a fraction. */
  never(slots: Slots, passage: number): number;
} {
  const cosine = createCosine(arrays);
  const heads: ShortTexts = { values: arrays.titleTerms };
  const names: ShortTexts = { values: arrays.namedTerms, compound: arrays.namedCompound };

  // What a page is called is compared once, however many of its passages are looked at.
  let ofPage = new Map<number, Named>();
  let refused = new Map<number, number>();
  let asked: Slots | undefined;
  /** How the question is worded: with its small words and those of form, which else weigh next to nothing. */
  let wording = -1;

  function prepare(slots: Slots): void {
    asked = slots;
    ofPage = new Map();
    refused = new Map();
    wording = wordingOf(arrays.worded, slots.query.text);
  }

  function isAskedAs(name: number): boolean {
    return wording >= 0 && arrays.worded.of[name] === wording;
  }

  function alikeTo(slots: Slots, name: number): number {
    if (isAskedAs(name)) return WORD_FOR_WORD;
    const from = arrays.namedStart[name] ?? 0;
    const to = arrays.namedStart[name + 1] ?? 0;
    return cosine(slots, names, from, to, arrays.namedAsks[name]);
  }

  function mostAlike(slots: Slots, ranges: NameRanges, at: number): Named {
    const { first, end } = ranges;
    let declared = 0;
    let most = -1;
    let never = 0;
    let alike = 0;
    let titled = 0;
    for (let name = first[at] ?? 0; name < (end[at] ?? 0); name++) {
      const likeness = alikeTo(slots, name);
      const given = arrays.namedWeight[name] ?? 0;
      // A heading that is asked word for word is as good as declared.
      const weight = ranges === arrays.named && isAskedAs(name) ? 1 : given;
      if (likeness * weight > declared) [declared, most] = [likeness * weight, name];
      if (weight < 0) never = Math.max(never, likeness);
      else alike = Math.max(alike, likeness);
      if (weight === TITLE_WEIGHT) titled = Math.max(titled, likeness);
    }
    return { declared, never, name: most, alike, titled };
  }

  function pageOf(slots: Slots, page: number): Named {
    const known = ofPage.get(page);
    if (known !== undefined) return known;
    const named = mostAlike(slots, arrays.pageNamed, page);
    ofPage.set(page, named);
    return named;
  }

  function neverOf(slots: Slots, page: number): number {
    const { first, end } = arrays.pageNamed;
    let never = 0;
    for (let name = first[page] ?? 0; name < (end[page] ?? 0); name++) {
      if ((arrays.namedWeight[name] ?? 0) < 0) never = Math.max(never, alikeTo(slots, name));
    }
    return never;
  }

  /** Whether a part of the same section stands before the passage. */
  function continuesSection(passage: number): boolean {
    const { titleStart, titleTerms, page } = arrays;
    if (passage === 0 || page[passage - 1] !== page[passage]) return false;
    const path = (of: number): Int32Array =>
      titleTerms.subarray(titleStart[of] ?? 0, titleStart[of + 1] ?? 0);
    const before = path(passage - 1);
    const own = path(passage);
    return before.length === own.length && own.every((term, at) => before[at] === term);
  }

  function namedBy(
    { query }: Slots,
    passage: number,
    { page, heading }: { readonly page: number; readonly heading: number },
  ): Likeness["named"] {
    // A name that asks itself ("How to …") is asked for in the same small words only.
    const enough = query.namesOnly ? SAME_QUESTION : SAME_SMALL_WORDS;
    const isSection = heading >= enough && !continuesSection(passage);
    if (page >= enough) return isSection ? "both" : "page";
    return isSection ? "section" : undefined;
  }

  function never(slots: Slots, passage: number): number {
    if (asked !== slots) prepare(slots);
    const page = arrays.page[passage] ?? 0;
    const known = ofPage.get(page)?.never ?? refused.get(page) ?? neverOf(slots, page);
    refused.set(page, known);
    return known;
  }

  function of(slots: Slots, passage: number): Likeness {
    if (asked !== slots) prepare(slots);
    const [from, to] = titleRange(arrays, passage);
    const last = arrays.headingStart[passage] ?? from;
    const path = cosine(slots, heads, from, to);
    const heading = last === from ? path : Math.max(path, cosine(slots, heads, last, to));
    const own = mostAlike(slots, arrays.named, passage);
    const page = pageOf(slots, arrays.page[passage] ?? 0);
    const { declared, name } = own.declared >= page.declared ? own : page;
    const isBanned = page.never >= SAME_QUESTION && page.never > declared;
    return {
      heading,
      declared: isBanned ? Number.NEGATIVE_INFINITY : declared,
      never: page.never,
      name,
      titled: page.titled,
      named: isBanned ? undefined : namedBy(slots, passage, { page: page.alike, heading }),
    };
  }

  return { of, never };
}
