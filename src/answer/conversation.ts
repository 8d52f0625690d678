import { likeliestReadings } from "./reading.ts";
import type { Surely } from "./reading.ts";

type Readings = ReturnType<typeof likeliestReadings>;

/** Readings that are kept: those of the conversations that go on just now. */
const MOST = 500;
/** Longer messages are hardly leant on. */
const LONGEST = 2_000;

/**
 * How a message is read in its conversation: leaning on what the last question before it asked, which leant on the one before
 * that. `previous` are the messages before it, latest last; `reader` stands for what the asker may read.
 */
export type ReadInConversation = (
  text: string,
  previous: readonly string[],
  reader: string,
  sure: Surely,
) => Readings;

/** Remembers how messages were read, as they are read again with each that follows. For one snapshot, which never changes. */
export function createReading(): ReadInConversation {
  const known = new Map<string, Readings>();
  return (text, previous, reader, sure) => {
    const read = (message: string, before: string | undefined): Readings => {
      if (message.length + (before ?? "").length > LONGEST)
        return likeliestReadings(message, before, sure);
      const key = JSON.stringify([message, before, reader]);
      const readings = known.get(key) ?? likeliestReadings(message, before, sure);
      // The latest stay.
      known.delete(key);
      known.set(key, readings);
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      return readings;
    };
    const meant = previous.reduce<string | undefined>(
      (before, message) => read(message, before).at(-1)?.meant,
      undefined,
    );
    return previous.length === 0 ? likeliestReadings(text, undefined, sure) : read(text, meant);
  };
}
