import type { Assistant, Page } from "../../src/index.ts";
import { percentile } from "./percentile.ts";

/** Every so many questions is the one whose answer changes with each version. */
const MARKED_EVERY = 5;
const MARKED_QUESTION = "Which edition of the reload handbook is this?";

export function markedPage(edition: number): string {
  return `---\nquestions:\n  - ${MARKED_QUESTION}\n---\n# Reload handbook\n\nThis edition of the reload handbook is edition${edition}.\n`;
}

export interface LoadFigures {
  readonly asked: number;
  readonly found: number;
  readonly errors: number;
  /** Answers whose words are not those of the version they name. */
  readonly mixed: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

export interface QuestionLoad {
  /** Says which edition a version holds. */
  know(version: string, edition: number): void;
  take(): LoadFigures;
  /** Resolves when the last answer is there. */
  stop(): Promise<void>;
}

/**
 * Asks at a steady rate, whether answers come or not; an answer's time counts from when its question was due, so that a
 * stalled loop does not hide what it delays.
 */
export function startLoad(
  assistant: Pick<Assistant, "ask">,
  questions: readonly string[],
  perSecond: number,
): QuestionLoad {
  const editions = new Map<string, number>();
  const pending = new Set<Promise<void>>();
  let times: number[] = [];
  let found = 0;
  let errors = 0;
  let number = 0;
  /** Version and words of the marked question's answers; editions are known only after the reload. */
  let marked: { readonly version: string; readonly words: string }[] = [];
  const begun = performance.now();

  async function ask(text: string, due: number): Promise<void> {
    try {
      const answer = await assistant.ask({ text, asker: { id: "bench:1", labels: [] } });
      times.push(performance.now() - due);
      if (answer.kind !== "found") return;
      found += 1;
      if (text !== MARKED_QUESTION) return;
      const words = answer.citations.map(({ passage }) => passage.text).join("\n");
      marked.push({ version: answer.version, words });
    } catch (error) {
      errors += 1;
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }

  const timer = setInterval(() => {
    for (; begun + (number * 1_000) / perSecond <= performance.now(); number++) {
      const ordinary = questions[number % questions.length] ?? MARKED_QUESTION;
      const text = number % MARKED_EVERY === 0 ? MARKED_QUESTION : ordinary;
      const asked = ask(text, begun + (number * 1_000) / perSecond);
      pending.add(asked);
      void asked.then(() => pending.delete(asked));
    }
  }, 1);

  return {
    know: (version, edition) => void editions.set(version, edition),
    take() {
      const sorted = times.sort((a, b) => a - b);
      const mixed = marked.filter(
        ({ version, words }) => !words.includes(`edition${editions.get(version) ?? "?"}.`),
      );
      const figures = {
        asked: sorted.length + errors,
        found,
        errors,
        mixed: mixed.length,
        p50: percentile(sorted, 0.5),
        p99: percentile(sorted, 0.99),
        most: sorted.at(-1) ?? 0,
      };
      times = [];
      marked = [];
      found = 0;
      errors = 0;
      return figures;
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(pending);
    },
  };
}

/** One question for each of some pages, spread evenly over them: their titles, as people type them. */
export function questionsOf(pages: readonly Pick<Page, "markdown">[], count: number): string[] {
  const step = Math.max(1, Math.floor(pages.length / count));
  return pages
    .filter((_, index) => index % step === 0)
    .flatMap(({ markdown }) => /^#{1,2} +(.+)$/m.exec(markdown)?.[1] ?? [])
    .map((title) => `What is ${title.replace(/[`*_#]/g, "")}?`)
    .filter((question) => question.length < 120);
}
