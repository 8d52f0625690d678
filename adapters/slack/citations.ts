import type { ContextBlock, ContextBlockElement } from "@slack/types";
import {
  cleanText,
  headingPath,
  lineReference,
  reviewLine,
  shorten,
  webLink,
} from "../../src/index.ts";
import type { Citation } from "../../src/index.ts";
import { LIMITS } from "./limits.ts";
import { escapeText, escapeWithin } from "./mrkdwn.ts";

/**
 * Where it stands: headings, file and lines (a link where the page has an address), owner and age of the review. Only the
 * link is mrkdwn; the rest is plain text, so that a heading cannot style or link anything.
 */
export function citationBlock(citation: Citation, now: number): ContextBlock {
  const { passage } = citation;
  const elements: ContextBlockElement[] = [
    plain(`${shorten(headingPath(passage.headings), 200)} ·`),
    reference(citation),
  ];
  const review = reviewLine(passage, now);
  if (review?.stale === true) elements.push(mrkdwn(`*${escapeWithin(review.text, 300)}*`));
  else if (review !== undefined) elements.push(plain(`· ${review.text}`));
  return { type: "context", elements };
}

/** The same as one line of text. */
export function citationText(citation: Citation, now: number): string {
  const review = reviewLine(citation.passage, now);
  const parts = [
    shorten(headingPath(citation.passage.headings), 200),
    lineReference(citation),
    review?.text,
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}

/** `it/vpn.md:4-9`, linked where the page has an address. */
function reference(citation: Citation): ContextBlockElement {
  const label = lineReference(citation);
  const url = citation.passage.url === undefined ? undefined : webLink(citation.passage.url);
  if (url === undefined || escapeText(url).length * 3 > LIMITS.sectionText)
    return plain(shorten(label, LIMITS.sectionText));
  const target = escapeText(url).replaceAll("|", "%7C");
  return mrkdwn(`<${target}|${escapeWithin(label, 500)}>`);
}

export function plain(text: string): ContextBlockElement {
  return { type: "plain_text", text: shorten(cleanText(text), LIMITS.sectionText), emoji: false };
}

function mrkdwn(text: string): ContextBlockElement {
  return { type: "mrkdwn", text, verbatim: true };
}
