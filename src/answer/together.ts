import { blockText } from "../plain-text.ts";
import type { Block, Citation, Outcome } from "../types.ts";

type Found = Extract<Outcome, { kind: "found" }>;

/** The outcomes of one message's questions as one: each answer after the other, what is the same once. */
export function together(first: Outcome, others: readonly Outcome[]): Outcome {
  let all = first;
  for (const other of others)
    if (all.kind === "found" && other.kind === "found") all = joined(all, other);
  return all;
}

function joined(all: Found, other: Found): Found {
  const [cited, ...more] = all.citations;
  const shown = new Set(all.body.map(wordsOf));
  const body = other.body.filter((block) => !shown.has(wordsOf(block)));
  if (body.length === 0) return all;
  const fresh = other.citations.filter((one) => !all.citations.some((known) => isSame(known, one)));
  return {
    ...all,
    body: [...all.body, ...body],
    citations: [cited, ...more, ...fresh],
    confidence: Math.min(all.confidence, other.confidence),
    related: all.related.filter(
      ({ passage }) => !other.citations.some((one) => one.passage.id === passage.id),
    ),
  };
}

/** A block without its marks: each question has words of its own that stand out. */
function wordsOf(block: Block): string {
  return `${block.lines.join("-")} ${blockText(block)}`;
}

function isSame(one: Citation, other: Citation): boolean {
  return one.passage.id === other.passage.id && one.lines.join() === other.lines.join();
}
