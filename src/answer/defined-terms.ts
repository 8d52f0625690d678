import { isEntry, explainsTerm } from "./entries.ts";
import type { Sentence } from "../knowledge/sentences.ts";
import { inlineText } from "../plain-text.ts";
import type { Arrays } from "../search/arrays.ts";
import type { Ranked } from "../search/ranking.ts";
import type { Slots } from "../search/slots.ts";
import type { Block, Passage } from "../types.ts";
import type { Compared, Place } from "./compared.ts";
import { said, saysAll } from "./said.ts";

/** Where an entry for what is asked may stand. */
export interface Entries {
  readonly arrays: Arrays;
  readonly slots: Slots;
  readonly passages: readonly Passage[];
  readonly sentences: (passage: number) => readonly Sentence[];
}

/** Passages that are looked at, best first, and the share of the question that they hold at least. */
const LOOKED = 20;
const HELD = 0.8;
/** A glossary is made for this very question. */
const SURE = 0.9;

const GLOSSARY =
  /\b(?:glossary|terms|terminology|abbreviations|acronyms|definitions|vocabulary|jargon|lingo|dictionary)\b/iu;
const TERMS = /^(?:terms?|words?|abbreviations?|acronyms?|concepts?|expressions?|phrases?)$/iu;
const MEANS =
  /\b(?:meanings?|means|definitions?|descriptions?|explanations?|stands for|what (?:it|this|that) (?:is|means|does))\b/iu;
const PERSON = /^(?:(?:full |first )?names?|persons?|people|who|members?|colleagues?|contacts?)$/iu;
const ROLE = /\b(?:roles?|titles?|jobs?|positions?|functions?|responsib\w+|does|looks after)\b/iu;
/** "Term: what it is", "Term – what it is". */
const KEY = /^[^:.?!\n]{1,60}?(?=:\s|\s[–—-]\s)/u;
/** "SLA (service level agreement)", "berth / tenant". */
const OTHER_NAMES = /[()/,;]|\bor\b/u;

/** The entry of a glossary, a table or a list of terms that is named by all that the question asks about, and by nothing else. */
export function definedIn(entries: Entries, ranked: readonly Ranked[]): Compared | undefined {
  const { passages, sentences } = entries;
  for (const { passage: number, covered } of ranked.slice(0, LOOKED)) {
    const passage = passages[number];
    if (passage === undefined || covered < HELD) continue;
    const named = sentences(number).filter((one) =>
      keysOf(passage, one).some((key) => isAsked(entries, key)),
    );
    const [first] = named;
    if (first === undefined) continue;
    const says = "a glossary or a list has an entry of that name";
    return { places: [placeOf(number, first, named)], sure: SURE, says };
  }
  return undefined;
}

/** With all rows of that name: there may be two of a first name. */
function placeOf(number: number, sentence: Sentence, named: readonly Sentence[]): Place {
  const rows = named.filter(({ block }) => block === sentence.block).map(({ part }) => part);
  return { number, sentence, rows: sentence.kind === "row" ? rows : undefined, isEntry: true };
}

function isAsked({ arrays, slots }: Entries, key: string): boolean {
  const all = slots.query.content.map((_, slot) => slot);
  const { words, others } = said(slots, arrays.vocabulary, key);
  return others === 0 && words.size > 0 && saysAll({ words }, all);
}

/** What an entry is named; none where the sentence is no entry. */
function keysOf({ body, headings }: Passage, sentence: Sentence): readonly string[] {
  const block = body[sentence.block];
  const inGlossary = headings.some((heading) => GLOSSARY.test(heading));
  if (block?.kind === "table") {
    const key = sentence.text.split(" | ", 1)[0] ?? "";
    if (namesPeople(block)) return [key, ...key.split(/\s+/u)];
    return inGlossary || definesRows(block) ? namesIn(key) : [];
  }
  return explains(body, sentence, inGlossary) ? namesIn(KEY.exec(sentence.text)?.[0] ?? "") : [];
}

function namesIn(key: string): readonly string[] {
  return [key, ...key.split(OTHER_NAMES)];
}

type Table = Extract<Block, { kind: "table" }>;

function definesRows({ header }: Table): boolean {
  const [first = "", ...others] = header.map((cell) => inlineText(cell).trim());
  return others.length > 0 && (TERMS.test(first) || others.some((cell) => MEANS.test(cell)));
}

/** A list of people with what they do, who are asked for by first or last names. */
function namesPeople({ header }: Table): boolean {
  const [first = "", ...others] = header.map((cell) => inlineText(cell).trim());
  return PERSON.test(first) && others.some((cell) => ROLE.test(cell));
}

function explains(
  body: readonly Block[],
  { block: at, part }: Sentence,
  inGlossary: boolean,
): boolean {
  const block = body[at];
  if (block?.kind === "list") return inGlossary || explainsTerm(block.items[part]?.children[0]);
  return part === 0 && (isEntry(body, at) || (inGlossary && explainsTerm(block)));
}
