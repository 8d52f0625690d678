import {
  abstention,
  asksNothing,
  cutBlocks,
  headingPath,
  lineReference,
  moreLines,
  passageName,
  reviewLine,
} from "../../src/index.ts";
import type { Abstained, Answer, Block, Citation, Found, Passage } from "../../src/index.ts";
import { blockLines } from "./blocks.ts";
import { safeLine, safeText } from "./safe-text.ts";
import { paint, span } from "./span.ts";
import type { Line, Span } from "./span.ts";
import { wrap } from "./wrap.ts";

/** How to draw: cells a line, whether the terminal shows styles, and what the person calls the knowledge. */
export interface View {
  readonly width: number;
  readonly colour: boolean;
  /** Stands before a page's path: `knowledge` gives `knowledge/databases.md:41-48`. */
  readonly folder: string;
  /** Epoch ms, for the age of a review. */
  readonly now: number;
  /** Longer bodies are cut between blocks; the whole where it is left out. */
  readonly maxLines?: number;
}

/** Draws an answer for a terminal. Ends without a newline. */
export function render(answer: Answer, view: View): string {
  const lines = answer.kind === "found" ? foundLines(answer, view) : abstainedLines(answer, view);
  return paint(lines, view.colour);
}

/** Draws a passage in full, with where it stands. */
export function renderPassage(passage: Passage, view: View): string {
  const title = wrap([span(safeLine(headingPath(passage.headings)), "bold")], view.width);
  const source = { passage, lines: passage.lines };
  const body = blockLines(passage.body, view.width);
  return paint([...title, [], ...body, [], ...citationLines(source, view)], view.colour);
}

/** Draws blocks that are no answer: why it was given, what there is to ask. */
export function renderBlocks(blocks: readonly Block[], view: View): string {
  return paint(blockLines(blocks, view.width), view.colour);
}

function foundLines(answer: Found, view: View): Line[] {
  const cut = cutBlocks(
    answer.body,
    view.maxLines ?? Number.POSITIVE_INFINITY,
    (block) => blockLines([block], view.width).length + 1,
  );
  const more: Line[] =
    cut.omittedLines === 0 ? [] : [[span(`${moreLines(cut.omittedLines)} (:more)`, "dim")]];
  const citations = answer.citations.flatMap((citation) => citationLines(citation, view));
  const related = answer.related.map(
    ({ passage }, index) => `${index + 1} ${safeLine(passageName(passage))}`,
  );
  const last =
    related.length === 0 ? [] : wrap([span(`Related: ${related.join(" · ")}`, "dim")], view.width);
  return [...blockLines(cut.shown, view.width), ...more, [], ...citations, ...last];
}

/** `knowledge/databases.md:41-48 · Databases › Redis · reviewed 3 weeks ago by data-team` */
function citationLines(citation: Pick<Citation, "passage" | "lines">, view: View): Line[] {
  const { passage } = citation;
  const place = `${reference(citation, view)} · ${safeLine(headingPath(passage.headings))}`;
  const review = reviewLine(passage, view.now);
  const spans: Span[] = [span(place, "dim")];
  if (review !== undefined) {
    const style = review.stale ? "warning" : "dim";
    spans.push(span(" · ", "dim"), span(safeLine(review.text), style));
  }
  return wrap(spans, view.width);
}

function reference(citation: Pick<Citation, "passage" | "lines">, view: View): string {
  const inFolder = lineReference(citation);
  return safeLine(view.folder === "" ? inFolder : `${view.folder}/${inFolder}`);
}

function abstainedLines(answer: Abstained, view: View): Line[] {
  const sentence = wrap([span(abstention(answer.reason))], view.width);
  if (asksNothing(answer)) return sentence;
  const spans: Span[] = [];
  for (const citation of answer.related) {
    const name = safeLine(passageName(citation.passage));
    spans.push(span(spans.length === 0 ? "Closest: " : " · "));
    spans.push(span(name, "italic"), span(` (${reference(citation, view)})`, "dim"));
  }
  if (answer.didYouMean !== undefined) {
    const meant = safeText(answer.didYouMean).replaceAll("\n", " ");
    spans.push(
      span(spans.length === 0 ? "Did you mean " : " · Did you mean "),
      span(meant, "bold"),
      ...(meant.endsWith("?") ? [] : [span("?")]),
    );
  }
  return spans.length === 0 ? sentence : [...sentence, ...wrap(spans, view.width)];
}
