import { abstention, plainText } from "../src/index.ts";
import type { Answer, Citation } from "../src/index.ts";

/** An answer for scripts: one line of JSON, every key always there. */
export interface AnswerLine {
  readonly kind: "found" | "abstained";
  /** Plain text of the answer, or the sentence that stands in its place. */
  readonly text: string;
  readonly confidence: number;
  readonly reason: string | null;
  readonly citations: readonly {
    readonly page: string;
    readonly lines: readonly [first: number, last: number];
    readonly headings: readonly string[];
    readonly snippet: string;
  }[];
  readonly related: readonly { readonly page: string; readonly headings: readonly string[] }[];
  readonly didYouMean: string | null;
  readonly version: string;
  /** How long the answer took. */
  readonly ms: number;
}

export function answerLine(answer: Answer, ms: number): AnswerLine {
  const found = answer.kind === "found" ? answer : undefined;
  const abstained = answer.kind === "abstained" ? answer : undefined;
  return {
    kind: answer.kind,
    text: found === undefined ? abstention(abstained?.reason ?? "no-hit") : plainText(found.body),
    confidence: Math.round(answer.confidence * 10_000) / 10_000,
    reason: abstained?.reason ?? null,
    citations: (found?.citations ?? []).map(({ passage, lines, snippet }: Citation) => ({
      page: passage.page,
      lines,
      headings: passage.headings,
      snippet: snippet.text,
    })),
    related: answer.related.map(({ passage }) => ({
      page: passage.page,
      headings: passage.headings,
    })),
    didYouMean: abstained?.didYouMean ?? null,
    version: answer.version,
    ms: Math.round(ms * 1_000) / 1_000,
  };
}
