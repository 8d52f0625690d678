import type { Sentence } from "../knowledge/sentences.ts";
import { inlineText } from "../plain-text.ts";
import type { Block, Passage } from "../types.ts";
import { excerptList, excerptParagraph, excerptTable, leadInOf } from "./excerpt.ts";
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
}

/** A paragraph up to this many characters is shown whole: cutting it would save nothing and may lose the point. */
const SHORT_PARAGRAPH = 320;
const PRONOUN = /^(?:it|its|this|that|these|those|they|their|such|he|she|his|her|here|there|both|also|however|but|so|and|then|thus|therefore|instead|otherwise|for example)\b/iu;

/** Cuts the answer out of the passage: the sentence, row, list or block that answers, understandable by itself. */
export function compose(composition: Composition): Block[] {
  const { passage, chosen } = composition;
  const block = passage.body[chosen.block];
  switch (block?.kind) {
    case "list":
      return withLeadIn(composition, chosen.block, list(composition, block));
    case "table":
      return withLeadIn(composition, chosen.block, table(composition, block));
    case "code":
      return withLeadIn(composition, chosen.block, block);
    case "paragraph":
      return paragraph(composition, block);
    default:
      return block === undefined ? [] : [block];
  }
}

function withLeadIn({ passage }: Composition, at: number, block: Block): Block[] {
  const above = leadInOf(passage, at);
  return above === undefined ? [block] : [above, block];
}

/** Whole, where the question asks for all of it or singles nothing out; otherwise the items that answer. */
function list({ chosen, question, sentences, own }: Composition, block: Extract<Block, { kind: "list" }>): Block {
  const wanted = own(chosen);
  const all = question.form === "list" || question.form === "how-to" || wanted === 0 || block.items.length < 3;
  if (all) return block;
  return excerptList(block, bestParts(sentences, chosen, own, question));
}

/** A fact gets its row; a comparison the rows it names; a question that singles out no row the whole table. */
function table({ chosen, question, sentences, own }: Composition, block: Extract<Block, { kind: "table" }>): Block {
  if (own(chosen) === 0 || (question.form === "list" && block.rows.length <= 12)) return block;
  return excerptTable(block, bestParts(sentences, chosen, own, question));
}

/** The chosen part and those of its block that hold as much of the question; for a comparison, any that hold some. */
function bestParts(
  sentences: readonly Sentence[],
  chosen: Sentence,
  own: (sentence: Sentence) => number,
  question: Question,
): number[] {
  const least = question.form === "difference" ? 0.01 : own(chosen) * 0.999;
  return sentences
    .filter((one) => one.block === chosen.block && (one === chosen || own(one) >= least))
    .map((one) => one.part);
}

function paragraph(composition: Composition, block: Extract<Block, { kind: "paragraph" }>): Block[] {
  const { passage, sentences, chosen, question } = composition;
  const text = inlineText(block.children);
  const siblings = sentences.filter((one) => one.block === chosen.block);
  const leadsIn = text.trimEnd().endsWith(":") && chosen === siblings.at(-1);
  const whole = text.length <= SHORT_PARAGRAPH;
  const position = siblings.indexOf(chosen);
  const startsOpen = PRONOUN.test(chosen.text) && position > 0;
  const wantsMore = question.form !== "fact" || PRONOUN.test(chosen.text);
  const from = whole ? siblings[0] : siblings[startsOpen ? position - 1 : position];
  const to = whole ? siblings.at(-1) : siblings[wantsMore ? Math.min(siblings.length - 1, position + 1) : position];
  const body: Block[] = [excerptParagraph(block, from ?? chosen, to ?? chosen, chosen)];
  if (leadsIn) body.push(...introduced(passage, chosen.block));
  else body.push(...wanted(composition, to === siblings.at(-1)));
  return body;
}

/** What a paragraph that ends with a colon introduces. */
function introduced(passage: Passage, block: number): Block[] {
  const next = passage.body[block + 1];
  return next !== undefined && INTRODUCED.has(next.kind) ? [next] : [];
}

const INTRODUCED: ReadonlySet<Block["kind"]> = new Set(["list", "table", "code", "quote"]);

/** Steps for "how", the list for "which", the code for "show me", where the same passage holds them further down. */
function wanted({ passage, chosen, question }: Composition, atEnd: boolean): Block[] {
  const rest = passage.body.slice(chosen.block + 1);
  const kind = question.form === "code" ? "code" : "list";
  const ordered = question.form === "how-to";
  if (question.form !== "code" && question.form !== "list" && !ordered) return [];
  const at = rest.findIndex((block) => block.kind === kind && (!ordered || (block.kind === "list" && block.ordered)));
  if (at < 0 || (at > 1 && !atEnd)) return [];
  const block = chosen.block + 1 + at;
  const above = leadInOf(passage, block);
  const target = passage.body[block];
  return [...(above === undefined || block - 1 === chosen.block ? [] : [above]), ...(target === undefined ? [] : [target])];
}
