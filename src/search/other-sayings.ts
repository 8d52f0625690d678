import type { QuestionWords } from "./question-words.ts";
import type { Synonyms } from "./synonyms.ts";
import { stemOf } from "./terms.ts";

/** Shorter words are written together by chance: "no de". */
const SHORTEST_WHOLE = 6;

/** Per stem of the question, what says the same in the knowledge, each with how much of it. */
type Sayings = ReadonlyMap<string, ReadonlyMap<number, number>>;

/**
 * The stems of declared synonyms, where a word of a phrase of three says a third. Words that a phrase shares with what it stands
 * for ("Apache Cassandra" for "Cassandra") say nothing new.
 */
export function otherSayings(
  words: QuestionWords,
  knownId: (stem: string) => number,
  synonyms: Synonyms,
): Sayings {
  const others = new Map<string, Map<number, number>>();
  const note = (stems: readonly string[], other: string, share: number): void => {
    const id = knownId(other);
    if (id < 0) return;
    for (const stem of stems) {
      const known = others.get(stem) ?? new Map<number, number>();
      others.set(stem, known.set(id, Math.max(share, known.get(id) ?? 0)));
    }
  };
  const stems = spoken(words);
  for (const at of stems.keys()) {
    for (const { said, others: sayings } of synonyms.at(stems, at)) {
      for (const other of sayings) {
        if (other.stems.some((one) => said.stems.includes(one))) continue;
        const share = (said.sure * other.sure) / other.stems.length;
        for (const one of other.stems) note(said.stems, one, share);
      }
    }
  }
  return others;
}

/** The word that a stem is half of where the knowledge writes it and the next as one ("git hub"). */
export function writtenAsOne(words: QuestionWords, knownId: (stem: string) => number): Sayings {
  const wholes = new Map<string, Map<number, number>>();
  const stems = spoken(words);
  for (const [at, stem] of stems.entries()) {
    const next = stems[at + 1] ?? "";
    const whole = `${words.content.get(stem) ?? ""}${words.content.get(next) ?? ""}`.toLowerCase();
    const id = next === "" || whole.length < SHORTEST_WHOLE ? -1 : knownId(stemOf(whole));
    if (id < 0) continue;
    for (const half of [stem, next]) {
      const known = wholes.get(half) ?? new Map<number, number>();
      wholes.set(half, known.set(id, 1));
    }
  }
  return wholes;
}

/** The content stems as they were said, one after the other: "front end, back end" is two phrases with one word in common. */
function spoken({ content, own, sequence }: QuestionWords): readonly string[] {
  return [...sequence.filter((stem) => content.has(stem)), ...[...content.keys()].slice(own)];
}
