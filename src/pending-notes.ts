/** What is still to be written down about answers that are on their way: who presses a button below one may be quicker. */
export interface PendingNotes {
  /** The notes of an answer, to be written once, whoever asks for that first. */
  add(answer: string, write: () => Promise<void>): () => Promise<void>;
  /** Writes them now, where they are not written yet. */
  settle(answer: string): Promise<void>;
}

/** More answers are not on their way at once; those that nobody was told, and so never written, leave the same way. */
const MOST = 2_000;

export function createPendingNotes(): PendingNotes {
  const pending = new Map<string, () => Promise<void>>();
  return {
    add(answer, write) {
      let written: Promise<void> | undefined;
      const writeDown = async (): Promise<void> => {
        try {
          await write();
        } finally {
          pending.delete(answer);
        }
      };
      const once = (): Promise<void> => {
        written ??= writeDown();
        return written;
      };
      if (pending.size >= MOST) {
        const [oldest = ""] = pending.keys();
        pending.delete(oldest);
      }
      pending.set(answer, once);
      return once;
    },
    settle: async (answer) => pending.get(answer)?.(),
  };
}
