import { PassThrough, Readable, Writable } from "node:stream";

/** A stream that keeps what is written to it, and may pass for a terminal. */
export interface Paper extends Writable {
  readonly text: string;
  isTTY?: boolean;
  columns?: number;
  rows?: number;
}

export function createPaper(
  terminal: { isTTY?: boolean; columns?: number; rows?: number } = {},
): Paper {
  let text = "";
  const stream = new Writable({
    write(piece: Buffer, _encoding, done) {
      text += piece.toString();
      done();
    },
  });
  Object.defineProperty(stream, "text", { get: () => text });
  return Object.assign(stream, terminal) as Paper;
}

/** A standard input that is no terminal. */
export function createInput(text: string): Readable & { isTTY?: boolean } {
  return Readable.from(text === "" ? [] : [Buffer.from(text)]);
}

/** A keyboard: what is typed arrives at once. */
export function createKeyboard(): PassThrough & { isTTY?: boolean } {
  return Object.assign(new PassThrough(), { isTTY: true });
}
