import { plainText } from "../plain-text.ts";
import type { Block, Passage } from "../types.ts";
import { packBlocks, unpackBlocks } from "./packed-blocks.ts";

/** Bodies that stay unpacked: more than a few answers look into, and few enough to weigh nothing. */
const UNPACKED = 256;

const PACKED = Symbol("packed body");

/**
 * Packs passages: a body is kept as one string and read again when somebody looks into it (some microseconds). As trees of
 * blocks the bodies of a hundred thousand sections take half a gigabyte and make every collection of garbage walk
 * them. `body` and `text` stay plain, enumerable members, so that copies and clones have them as before. Fastest where the
 * passages of a page follow one another.
 */
export function createPacker(): (passage: Passage) => Passage {
  const unpacked = new Map<string, readonly Block[]>();
  const detached = createDetached();

  function unpack(packed: string): readonly Block[] {
    const known = unpacked.get(packed);
    if (known !== undefined) return known;
    const body = unpackBlocks(packed);
    const oldest = unpacked.size >= UNPACKED ? unpacked.keys().next().value : undefined;
    if (oldest !== undefined) unpacked.delete(oldest);
    unpacked.set(packed, body);
    return body;
  }

  // One getter for all: with getters of its own, a passage weighs a kilobyte more.
  const members: PropertyDescriptorMap & ThisType<{ readonly [PACKED]: string }> = {
    body: {
      enumerable: true,
      get() {
        return unpack(this[PACKED]);
      },
    },
    text: {
      enumerable: true,
      get() {
        return plainText(unpack(this[PACKED]));
      },
    },
  };

  return ({ body, text: _made, ...plain }) => {
    const passage = detached(plain, plain.page);
    Object.defineProperty(passage, PACKED, { value: packBlocks(body) });
    return Object.defineProperties(passage, members) as Passage;
  };
}

type Plain = string | number | readonly Plain[];

/**
 * Copies members whose texts are copies of their own, and one and the same within a page: a part of a string keeps the
 * whole page in memory.
 */
function createDetached(): <Members extends object>(members: Members, page: string) => Members {
  const copies = new Map<string, string>();
  let present: string | undefined;

  function copy(value: Plain): Plain {
    if (typeof value === "number") return value;
    if (typeof value !== "string") return value.map(copy);
    let own = copies.get(value);
    if (own === undefined) {
      own = JSON.parse(JSON.stringify(value)) as string;
      copies.set(own, own);
    }
    return own;
  }

  return (members, page) => {
    if (page !== present) copies.clear();
    present = page;
    const entries = Object.entries(members).map(([name, value]) => [name, copy(value as Plain)]);
    return Object.fromEntries(entries) as typeof members;
  };
}
