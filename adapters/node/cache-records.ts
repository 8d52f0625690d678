import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { hash } from "node:crypto";
import { deserialize, serialize } from "node:v8";

/*
 * A file of records: each its length (4 bytes), the SHA-256 of its bytes, and the bytes, as V8 writes structured clones. The
 * last one is empty, so that a file that was cut off is known for what it is.
 */

const LENGTH_BYTES = 4;
const DIGEST_BYTES = 32;

/** Writes a new file, for nobody's eyes but its owner's. Throws what the file system throws, such as where it exists. */
export function writeRecords(path: string, values: Iterable<unknown>): void {
  const file = openSync(path, "wx", 0o600);
  try {
    for (const value of values) writeRecord(file, serialize(value));
    writeRecord(file, Buffer.alloc(0));
  } finally {
    closeSync(file);
  }
}

/** The values again. Throws where the file is missing, cut off or not what was written. */
export function readRecords(path: string): unknown[] {
  const file = openSync(path, "r");
  try {
    const values: unknown[] = [];
    let left = fstatSync(file).size;
    for (;;) {
      const length = readBytes(file, LENGTH_BYTES).readUInt32LE();
      const expected = readBytes(file, DIGEST_BYTES);
      left -= LENGTH_BYTES + DIGEST_BYTES + length;
      if (left < 0) throw new Error("The file is cut off");
      // A room of its own for each: numbers are read where they lie, and keep the room they lie in.
      const bytes = readBytes(file, length);
      if (!hash("sha256", bytes, "buffer").equals(expected)) throw new Error("The file is damaged");
      if (length === 0) return values;
      values.push(deserialize(bytes));
    }
  } finally {
    closeSync(file);
  }
}

function writeRecord(file: number, bytes: Buffer): void {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(bytes.length);
  for (const part of [length, hash("sha256", bytes, "buffer"), bytes]) {
    for (let at = 0; at < part.length;) at += writeSync(file, part, at);
  }
}

function readBytes(file: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let at = 0; at < length;) {
    const read = readSync(file, bytes, at, length - at, null);
    if (read === 0) throw new Error("The file is cut off");
    at += read;
  }
  return bytes;
}
