/** What is still to be written down about answers that are on their way: who presses a button below one may be quicker. */
export interface PendingNotes {
  /** The notes of an answer, to be written once, whoever asks for that first. */
  add(answer: string, write: () => Promise<void>): () => Promise<void>;
  /** Writes them now, where they are not written yet. */
  settle(answer: string): Promise<void>;
}

/** More answers are not on their way at once; those that nobody was told, and so never written, leave the same way. */
const MOST = 2_000;

interface Note {
  readonly answer: string;
  readonly once: () => Promise<void>;
}

export function createPendingNotes(): PendingNotes {
  // Looked through where a button is pressed, which is seldom: to file each under its answer's id would cost every question.
  const pending = new Set<Note>();
  return {
    add(answer, write) {
      let written: Promise<void> | undefined;
      const writeDown = async (): Promise<void> => {
        try {
          await write();
        } finally {
          pending.delete(note);
        }
      };
      const once = (): Promise<void> => {
        written ??= writeDown();
        return written;
      };
      if (pending.size >= MOST) {
        const [oldest] = pending;
        if (oldest !== undefined) pending.delete(oldest);
      }
      const note: Note = { answer, once };
      pending.add(note);
      return once;
    },
    async settle(answer) {
      for (const note of pending) if (note.answer === answer) await note.once();
    },
  };
}
