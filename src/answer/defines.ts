import type { Slots } from "../search/slots.ts";
import type { Vocabulary } from "../search/vocabulary.ts";

/** `X is a …`, `X (Y) means …`, `X refers to …`: the subject, then a verb that defines. */
const DEFINITION =
  /^(?:an? |the )?(.{1,100}?)\s+(?:(?:is|are|was|were) (?:an? |the |any |one of |part of |when |how |where )|means?\b|refers? to\b|stands? for\b|describes\b|defines\b)/iu;

/** Whether a sentence says what the question's subject is: its subject is made of the question's words. */
export function defines(slots: Slots, vocabulary: Vocabulary, sentence: string): boolean {
  const subject = DEFINITION.exec(sentence.slice(0, 200))?.[1];
  if (subject === undefined) return false;
  const ids = vocabulary.contentIds(subject);
  const asked = new Set(ids.map((id) => slots.slotOf[id] ?? 0).filter((slot) => slot > 0));
  const inQuestion = ids.filter((id) => (slots.slotOf[id] ?? 0) > 0).length;
  return (
    asked.size > 0 && asked.size * 2 >= slots.query.content.length && inQuestion * 2 >= ids.length
  );
}
