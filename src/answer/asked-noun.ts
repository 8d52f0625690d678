import type { Slots } from "../search/slots.ts";
import { contentStems } from "../search/terms.ts";
import type { Vocabulary } from "../search/vocabulary.ts";

/** "Which monitoring *tools* are used", "kinds of *tests*": what stands behind these words is asked for. */
const ASKED =
  /\b(?:which|what(?! (?:is|are|was|were|do|does|did|can|could|should|would|will|has|have)\b)|(?:kinds|types|sorts|examples|list) of)((?: [\p{L}\p{N}.+#/'-]+){1,6})/iu;
/** Where the words that belong to it end. */
const END =
  / (?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|to|for|in|on|at|of|with|by|that|which|what|used?|exist)\b.*$/iu;
const PLURAL = /[\p{L}\p{N}-]{3,}(?<![sui])s\b/iu;
const READ = 400;

/** The nouns of which several are asked for: the first plural of the question, and the one behind "which" or "kinds of". */
export function askedNouns(question: string): readonly string[] {
  const text = question.slice(0, READ).replaceAll(/\s+/gu, " ");
  const asked = ASKED.exec(text)?.[1]?.replace(END, "");
  const behind = asked === undefined ? undefined : (PLURAL.exec(asked)?.[0] ?? lastWord(asked));
  const first = PLURAL.exec(text)?.[0];
  return [...new Set([first, behind])].filter((noun) => noun !== undefined);
}

function lastWord(text: string): string | undefined {
  return text.split(" ").at(-1);
}

/** Tells whether a text names what several are asked of, in the question's words or others that stand for them. */
export function namesAsked(slots: Slots, vocabulary: Vocabulary): (text: string) => boolean {
  const stems = new Set(contentStems(askedNouns(slots.query.text).join(" ")));
  const asked = new Set(
    slots.query.content.flatMap(({ stem }, slot) => (stems.has(stem) ? [slot + 1] : [])),
  );
  return (text) => vocabulary.contentIds(text).some((id) => asked.has(slots.slotOf[id] ?? 0));
}
