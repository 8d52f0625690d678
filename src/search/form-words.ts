import { contentStems, stemOf } from "./terms.ts";

/** What a question asks for, as bits: two questions that ask for different things are different questions. */
export const ASKS = {
  anything: 1,
  how: 2,
  why: 4,
  when: 8,
  where: 16,
  who: 32,
  expansion: 64,
} as const;

const QUESTION_STEMS: ReadonlyMap<string, number> = new Map(
  (
    [
      [ASKS.anything, "what which whats"],
      [ASKS.how, "how howto"],
      [ASKS.why, "why"],
      [ASKS.when, "when"],
      [ASKS.where, "where wheres"],
      [ASKS.who, "who whom whose whos"],
    ] as const
  ).flatMap(([asks, words]) => words.split(" ").map((word) => [`~${word}`, asks] as const)),
);

/** What a question word asks for; 0 for the stem of any other word. */
export function asksOf(stem: string): number {
  return QUESTION_STEMS.get(stem) ?? 0;
}

/**
 * Words that say what form the answer has, not what it is about: the *full form* of X, what X is *short for*, the *year* of X.
 * A page writes "X (Y)" or "1995" without any of them, so they are looked up like question words, softly.
 */
const FORMS: readonly {
  readonly asks: RegExp;
  readonly words: readonly string[];
  readonly form: number;
}[] = [
  { asks: /\bstands? for\b/iu, words: ["stand", "stands"], form: ASKS.expansion },
  { asks: /\bfull (?:form|name)\b/iu, words: ["full", "form", "name"], form: ASKS.expansion },
  {
    asks: /\b(?:short|abbreviation|acronym) (?:for|of|form)\b/iu,
    words: ["short", "abbreviation", "acronym", "form"],
    form: ASKS.expansion,
  },
  {
    asks: /\bin (?:very )?(?:simple|plain|easy|layman'?s|other) (?:words|terms|english|language)\b|\bin (?:a nutshell|short|brief|one (?:line|sentence|word))\b|\bfor dummies\b/iu,
    words:
      "simple plain easy layman layman's words terms english language nutshell short brief line sentence word dummies".split(
        " ",
      ),
    form: 0,
  },
  {
    asks: /\bwhat (?:do|does|did) .{1,80}\bmean\b|^[^?]{1,40}\bmeans?\s*\??$/iu,
    words: ["mean", "means"],
    form: 0,
  },
  {
    asks: /\b(?:what|which) year\b|\byear (?:was|did|were|of)\b|\byear\s*\??$/iu,
    words: ["year"],
    form: ASKS.when,
  },
];

/** The words of form in a question: their stems, and what they ask for (bits of `ASKS`). */
export interface Form {
  readonly stems: ReadonlySet<string>;
  readonly asks: number;
}

/** Reads the form of a question. */
export function formOf(question: string): Form {
  const found = FORMS.filter(({ asks }) => asks.test(question));
  if (found.length === 0) return NO_FORM;
  return {
    stems: new Set(found.flatMap(({ words }) => words.map(stemOf))),
    asks: found.reduce((mask, { form }) => mask | form, 0),
  };
}

/** The same of a text that stands by itself: where it holds no other words, those of form are what it is about. */
export function standaloneFormOf(text: string): Form {
  const form = formOf(text);
  const isAllForm = form.stems.size > 0 && contentStems(text).every((stem) => form.stems.has(stem));
  return isAllForm ? { ...form, stems: NO_FORM.stems } : form;
}

const NO_FORM: Form = { stems: new Set(), asks: 0 };
