import { headingPath, lineReference, reviewLine, shorten, type Citation } from "../../src/index.ts";
import { drawnDaily, drawnOnce } from "./drawn-once.ts";
import { escaped, link } from "./inline-markdown.ts";

/** Longest name of a heading path; a page may have headings of any length. */
const PATH_LENGTH = 120;

/** `-# [Salaries › India](url) · careers/salaries.md:31-34 · reviewed 3 weeks ago by careers-team` */
export const sourceLine = drawnDaily((citation: Citation, now: number): string => {
  const review = reviewLine(citation.passage, now);
  const reviewed =
    review &&
    (review.stale ? `**${oneLine(review.text, PATH_LENGTH)}**` : oneLine(review.text, PATH_LENGTH));
  return `-# ${[placeOf(citation), reviewed].filter((part) => part !== undefined).join(" · ")}`;
});

/** The headings, linked where the page has an address, and file and lines. */
export const placeOf = drawnOnce((citation: Citation): string => {
  const path = oneLine(headingPath(citation.passage.headings), PATH_LENGTH);
  const url = citation.passage.url;
  const linked = url === undefined ? path : link(path, url);
  return `${linked} · ${oneLine(lineReference(citation), 300)}`;
});

function oneLine(text: string, limit: number): string {
  return escaped(shorten(text.replaceAll(/\s+/gu, " ").trim(), limit));
}
