import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createWriter } from "../../../adapters/console/writer.ts";
import { settle } from "../../fakes/clock.ts";

/** A stream that takes one piece and holds everything else back until it is released. */
function slowStream(): { stream: Writable; taken: string[]; release: (error?: Error) => void } {
  const taken: string[] = [];
  let release: (error?: Error) => void = () => undefined;
  const stream = new Writable({
    highWaterMark: 1,
    write(piece: Buffer, _encoding, done) {
      taken.push(piece.toString());
      release = done;
    },
  });
  return { stream, taken, release: (error) => release(error) };
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe("writing to a stream", () => {
  it("waits while the reader is slower", async () => {
    const { stream, taken, release } = slowStream();
    const writer = createWriter(stream);
    let written = false;
    const writing = writer.write("one").then(() => (written = true));
    await settle();
    expect([taken, written]).toEqual([["one"], false]);
    release();
    await writing;
    expect(written).toBe(true);
  });

  it.each(["EPIPE", "ERR_STREAM_DESTROYED"])(
    "is quiet when the reader has left: %s",
    async (code) => {
      const { stream, release } = slowStream();
      const writer = createWriter(stream);
      const writing = writer.write("one");
      release(failure(code));
      await writing;
      expect(writer.closed).toBe(true);
      await writer.write("two");
    },
  );

  it("fails where the disk is full", async () => {
    const { stream, release } = slowStream();
    const writer = createWriter(stream);
    const writing = writer.write("one");
    release(failure("ENOSPC"));
    await expect(writing).rejects.toThrow("ENOSPC");
    await expect(writer.write("two")).rejects.toThrow("ENOSPC");
  });
});
