/** Answers that are on their way, or of which something is still being written down. */
export interface BeingNoted {
  /** Until what it gives is called. */
  begin(answer: string): () => void;
  /** Resolves when all of an answer is written down; at once for any other. */
  ended(answer: string): Promise<void>;
}

export function createBeingNoted(): BeingNoted {
  const noted = new Map<string, Promise<void>>();
  return {
    begin(answer) {
      const { promise, resolve } = Promise.withResolvers<void>();
      noted.set(answer, promise);
      return () => {
        noted.delete(answer);
        resolve();
      };
    },
    ended: async (answer) => noted.get(answer),
  };
}
