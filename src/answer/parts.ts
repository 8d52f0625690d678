/** One sentence, or half of one, of a message. */
export interface Part {
  readonly text: string;
  /** What stands before it. */
  readonly context: string;
  /** Whether nothing of that asks. */
  readonly isTold: boolean;
}

/** Sentences before a question that it may lean on. */
const CONTEXT = 3;
/** What a question in the midst of others is known by. */
const ASKS =
  /\?[\s"'”’)\]]*$|^(?:(?:and|but|so|or|now)\s)?(?:what|which|who|whom|whose|how|why|when|where|(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have)(?! (?:be|been|not|to)\b)|explain|define|describe|list|name|compare|show|give)\b/iu;
/** The first words of a sentence tell whether it asks from its beginning. */
const OPENING = 24;
/**
 * Chats write without capitals and break lines; what is parted in vain ("etc. Redis") is still read as a whole, too. A letter
 * alone is an initial.
 */
const SENTENCES =
  /(?<=[!?…]|(?<!(?<!\p{L})\p{L})\.)\s+|\n(?=\s*(?:\n|[^\p{Ll}\s]|(?:what|which|who|how|why|when|where)\b))/u;
/** "My manager asks: …", "a colleague wants to know which …": the question begins behind it. */
const ASIDE =
  /:\s|(?<=\b(?:ask|asks|asked|asking|wonder|wonders|know|knows|understand|sure|me|us|out))\s(?=(?:what|which|who|whom|whose|how|why|when|where)\b)/u;

/** Whether a part of a message is a question of its own. */
export function isAsked({ text }: Pick<Part, "text">): boolean {
  return ASKS.test(text);
}

/** The sentences of a message; none where it is one sentence. */
export function partsOf(text: string): Part[] {
  const sentences = text
    .slice(0, 4_000)
    .split(SENTENCES)
    .flatMap(withoutAside)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
  if (sentences.length < 2) return [];
  return sentences.map((sentence, at) => {
    const before = sentences.slice(Math.max(0, at - CONTEXT), at);
    const isTold = !before.some((text) => isAsked({ text }));
    return { text: sentence, context: before.join(" "), isTold };
  });
}

/** A sentence without what leads in to its question: "My manager asks" does, "Docker and Kubernetes: which …" does not. */
function withoutAside(sentence: string): readonly string[] {
  const aside = ASKS.test(sentence.slice(0, OPENING)) ? null : ASIDE.exec(sentence);
  if (aside === null || !PERSONAL.test(sentence.slice(0, aside.index))) return [sentence];
  return [sentence.slice(0, aside.index), sentence.slice(aside.index + aside[0].length)];
}

/** "soft skills for developers" after "I have an interview tomorrow": where nobody speaks of themselves, a topic is named. */
export function isTopic({ text }: Part): boolean {
  return !PERSONAL.test(text);
}

/** Who speaks of themselves, or of others they know. */
export const PERSONAL =
  /\b(?:i|me|my|mine|myself|we|us|our|he|him|his|she|her|they|their|somebody|someone|colleagues?|friend|manager|boss)\b/iu;

/** "What is X and how do I prevent it": the second half is a question of its own. */
const HALVES =
  /^((?:what|which|who|whom|whose|how|why|when|where)\b.{3,200}?)(,? and|,) ((?:(?:what|which|who|how|why|when|where)(?: [\p{L}\p{N}'’-]+){0,3} (?:is|are|was|were|do|does|did|can|could|should|would|will|has|have)\b.{3,200}|how (?:much|many|long|often)\b.{0,200}))$/iu;

/** "When I know Java, which framework …": nothing is asked before the comma; */
const CONDITION =
  /^(?:when|where|how|why|whenever|wherever)(?! (?:much|many|long|often|hard|easy|is|are|was|were|do|does|did|can|could|should|would|will|has|have|(?:is|are|do|does|did|ca|wo)n['’]?t)\b)/iu;
/** "how do I decide, which …", "what do you think, how …", "what matters more, how …": and here what is asked stands behind it. */
const OPEN =
  /\b(?:decide|decides|know|knows|think|thinks|say|says|tell|tells|wonder|guess|believe|see|understand|find out|figure out|choose|matters?(?: more| most)?|better|worse)$/iu;

/** Whether both halves of a question begin with the same word. */
export function asksTwice(text: string): boolean {
  const [first, second] = halvesOf(text).map((half) => half.text.split(" ", 1)[0]?.toLowerCase());
  return first !== undefined && first === second;
}

/** "X and Y?" may be answered by half; of "X, Y?" the reader would not see which. */
export function mayAnswerHalf(text: string): boolean {
  return HALVES.exec(text)?.[2] !== ",";
}

/** The two questions of one sentence, the second leaning on the first; none where it is one question. */
export function halvesOf(text: string): readonly Part[] {
  const [, first, joint, second] = HALVES.exec(text) ?? [];
  if (first === undefined || second === undefined) return [];
  if (joint === "," && (CONDITION.test(first) || OPEN.test(first))) return [];
  return [
    { text: first, context: "", isTold: true },
    { text: second, context: first, isTold: false },
  ];
}
