import { plainText } from "../plain-text.ts";
import type { Block, Passage } from "../types.ts";

/** Bodies that stay unpacked: more than a few answers look into, and few enough to weigh nothing. */
const UNPACKED = 256;

/**
 * Packs passages: a body is kept as one string and read again when somebody looks into it (some microseconds). As trees of
 * blocks the bodies of a hundred thousand sections take half a gigabyte and make every collection of garbage walk
 * them. `body` and `text` stay plain, enumerable members, so that copies and clones have them as before.
 */
export function createPacker(): (passage: Passage) => Passage {
  const unpacked = new Map<string, readonly Block[]>();

  function unpack(packed: string): readonly Block[] {
    const known = unpacked.get(packed);
    if (known !== undefined) return known;
    // Our own string: it was written two lines from here and never left the process.
    const body = JSON.parse(packed) as readonly Block[];
    const oldest = unpacked.size >= UNPACKED ? unpacked.keys().next().value : undefined;
    if (oldest !== undefined) unpacked.delete(oldest);
    unpacked.set(packed, body);
    return body;
  }

  return (passage) => {
    const packed = JSON.stringify(passage.body);
    // A copy of its own: a part of a string keeps the whole page in memory.
    const rest = JSON.parse(
      JSON.stringify({ ...passage, body: undefined, text: undefined }),
    ) as Omit<Passage, "body" | "text">;
    return {
      ...rest,
      get body() {
        return unpack(packed);
      },
      get text() {
        return plainText(unpack(packed));
      },
    };
  };
}
