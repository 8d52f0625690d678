/** What one caller may take of the server; all numbers are ours. */
export const LIMITS = {
  /** Bytes of a request's body. */
  body: 64 * 1024,
  /** Bytes of a request's line and headers: the longest question, percent-encoded, with room for the rest. */
  headers: 48 * 1024,
  /** Open connections; more are refused by the kernel's side of the socket. */
  connections: 1_024,
  /** Suggestions below the question. */
  suggestions: 8,
  /** Questions to start with. */
  pinned: 6,
  /** Characters of "what was missing?". */
  note: 500,
  /** Characters of a conversation's name. */
  conversation: 64,
} as const;

/** Milliseconds. */
export const TIMES = {
  /** Until a request's headers must be there. */
  headers: 10_000,
  /** Until the whole request must be there. */
  request: 15_000,
  /** How long an idle connection is kept. */
  keepAlive: 5_000,
  /** How often connections are looked at for the two above. */
  sweep: 1_000,
  /** For finding out why an answer was given. */
  explain: 10_000,
  /** How long requests may take to end when the server stops. */
  drain: 10_000,
};

/** So many requests in so many seconds, counted from the first. */
export interface Rate {
  readonly points: number;
  readonly seconds: number;
}

/** What is counted: questions, everything else that is read, and wrong tokens. */
export interface Rates {
  readonly ask: Rate;
  readonly read: Rate;
  readonly refused: Rate;
}

/** Per token, or per address where no tokens are configured. Typing asks for suggestions several times a second. */
export const RATES: Rates = {
  ask: { points: 120, seconds: 60 },
  read: { points: 1_200, seconds: 60 },
  refused: { points: 20, seconds: 60 },
};
