import type { Form } from "./form-words.ts";
import { wordsOf } from "./terms.ts";
import type { Term } from "./terms.ts";
import { LIMITS } from "./weights.ts";

/** The words of a question, told apart by what they are for; each stem with the word that was first typed for it. */
export interface QuestionWords {
  /** At most `LIMITS.terms`, those of the question itself first. */
  readonly content: ReadonlyMap<string, string>;
  /** How many of them are the question's own. */
  readonly own: number;
  /** Question and stop words, and words of form. */
  readonly soft: ReadonlyMap<string, string>;
  /** The stems of the question itself in order, repeated ones too. */
  readonly sequence: readonly string[];
  /** Stems of what is written as a name or holds a digit. */
  readonly names: ReadonlySet<string>;
  /** The whole of each compound, with its parts. */
  readonly compounds: ReadonlyMap<string, readonly string[]>;
  /** True where words were left out because there were too many. */
  readonly capped: boolean;
}

/** Questions longer than this are cut before anything looks at them; what is between two words is one blank. */
export function cutQuestion(text: string): string {
  return text.slice(0, LIMITS.questionLength).replaceAll(/\s+/gu, " ");
}

/** Reads the words of a question, then those of the one before that completes it. Bounded work, whatever the question. */
export function questionWords(question: string, form: Form, before?: string): QuestionWords {
  const content = new Map<string, string>();
  const soft = new Map<string, string>();
  const names = new Set<string>();
  const compounds = new Map<string, readonly string[]>();
  let capped = false;

  const sequence: string[] = [];
  read(question, sequence);
  const own = content.size;
  if (before !== undefined) read(before, []);
  return { content, own, soft, sequence, names, compounds, capped };

  function read(raw: string, order: string[]): void {
    const text = cutQuestion(raw);
    if (text.length < raw.length) capped = true;
    const shouted = text === text.toUpperCase();
    for (const [place, { text: word, terms }] of wordsOf(
      shouted ? text.toLowerCase() : text,
    ).entries()) {
      const isName = /\p{N}/u.test(word) || (place > 0 && /^\p{Lu}/u.test(word));
      for (const term of terms) {
        if (order.length < 2 * LIMITS.terms) order.push(term.stem);
        if (isName) names.add(term.stem);
        const target = isContent(term, terms.length) ? content : soft;
        if (target.size >= LIMITS.terms && !target.has(term.stem)) capped = true;
        else if (!target.has(term.stem)) target.set(term.stem, word);
      }
      const [whole, ...parts] = terms.map(({ stem }) => stem).toReversed();
      if (whole !== undefined && parts.length > 0) compounds.set(whole, parts);
    }
  }

  /** A part of a compound belongs to a name: only a word by itself says what form the answer has. */
  function isContent({ stem, role }: Term, terms: number): boolean {
    return role === "content" && (terms > 1 || !form.stems.has(stem));
  }
}

/** Content words, by their numbers, that are the parts of one name, and the one that is the whole of it. */
export interface Compound {
  readonly parts: readonly number[];
  readonly whole: number;
}

/** Those compounds that are searched whole. */
export function compoundsOf(
  compounds: ReadonlyMap<string, readonly string[]>,
  stems: readonly string[],
): Compound[] {
  return [...compounds].flatMap(([stem, partStems]) => {
    const whole = stems.indexOf(stem);
    const parts = partStems.map((part) => stems.indexOf(part)).filter((part) => part >= 0);
    return whole < 0 || parts.length === 0 ? [] : [{ parts, whole }];
  });
}
