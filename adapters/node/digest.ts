import { hash } from "node:crypto";

const encoder = new TextEncoder();
/** Enough for most pages; it grows to the largest text of this thread, and stays. */
let room = new Uint8Array(65_536);

/**
 * SHA-256 of a text's UTF-8, as hexadecimal. Encoded here, in a room that is used again: a text that is handed to OpenSSL is
 * first copied to memory of three times its length, and ten thousand such copies of all sizes leave the C library's memory
 * in pieces that it keeps.
 */
export function digest(text: string): string {
  let { read, written } = encoder.encodeInto(text, room);
  if (read < text.length) {
    // No UTF-16 unit needs more than three bytes.
    room = new Uint8Array(3 * text.length);
    ({ read, written } = encoder.encodeInto(text, room));
  }
  return hash("sha256", room.subarray(0, written), "hex");
}
