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
  const where = shorten(headingPath(passage.headings), 200);
  const link = linked(citation);
  const review = reviewLine(passage, now);
  const reviewed = review?.stale === false ? review.text : undefined;
  // Slack sets elements apart and may begin a line with any of them: what can be one text is one.
  const elements =
    link === undefined
      ? [plain(inOneLine(where, shorten(lineReference(citation), 2000), reviewed))]
      : [plain(`${where} ·`), link, ...(reviewed === undefined ? [] : [plain(`· ${reviewed}`)])];
  if (review?.stale === true) elements.push(mrkdwn(`· *${escapeWithin(review.text, 300)}*`));
  return { type: "context", elements };
}

/** The same as one line of text. */
export function citationText(citation: Citation, now: number): string {
  const review = reviewLine(citation.passage, now);
  const where = shorten(headingPath(citation.passage.headings), 200);
  return inOneLine(where, lineReference(citation), review?.text);
}

function inOneLine(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(" · ");
}

/** `it/vpn.md:4-9` as a link, where the page has an address. */
function linked(citation: Citation): ContextBlockElement | undefined {
  const url = citation.passage.url === undefined ? undefined : webLink(citation.passage.url);
  if (url === undefined || escapeText(url).length * 3 > LIMITS.sectionText) return undefined;
  const target = escapeText(url).replaceAll("|", "%7C");
  return mrkdwn(`<${target}|${escapeWithin(lineReference(citation), 500)}>`);
}

export function plain(text: string): ContextBlockElement {
  return { type: "plain_text", text: shorten(cleanText(text), LIMITS.sectionText), emoji: false };
}

function mrkdwn(text: string): ContextBlockElement {
  return { type: "mrkdwn", text, verbatim: true };
}
