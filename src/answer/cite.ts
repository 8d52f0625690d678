import type { Slots } from "../search/slots.ts";
import { eachWord } from "../search/terms.ts";
import type { Term } from "../search/terms.ts";
import type { Vocabulary } from "../search/vocabulary.ts";
import type { Block, Citation, Passage, Snippet } from "../types.ts";
import { span } from "./excerpt.ts";

/** A citation of the shown blocks of a passage; the snippet is the answering sentence with the question's words marked. */
export function cite(
  passage: Passage,
  body: readonly Block[],
  sentence: string,
  slots: Slots,
  vocabulary: Vocabulary,
): Citation {
  return {
    passage,
    lines: span(
      body.map((block) => block.lines),
      passage.lines,
    ),
    snippet: snippet(sentence, slots, vocabulary),
  };
}

const SNIPPET_LENGTH = 300;

/** The sentence, cut after a word where it is very long, with offsets of the words that matched. */
function snippet(sentence: string, slots: Slots, vocabulary: Vocabulary): Snippet {
  const text = shorten(sentence);
  const marks: (readonly [number, number])[] = [];
  const isAsked = ({ stem }: Term): boolean => (slots.slotOf[vocabulary.idOf(stem)] ?? 0) > 0;
  eachWord(text, (terms, start, end) => {
    if (terms.some(isAsked)) marks.push([start, end]);
  });
  return { text, marks };
}

function shorten(text: string): string {
  if (text.length <= SNIPPET_LENGTH) return text;
  const cut = text.lastIndexOf(" ", SNIPPET_LENGTH);
  return text.slice(0, cut > SNIPPET_LENGTH / 2 ? cut : SNIPPET_LENGTH).toWellFormed();
}
