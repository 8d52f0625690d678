import type { Writable } from "node:stream";

/** Writes as fast as the reader reads, and knows when there is none any more. */
export interface Writer {
  /** Resolves once the stream takes more. Rejects where writing failed; a reader that left is no failure. */
  write(text: string): Promise<void>;
  /** The reader has left (`| head -1`): whatever is written now goes nowhere. */
  readonly closed: boolean;
}

const GONE = new Set(["EPIPE", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"]);

/** One writer a stream: it takes up the stream's errors for as long as the process lives. */
export function createWriter(stream: Writable): Writer {
  let closed = false;
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  const settle = (): void => {
    wake?.();
    wake = undefined;
  };
  stream.on("drain", settle);
  stream.on("close", () => {
    closed = true;
    settle();
  });
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (GONE.has(error.code ?? "")) closed = true;
    else failure = error;
    settle();
  });
  return {
    async write(text) {
      if (failure !== undefined) throw failure;
      if (closed || stream.write(text)) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (failure !== undefined) throw failure;
    },
    get closed() {
      return closed;
    },
  };
}
