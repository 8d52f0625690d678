import { headingPath, lineReference, reviewLine, shorten, type Citation } from "../../src/index.ts";
import { escaped, link } from "./inline-markdown.ts";
import { buttonUrl } from "./web-address.ts";

/** Longest name of a heading path; a page may have headings of any length. */
const PATH_LENGTH = 120;

/** A citation as it is drawn: in a line by itself, and beside a button that opens its page where it can have one. */
export interface Source {
  /** `-# [Salaries › India](url) · careers/salaries.md:31-34 · reviewed 3 weeks ago by careers-team` */
  readonly line: string;
  /** The same without the address, which the button has. */
  readonly button?: { readonly line: string; readonly url: string };
}

export function sourceOf(citation: Citation, now: number): Source {
  const { url } = citation.passage;
  const pressed = url === undefined ? undefined : buttonUrl(url);
  const review = reviewed(citation, now);
  const line = `-# ${placeOf(citation)}${review}`;
  if (pressed === undefined) return { line };
  return { line, button: { line: `-# ${namedPlace(citation)}${review}`, url: pressed } };
}

/** The headings, linked where the page has an address, and file and lines. */
export function placeOf(citation: Citation): string {
  return namedPlace(citation, citation.passage.url);
}

/** The same, leading to `url` where there is one. */
export function namedPlace(citation: Citation, url?: string): string {
  const path = oneLine(headingPath(citation.passage.headings), PATH_LENGTH);
  const linked = url === undefined ? path : link(path, url);
  return `${linked} · ${oneLine(lineReference(citation), 300)}`;
}

function reviewed(citation: Citation, now: number): string {
  const review = reviewLine(citation.passage, now);
  if (review === undefined) return "";
  const text = oneLine(review.text, PATH_LENGTH);
  return ` · ${review.stale ? `**${text}**` : text}`;
}

function oneLine(text: string, limit: number): string {
  return escaped(shorten(text.replaceAll(/\s+/gu, " ").trim(), limit));
}
