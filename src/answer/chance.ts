import type { Arrays } from "../search/arrays.ts";
import type { QueryTerm } from "../search/query-terms.ts";
import type { Slots } from "../search/slots.ts";

/** What of the question stands around the chosen sentence, in nats of information: a word of one place in a thousand is worth 7. */
export interface Chance {
  /**
   * Information of the words held together, beyond what a corpus of so many sentences yields by accident: below 0 some
   * window would hold as much by chance. The idea is BLAST's expectation value (Karlin, Altschul 1990), words for letters.
   */
  readonly beyond: number;
  /** Information of the words that are not there, by how few passages hold them. */
  readonly missing: number;
}

/** Sentences that a window joins: the chosen one with its neighbours. */
const WINDOW = 3;

/** Weighs a window that holds each content word so surely (0 to 1). */
export function chanceOf(arrays: Arrays, { query }: Slots, held: Float64Array): Chance {
  let found = 0;
  let missing = 0;
  // Where the whole of a name is held, its parts say nothing more; where it is not, it is they that count.
  const said = new Set(
    query.compounds.flatMap(({ parts, whole }) => ((held[whole] ?? 0) > 0 ? parts : [whole])),
  );
  for (const [slot, term] of query.content.entries()) {
    if (said.has(slot)) continue;
    const share = held[slot] ?? 0;
    found +=
      share * information(WINDOW * frequency(term, arrays.sentenceFrequency), arrays.sentences);
    missing +=
      (1 - share) * information(frequency(term, arrays.passageFrequency), arrays.population);
  }
  return { beyond: found - Math.log(Math.max(1, arrays.sentences)), missing };
}

function information(places: number, total: number): number {
  return Math.max(0, -Math.log(Math.min(1, places / Math.max(1, total))));
}

/** In how many places a word or what it surely stands for is; half a place where it is nowhere. */
function frequency(term: QueryTerm, frequencies: Int32Array): number {
  let most = term.id < 0 ? 0.5 : (frequencies[term.id] ?? 0.5);
  for (const { id, why } of term.alternatives) {
    if (why !== "similar" && why !== "everyday") most = Math.max(most, frequencies[id] ?? 0);
  }
  return Math.max(0.5, most);
}
