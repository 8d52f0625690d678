import { createHash } from "node:crypto";
import { englishWords } from "../../adapters/node/english-words.ts";
import { buildSnapshot } from "../../src/building.ts";
import type { Pages, Passage } from "../../src/index.ts";
import type { BuildIndex, Section } from "./engines/engine.ts";
import { flexSearch } from "./engines/flexsearch.ts";
import { lunrIndex } from "./engines/lunr.ts";
import { miniSearch } from "./engines/minisearch.ts";
import { orama } from "./engines/orama.ts";
import { wink } from "./engines/wink.ts";

/** Answers one question; what it gives is thrown away. */
export type Ask = (question: string) => unknown;

/** Everything that is measured, by its name in the table. */
export const SUBJECTS = [
  "Docent",
  "MiniSearch",
  "FlexSearch",
  "Orama",
  "lunr",
  "wink BM25",
] as const;
export type Subject = (typeof SUBJECTS)[number];

const ENGINES: Readonly<Record<Exclude<Subject, "Docent">, BuildIndex>> = {
  MiniSearch: miniSearch,
  FlexSearch: flexSearch,
  Orama: orama,
  lunr: lunrIndex,
  "wink BM25": wink,
};

const LIMIT = 10;

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * What is timed as building. Docent starts from Markdown and ends with an answer cut out of it; the engines start from the very
 * passages, ready as text, and end with ten numbers.
 */
export async function buildSubject(
  subject: Subject,
  pages: Pages,
  passages: readonly Passage[],
): Promise<{ readonly build: () => Promise<Ask> }> {
  if (subject === "Docent") {
    return {
      build: async () => {
        const snapshot = await buildSnapshot(pages, {
          hash: digest,
          isWord: englishWords(),
          now: () => performance.now(),
        });
        const asker = { id: "bench:speed", labels: [] };
        return (text) => snapshot.answer({ text, asker });
      },
    };
  }
  const sections = passages.map(({ headings, text }): Section => ({
    title: headings.join(" "),
    text,
  }));
  return {
    build: async () => {
      const find = await ENGINES[subject](sections);
      return (question) => find(question, LIMIT);
    },
  };
}
