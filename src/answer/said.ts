import type { Slots } from "../search/slots.ts";
import { wordsOf } from "../search/terms.ts";
import type { Vocabulary } from "../search/vocabulary.ts";

/** What a short text says of the question. */
export interface Said {
  /** The question's content words that it says, by their numbers. */
  readonly words: ReadonlySet<number>;
  /** How many other content words it has. */
  readonly others: number;
  /** Whether its first content word is one of the question's: "Queue of messages", but not "Message queue". */
  readonly first: boolean;
}

/** From this share on, a word is said: itself, a slip put right, a synonym with all its parts. */
const SAID = 0.85;

/** Which words of the question a short text says. The parts of a synonym count together: "entry-level" says "junior". */
export function said(slots: Slots, vocabulary: Vocabulary, text: string): Said {
  const { slotOf, weightOf, alsoOf } = slots;
  const shares = new Map<number, number>();
  const seen = new Set<number>();
  const ofWord: number[][] = [];
  for (const { terms } of wordsOf(text)) {
    const ids = terms
      .filter(({ role }) => role === "content")
      .map(({ stem }) => vocabulary.idOf(stem));
    if (ids.length === 0) continue;
    const asked = ids.filter((id) => (slotOf[id] ?? 0) > 0);
    const slotsOf = (id: number): number[] => [(slotOf[id] ?? 0) - 1, ...(alsoOf.get(id) ?? [])];
    ofWord.push(asked.flatMap(slotsOf));
    for (const id of asked.filter((one) => !seen.has(one))) {
      seen.add(id);
      for (const slot of slotsOf(id)) {
        shares.set(slot, (shares.get(slot) ?? 0) + (weightOf[id] ?? 0));
      }
    }
  }
  const words = new Set([...shares].flatMap(([slot, share]) => (share >= SAID ? [slot] : [])));
  const isSaid = ofWord.map((asked) => asked.some((slot) => words.has(slot)));
  return { words, others: isSaid.filter((one) => !one).length, first: isSaid[0] ?? false };
}

/** Whether all of these words are said. */
export function saysAll({ words }: Pick<Said, "words">, wanted: readonly number[]): boolean {
  return wanted.every((slot) => words.has(slot));
}
