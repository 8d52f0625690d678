import { plainText } from "../plain-text.ts";
import type { Block, Passage } from "../types.ts";
import { ownText } from "./own-text.ts";
import { packBlocks, unpackBlocks } from "./packed-blocks.ts";

/** Bodies that stay unpacked: more than a few answers look into, and few enough to weigh nothing. */
const UNPACKED = 256;
const unpacked = new Map<string, readonly Block[]>();

function unpack(packed: string): readonly Block[] {
  const known = unpacked.get(packed);
  if (known !== undefined) return known;
  const body = unpackBlocks(packed);
  const oldest = unpacked.size >= UNPACKED ? unpacked.keys().next().value : undefined;
  if (oldest !== undefined) unpacked.delete(oldest);
  unpacked.set(packed, body);
  return body;
}

/** A passage whose body is one string: data only, and a fraction of the weight. */
export interface PackedPassage extends Omit<Passage, "body" | "text"> {
  readonly packed: string;
}

const PACKED = Symbol("packed body");

/**
 * The same two getters for every passage of the process: V8 then gives all passages one shape. With getters of their own,
 * or of their snapshot's, each would be a table of names by itself and weigh half a kilobyte more.
 */
const MEMBERS: PropertyDescriptorMap & ThisType<{ readonly [PACKED]: string }> = {
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

/**
 * Packs passages: a body is kept as one string and read again when somebody looks into it (some microseconds). As trees of
 * blocks the bodies of a hundred thousand sections take half a gigabyte and make every collection of garbage walk
 * them. Fastest where the passages of a page follow one another.
 */
export function createPacker(): (passage: Passage) => PackedPassage {
  const ownTextsOf = createOwnTexts();
  return ({ id, page, lines, headings, audience, url, owner, reviewed, body }) => {
    const own = ownTextsOf(page);
    return {
      id,
      page,
      lines,
      headings: own.all(headings),
      audience: own.all(audience),
      ...(url !== undefined && { url: own.one(url) }),
      ...(owner !== undefined && { owner: own.one(owner) }),
      ...(reviewed !== undefined && { reviewed: own.one(reviewed) }),
      packed: packBlocks(body),
    };
  };
}

/** The passage again. `body` and `text` are plain, enumerable members, so that copies and clones have them. */
export function passageOf(packed: PackedPassage): Passage {
  const { id, page, lines, headings, audience, url, owner, reviewed } = packed;
  const passage: Writable<Omit<Passage, "body" | "text">> = { id, page, lines, headings, audience };
  if (url !== undefined) passage.url = url;
  if (owner !== undefined) passage.owner = owner;
  if (reviewed !== undefined) passage.reviewed = reviewed;
  Object.defineProperty(passage, PACKED, { value: packed.packed });
  return Object.defineProperties(passage, MEMBERS) as Passage;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

interface OwnTexts {
  one(text: string): string;
  all<List extends readonly string[]>(texts: List): List;
}

/** Own texts and lists of them, one and the same for all passages of a page that had one and the same. */
function createOwnTexts(): (page: string) => OwnTexts {
  const texts = new Map<string, string>();
  const lists = new Map<readonly string[], readonly string[]>();
  let present: string | undefined;

  function one(text: string): string {
    const own = texts.get(text) ?? ownText(text);
    texts.set(own, own);
    return own;
  }
  function all<List extends readonly string[]>(list: List): List {
    const own = lists.get(list) ?? list.map(one);
    lists.set(list, own);
    return own as List;
  }

  return (page) => {
    if (page !== present) {
      texts.clear();
      lists.clear();
    }
    present = page;
    return { one, all };
  };
}
