import { promisify } from "node:util";
import { gunzipSync, gzip } from "node:zlib";
import { DocentError } from "../../src/errors.ts";
import type { Pages } from "../../src/index.ts";
import { sharedRoom } from "./shared-room.ts";

/** Pages do not get much smaller by trying harder, and a reload waits for it. */
const LEVEL = 1;
/** In bytes: so much is compressed by itself. */
const PIECE = 1_048_576;
/** Pages become a fourth as long: a piece is then compressed in one go, while the thread that wants it builds. */
const USUAL_MEMBER = PIECE / 3;
/** In UTF-16 units. A longer text costs JSON a heap of its own, of another size for each page. */
const STRETCH = 8_192;
/** Far more than can be indexed; a file that was tampered with does not fill the memory. */
const LARGEST = 1_000_000_000;

const compress = promisify(gzip);

/**
 * All pages as gzipped JSON: what a version is kept as, and what `zcat` shows. The whole of it never stands anywhere as one
 * text, which would be as large as all pages again, and again as bytes: it is written piece by piece, each of which is a
 * member of the file (RFC 1952, 2.2), compressed by other threads while this one goes on.
 */
export async function packPages({ pages, ...rest }: Pages): Promise<Uint8Array> {
  const pieces = piecesOf(function* () {
    yield '{"pages":[';
    for (const [index, { markdown, ...about }] of pages.entries()) {
      yield `${index === 0 ? "" : ","}${JSON.stringify(about).slice(0, -1)},"markdown":"`;
      for (let at = 0; at < markdown.length; at += STRETCH) {
        yield JSON.stringify(markdown.slice(at, at + STRETCH)).slice(1, -1);
      }
      yield '"}';
    }
    yield `],${JSON.stringify(rest).slice(1)}`;
  });
  const members = await Promise.all(pieces);
  const packed = sharedRoom(members.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const member of members) {
    packed.set(member, at);
    at += member.length;
  }
  return packed;
}

function piecesOf(texts: () => Iterable<string>): readonly Promise<Uint8Array>[] {
  const encoder = new TextEncoder();
  const pieces: Promise<Uint8Array>[] = [];
  let room = new ArrayBuffer(PIECE, { maxByteLength: PIECE });
  let filled = 0;
  for (const text of texts()) {
    for (let rest = text; rest !== "";) {
      const { read, written } = encoder.encodeInto(rest, new Uint8Array(room, filled));
      filled += written;
      rest = rest.slice(read);
      if (rest === "") break;
      pieces.push(compressed(room, filled));
      room = new ArrayBuffer(PIECE, { maxByteLength: PIECE });
      filled = 0;
    }
  }
  return [...pieces, compressed(room, filled)];
}

/** Gives the room back to the system at once, not when V8 gets round to it. */
async function compressed(room: ArrayBuffer, filled: number): Promise<Uint8Array> {
  const member = await compress(new Uint8Array(room, 0, filled), {
    level: LEVEL,
    chunkSize: USUAL_MEMBER,
  });
  room.resize(0);
  return member;
}

/** Rejects what was cut off or changed on its way; whether it is the version it should be shows when it is built. */
export function unpackPages(packed: Uint8Array): Pages {
  try {
    const json = gunzipSync(packed, { maxOutputLength: LARGEST }).toString("utf8");
    const pages = JSON.parse(json) as Pages | null;
    if (!Array.isArray(pages?.pages) || !Array.isArray(pages.problems)) {
      throw new Error("it holds no pages");
    }
    return pages;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DocentError("knowledge-unreadable", `A kept version is damaged: ${reason}`, {
      remedy: "Reload from the source, or go back to another version.",
      cause: error,
    });
  }
}
