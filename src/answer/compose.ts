import type { Sentence } from "../knowledge/sentences.ts";
import { blockText, inlineText } from "../plain-text.ts";
import type { Block, Passage } from "../types.ts";
import { announces } from "./announces.ts";
import { isCatalogue } from "./catalogue.ts";
import { explainsTerm, isEntry } from "./entries.ts";
import { excerptList, excerptParagraph, excerptTable, leadInOf, markPart } from "./excerpt.ts";
import type { Question } from "./question.ts";

/** What of a passage is shown for a question. */
export interface Composition {
  readonly passage: Passage;
  readonly sentences: readonly Sentence[];
  readonly chosen: Sentence;
  readonly question: Question;
  /**
   * How much of the question a sentence's own words hold beyond what its headings and lead-in hold (0: nothing), so
   * that a row or an item can be told from its whole table or list.
   */
  readonly own: (sentence: Sentence) => number;
  /** The question asks for what the passage as a whole is about, as its heading or its author says. */
  readonly wholePassage: boolean;
  /** The rows of the chosen table that are compared, where the question compares two. */
  readonly rows?: readonly number[] | undefined;
}

/** A paragraph up to this many characters is shown whole: cutting it would save nothing and may lose the point. */
const SHORT_PARAGRAPH = 320;
const SHORT_QUOTE = 120;
/** Where an explanation is asked for, as much of the passage as this is shown around the sentence. */
const EXPLANATION = 600;
/** Lists and tables this small are read at a glance; a cut would only raise the question what was left out. */
const SHORT_LIST = 8;
const SHORT_TABLE = 4;
/** Rows and items that hold nearly as much of the question as the best one belong to the answer. */
const NEARLY = { row: 0.6, item: 0.75 } as const;
const PRONOUN =
  /^(?:it|its|this|that|these|those|they|their|such|he|she|his|her|here|there|both|also|however|but|so|and|then|thus|therefore|instead|otherwise|for example)\b/iu;

/** Cuts the answer out of the passage: the sentence, row, list or block that answers, understandable by itself. */
export function compose(composition: Composition): Block[] {
  const { passage, chosen } = composition;
  const block = passage.body[chosen.block];
  if (block?.kind === "table" && composition.rows !== undefined)
    return withLeadIn(passage, chosen.block, excerptTable(block, composition.rows));
  if (composition.question.excludes || (composition.wholePassage && !isFact(composition)))
    return opening(composition);
  switch (block?.kind) {
    case "list":
      return withLeadIn(passage, chosen.block, list(composition, block));
    case "table":
      return withLeadIn(passage, chosen.block, table(composition, block));
    case "code":
      return withLeadIn(passage, chosen.block, block);
    case "paragraph":
      if (isGlance(passage, chosen.block)) return opening(composition);
      return explains(composition.question)
        ? explanation(composition, block)
        : fact(composition, block);
    default:
      return quoted(passage, chosen.block);
  }
}

/** A year, a name, an amount is asked for, or a row of a table is singled out: less is more. */
function isFact(composition: Composition): boolean {
  const { question, chosen, passage } = composition;
  if (question.form === "fact" && question.expected !== undefined && question.expected !== "reason")
    return true;
  const block = passage.body[chosen.block];
  return block?.kind === "table" && table(composition, block) !== block;
}

/** The passage from its beginning, block by block, as far as an explanation may reach and at least to the answer. */
function opening({ passage, sentences, chosen }: Composition): Block[] {
  const body: Block[] = [];
  let left = EXPLANATION;
  for (const [at, block] of passage.body.entries()) {
    left -= blockText(block).length;
    if (left < 0 && at > chosen.block && !leadsIn(body.at(-1))) break;
    body.push(at === chosen.block ? marked(block, sentences, chosen) : block);
  }
  return body;
}

function marked(block: Block, sentences: readonly Sentence[], chosen: Sentence): Block {
  if (block.kind === "list") return markPart(block, chosen.part);
  if (block.kind !== "paragraph") return block;
  const siblings = sentences.filter((one) => one.block === chosen.block);
  return excerptParagraph(block, siblings[0] ?? chosen, siblings.at(-1) ?? chosen, chosen);
}

function explains(question: Question): boolean {
  return question.form !== "fact" && question.form !== "yes-no";
}

/** A few lines of text say more together than one of them does, and are read as quickly. */
function isGlance({ body }: Passage, at: number): boolean {
  return (
    !isEntry(body, at) &&
    body.every(({ kind }) => kind === "paragraph" || kind === "quote") &&
    body.reduce((length, block) => length + blockText(block).length, 0) <= SHORT_PARAGRAPH
  );
}

/** A quotation that is short, such as a message of a program, with what is said of it. */
function quoted({ body }: Passage, at: number): Block[] {
  const block = body[at];
  const next = body[at + 1];
  if (block === undefined) return [];
  return blockText(block).length <= SHORT_QUOTE && next?.kind === "paragraph"
    ? [block, next]
    : [block];
}

function withLeadIn(passage: Passage, at: number, block: Block): Block[] {
  const above = leadInOf(passage, at);
  return above === undefined ? [block] : [above, block];
}

/** Whole where it is short, is steps, or nothing in it is singled out; otherwise the items that answer. */
function list(composition: Composition, block: Extract<Block, { kind: "list" }>): Block {
  const { chosen, question } = composition;
  const parts = singledOut(composition);
  const several = question.form === "how-to" || question.form === "list";
  const whole = several
    ? block.ordered || !isCatalogue(block)
    : block.items.length <= SHORT_LIST && blockText(block).length <= EXPLANATION;
  if (parts.length === 0) return block;
  const marked = parts.length > 1 || whole ? markPart(block, chosen.part) : block;
  return whole ? marked : excerptList(marked, parts);
}

/** The rows that answer; the whole table where the question singles out none of them, or most. */
function table(composition: Composition, block: Extract<Block, { kind: "table" }>): Block {
  const parts = singledOut(composition);
  const { ranks } = composition.question;
  const whole =
    parts.length === 0 ||
    (ranks && block.rows.length <= SHORT_LIST) ||
    (block.rows.length <= SHORT_TABLE && parts.length * 2 >= block.rows.length);
  const { form } = composition.question;
  const several = form === "list" || form === "how-to";
  return whole || (several && block.rows.length <= SHORT_LIST) ? block : excerptTable(block, parts);
}

/** The parts of the chosen block whose own words answer; for a comparison, all that hold some of the question. */
function singledOut({ sentences, chosen, own, question }: Composition): number[] {
  const parts = sentences
    .filter((one) => one.block === chosen.block)
    .map((one) => ({ part: one.part, own: own(one) }));
  const most = Math.max(...parts.map((one) => one.own));
  if (most === 0) return [];
  const nearly = chosen.kind === "row" ? NEARLY.row : NEARLY.item;
  const least = question.form === "difference" ? 0.01 : most * nearly;
  return parts.filter((one) => one.own >= least).map((one) => one.part);
}

/** The sentence with just enough around it: a short paragraph whole, the sentence before an opening pronoun. */
function fact(
  { passage, sentences, chosen }: Composition,
  block: Extract<Block, { kind: "paragraph" }>,
): Block[] {
  const siblings = sentences.filter((one) => one.block === chosen.block);
  const whole = inlineText(block.children).length <= SHORT_PARAGRAPH;
  const position = siblings.indexOf(chosen);
  const open = PRONOUN.test(chosen.text);
  const from = siblings[whole ? 0 : Math.max(0, position - (open ? 1 : 0))] ?? chosen;
  const to = siblings[whole ? siblings.length - 1 : position] ?? chosen;
  return [
    excerptParagraph(block, from, to, chosen),
    ...introduced(passage, chosen.block, to === siblings.at(-1)),
  ];
}

/** The sentence and what follows it in the passage, block by block, as far as an explanation may reach. */
function explanation(
  composition: Composition,
  block: Extract<Block, { kind: "paragraph" }>,
): Block[] {
  const { passage, sentences, chosen } = composition;
  const siblings = sentences.filter((one) => one.block === chosen.block);
  let left = EXPLANATION - inlineText(block.children).length;
  if (left < 0) return fact(composition, block);
  const body: Block[] = [
    excerptParagraph(block, siblings[0] ?? chosen, siblings.at(-1) ?? chosen, chosen),
  ];
  const entry = isEntry(passage.body, chosen.block);
  for (let at = chosen.block + 1; at < passage.body.length; at++) {
    const next = passage.body[at] as Block;
    if (entry && explainsTerm(next)) break;
    const led = leadsIn(passage.body[at - 1]);
    left -= blockText(next).length;
    if (left < 0 && !led) break;
    body.push(next);
  }
  while (body.length > 1 && leadsIn(body.at(-1))) body.pop();
  const above = passage.body[chosen.block - 1];
  if (above?.kind === "paragraph" && PRONOUN.test(chosen.text)) body.unshift(above);
  return body;
}

/** What a paragraph introduces at its end. */
function introduced(passage: Passage, block: number, atEnd: boolean): Block[] {
  const next = passage.body[block + 1];
  return atEnd && next !== undefined && next.kind !== "paragraph" && leadsIn(passage.body[block])
    ? [next]
    : [];
}

function leadsIn(block: Block | undefined): boolean {
  return block?.kind === "paragraph" && announces(inlineText(block.children));
}
