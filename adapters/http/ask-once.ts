import type { Answer, Asker, Notice } from "../../src/index.ts";
import type { WebParts } from "./web-parts.ts";

/** How a question ended for whoever waits for it. */
export type Asked =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "notice"; readonly notice: Notice };

export interface AskOnce {
  readonly text: string;
  readonly asker: Asker;
  readonly trace: string;
  /** What follow-ups belong together; a name of the caller's own. */
  readonly conversation?: string | undefined;
}

/**
 * Brings a question through the one door and waits for what comes back through it. The rates here are the web's own, so
 * the door's (which are a person's in a chat) do not count again.
 */
export async function askOnce(services: WebParts, ask: AskOnce): Promise<Asked> {
  const { promise, resolve } = Promise.withResolvers<Asked>();
  const delivered = services.receive({
    // Nobody sends it again by itself: who hears nothing has lost the connection, and knows it.
    ids: [],
    query: {
      text: ask.text,
      asker: ask.asker,
      ...(ask.conversation !== undefined && {
        conversation: `${ask.asker.id}:${ask.conversation}`,
      }),
    },
    trace: ask.trace,
    unlimited: true,
    reply: (answer) => resolve({ kind: "answer", answer }),
    apologise: async (notice) => {
      // "It takes a while" is followed by the answer, and this caller waits anyway.
      if (notice.kind !== "busy") resolve({ kind: "notice", notice });
    },
  });
  void delivered.then((delivery) =>
    // Too late where something came back; otherwise the door turned the question away without a word.
    resolve({
      kind: "notice",
      notice:
        delivery === "busy"
          ? { kind: "limited", retryInMs: 60_000 }
          : { kind: "broken", id: ask.trace },
    }),
  );
  return promise;
}
