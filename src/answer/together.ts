import type { Citation, Outcome } from "../types.ts";

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
  if (shows(all.citations, other.citations[0])) return all;
  const fresh = other.citations.filter((one) => !shows(all.citations, one));
  return {
    ...all,
    body: [...all.body, ...other.body],
    citations: [cited, ...more, ...fresh],
    confidence: Math.min(all.confidence, other.confidence),
    related: all.related.filter((one) => !shows(other.citations, one)),
  };
}

function shows(citations: readonly Citation[], { passage }: Citation): boolean {
  return citations.some((one) => one.passage.id === passage.id);
}
