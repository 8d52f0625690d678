import type { z } from "zod";
import { abstention, plainText } from "../../src/index.ts";
import type { Answer, Citation, Passage } from "../../src/index.ts";
import type { answerShape, citationShape, passageShape } from "./schemas.ts";

/** An answer as the API gives it: what everybody may see of it, and nothing of who asked. */
export function answerJson(answer: Answer): z.input<typeof answerShape> {
  const { id, version, confidence } = answer;
  const shared = { id, version, confidence, related: answer.related.map(citationJson) };
  if (answer.kind === "found") {
    return {
      kind: "found",
      ...shared,
      text: plainText(answer.body),
      body: [...answer.body],
      citations: answer.citations.map(citationJson),
    };
  }
  return {
    kind: "abstained",
    ...shared,
    text: abstention(answer.reason),
    reason: answer.reason,
    ...(answer.didYouMean !== undefined && { didYouMean: answer.didYouMean }),
  };
}

export function passageJson(passage: Passage): z.input<typeof passageShape> {
  return {
    ...sourceJson(passage),
    lines: [...passage.lines],
    text: passage.text,
    body: [...passage.body],
  };
}

function citationJson({ passage, lines, snippet }: Citation): z.input<typeof citationShape> {
  const marks = snippet.marks.map(([start, end]): [number, number] => [start, end]);
  return { ...sourceJson(passage), lines: [...lines], snippet: { text: snippet.text, marks } };
}

function sourceJson({ id, page, headings, url, owner, reviewed }: Passage) {
  return {
    passage: id,
    page,
    headings: [...headings],
    ...(url !== undefined && { url }),
    ...(owner !== undefined && { owner }),
    ...(reviewed !== undefined && { reviewed }),
  };
}
