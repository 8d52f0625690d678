import { plainText } from "../plain-text.ts";
import { readQuestionFile } from "../knowledge/question-file.ts";
import type { Pages, Snapshot } from "../ports.ts";
import type { Outcome } from "../types.ts";
import type { OnProgress } from "./draft.ts";
import { placeOf, rivalsOf } from "./rivals.ts";
import { sameWords } from "./same-words.ts";

/** Knowledge as it is at one time. */
export interface Edition {
  readonly source: Pages;
  /** Built from `source`. */
  readonly snapshot: Snapshot;
}

/** What is shown of an answer to compare it with another. */
export interface ShownAnswer {
  readonly page: string;
  readonly line: number;
  readonly heading: string;
  readonly text: string;
}

export interface AnswerChange {
  readonly question: string;
  readonly before?: ShownAnswer;
  readonly after?: ShownAnswer;
}

/** What a change of the knowledge does to what people are told. */
export interface AnswerDiff {
  readonly asked: number;
  /** Answered now and not before. */
  readonly gained: readonly AnswerChange[];
  /** Answered before and not now. */
  readonly lost: readonly AnswerChange[];
  /** Answered in other words, or from another page. */
  readonly changed: readonly AnswerChange[];
  /** Two pages now compete for the answer, and did not before. */
  readonly ambiguous: readonly {
    readonly question: string;
    /** The two places: `page:line`. */
    readonly between: readonly [string, string];
  }[];
}

interface Asking {
  readonly text: string;
  readonly labels: readonly string[];
}

/**
 * Asks two editions the same questions: those that either declares or has in `questions.yaml`, and `questions` that people
 * really asked. Questions that differ in case and punctuation only are asked once.
 */
export async function diffAnswers(
  base: Edition,
  head: Edition,
  questions: readonly string[],
  { onProgress }: { readonly onProgress?: OnProgress } = {},
): Promise<AnswerDiff> {
  const askings = distinct([
    ...(await declaredBy(head)),
    ...(await declaredBy(base)),
    ...questions.map((text) => ({ text, labels: [] })),
  ]);
  const gained: AnswerChange[] = [];
  const lost: AnswerChange[] = [];
  const changed: AnswerChange[] = [];
  const ambiguous: AnswerDiff["ambiguous"][number][] = [];
  for (const [index, { text, labels }] of askings.entries()) {
    const query = { text, asker: { id: "docent:author", labels } };
    const before = shown(await base.snapshot.answer(query));
    const after = shown(await head.snapshot.answer(query));
    if (before === undefined && after !== undefined) gained.push({ question: text, after });
    if (before !== undefined && after === undefined) lost.push({ question: text, before });
    if (before !== undefined && after !== undefined && !alike(before, after)) {
      changed.push({ question: text, before, after });
    }
    const rivals = after === undefined ? undefined : rivalsOf(text, await head.snapshot.why(query));
    if (rivals !== undefined && rivalsOf(text, await base.snapshot.why(query)) === undefined) {
      ambiguous.push({ question: text, between: [placeOf(rivals[0]), placeOf(rivals[1])] });
    }
    onProgress?.(index + 1, askings.length);
  }
  return { asked: askings.length, gained, lost, changed, ambiguous };
}

async function declaredBy({ source, snapshot }: Edition): Promise<readonly Asking[]> {
  const declared = await snapshot.declared();
  return [
    ...declared
      .filter(({ kind }) => kind === "answers")
      .map(({ text, audience = [] }) => ({ text, labels: audience })),
    ...readQuestionFile(source.questions ?? "").questions.map(({ text }) => ({ text, labels: [] })),
  ];
}

function distinct(askings: readonly Asking[]): readonly Asking[] {
  const firsts = new Map<string, Asking>();
  for (const asking of askings) {
    const words = sameWords(asking.text);
    const key = [words, ...asking.labels].join("\n");
    if (words !== "" && !firsts.has(key)) firsts.set(key, asking);
  }
  return [...firsts.values()];
}

function shown(outcome: Outcome): ShownAnswer | undefined {
  if (outcome.kind === "abstained") return undefined;
  const [{ passage, lines }] = outcome.citations;
  const heading = passage.headings.at(-1) ?? passage.page;
  return { page: passage.page, line: lines[0], heading, text: plainText(outcome.body) };
}

/** Lines move whenever somebody writes above them: that changes nothing for the asker. */
function alike(one: ShownAnswer, other: ShownAnswer): boolean {
  return one.page === other.page && one.text === other.text;
}
