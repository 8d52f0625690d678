import type { Corpus } from "../search/corpus.ts";
import type { Knowledge } from "./read-pages.ts";

/** So many entries of a list make a piece: some hundred kilobytes. */
const ENTRIES = 1_000;

type Head = Omit<Knowledge, "passages" | "declared" | "corpus">;
type Piece =
  | Head
  | readonly ["passages", Knowledge["passages"]]
  | readonly ["declared", Knowledge["declared"]]
  | readonly ["corpus", keyof Corpus, Corpus[keyof Corpus]];

/** Knowledge in pieces that are structured-cloneable one by one, so that writing it down takes no second room of its size. */
export function* piecesOf({ passages, declared, corpus, ...head }: Knowledge): Generator<Piece> {
  yield head;
  for (const some of inParts(passages)) yield ["passages", some];
  for (const some of inParts(declared)) yield ["declared", some];
  for (const [name, value] of Object.entries(corpus)) yield ["corpus", name as keyof Corpus, value];
}

/** The knowledge again: `pieces` are those of `piecesOf`, all of them, in their order. */
export function knowledgeOf(pieces: readonly unknown[]): Knowledge {
  const [head, ...rest] = pieces as readonly [Head, ...Exclude<Piece, Head>[]];
  const passages: Knowledge["passages"][number][] = [];
  const declared: Knowledge["declared"][number][] = [];
  const corpus: Record<string, unknown> = {};
  for (const piece of rest) {
    if (piece[0] === "passages") passages.push(...piece[1]);
    else if (piece[0] === "declared") declared.push(...piece[1]);
    else corpus[piece[1]] = piece[2];
  }
  return { ...head, passages, declared, corpus: corpus as unknown as Corpus };
}

function* inParts<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += ENTRIES) yield list.slice(at, at + ENTRIES);
}
