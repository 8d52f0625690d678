import { shorten } from "./boundary.ts";
import type {
  AlternativeReason,
  Citation,
  Escalation,
  Lines,
  Notice,
  Passage,
  Reason,
  Why,
} from "./types.ts";

/** What Docent says in its own words: the same on every platform, plain, without preamble. */

/** The line that stands in place of an answer. */
export function abstention(reason: Reason): string {
  switch (reason) {
    case "empty-query":
      return "I am Docent: ask me a question about what is in the knowledge.";
    case "small-talk":
      // A greeting, thanks and a test all get it.
      return "Always glad to help: ask me a question, and I look it up in the knowledge.";
    default:
      return "I don't know: nothing in the knowledge answers that.";
  }
}

/** Behind a button that is too old, belongs to nothing we know, or to what this person may not read. */
export const HAS_EXPIRED = "This has expired. Please ask again.";

/** What stands before the answer that somebody wanted to hear of. */
export function nowKnown(question: string): string {
  return `You asked “${shorten(question, 300)}”. Now I know:`;
}

/** The head of a question that was handed to people; who has it is named after "by". */
export function escalationTitle(state: Escalation["state"]): string {
  return { open: "A question for a human", taken: "Taken by", resolved: "Resolved by" }[state];
}

/** What stands before a human's answer. */
export function humanAnswered(question: string): string {
  return `A human answered “${shorten(question, 300)}”:`;
}

/** A notice as one sentence; times are rounded up so that coming back then always works. */
export function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case "busy":
      return "Many questions at once: I will answer yours in about a minute.";
    case "limited":
      return `That is a lot of questions. Please come back ${inAbout(notice.retryInMs)}.`;
    case "too-long":
      return `That is ${notice.length} characters; I can read questions up to ${notice.limit}. Please shorten it.`;
    case "too-hard":
      return "That question takes too long to look up. Please shorten it.";
    case "broken":
      return `Something went wrong on our side (id ${notice.id}). Nothing you did; the admins can find it by that id.`;
    case "no-knowledge":
      return "I have no knowledge loaded at the moment; the admins have been told.";
    case "text-only":
      return "I read text only: please write the question in a message.";
  }
}

function inAbout(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 60) return `in ${counted(seconds, "second")}`;
  return `in ${counted(Math.ceil(seconds / 60), "minute")}`;
}

/** `1,873`. */
export function figure(count: number): string {
  return Math.round(count).toLocaleString("en-US");
}

/** `1 page`, `1,214 pages`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`;
}

/** `… 12 more lines`, below what was cut. */
export function moreLines(omittedLines: number): string {
  return `… ${counted(omittedLines, "more line")}`;
}

/** `careers/salaries.md:31-34` or `:31` where it is one line. */
export function lineReference(citation: {
  readonly passage: { readonly page: string };
  readonly lines: Lines;
}): string {
  const [first, last] = citation.lines;
  return `${citation.passage.page}:${first === last ? first : `${first}-${last}`}`;
}

/** `Salaries › India`. */
export function headingPath(headings: readonly string[]): string {
  return headings.join(" › ");
}

/** The passage's own heading: its name on a button or in a list. */
export function passageName({ headings, page }: Pick<Passage, "headings" | "page">): string {
  return headings.at(-1) ?? page;
}

/** What to call each of several passages: its own heading, or its whole path where another of them has the same. */
export function passageNames(citations: readonly Pick<Citation, "passage">[]): readonly string[] {
  const names = citations.map(({ passage }) => passageName(passage));
  return citations.map(({ passage }, index) => {
    const name = names[index] ?? passage.page;
    const unique = names.filter((other) => other === name).length === 1;
    return unique ? name : headingPath(passage.headings);
  });
}

const DAY_MS = 86_400_000;

/** `reviewed 3 weeks ago by careers-team`; undefined where the page says neither. Stale: over a year. */
export function reviewLine(
  passage: { readonly owner?: string; readonly reviewed?: string },
  now: number,
): { readonly text: string; readonly stale: boolean } | undefined {
  const reviewedAt = passage.reviewed === undefined ? Number.NaN : Date.parse(passage.reviewed);
  if (Number.isNaN(reviewedAt)) {
    return passage.owner === undefined ? undefined : { text: `by ${passage.owner}`, stale: false };
  }
  const days = Math.max(0, Math.floor((now - reviewedAt) / DAY_MS));
  const by = passage.owner === undefined ? "" : ` by ${passage.owner}`;
  if (days > 365) return { text: `last reviewed over a year ago${by}`, stale: true };
  return { text: `reviewed ${daysAgo(days)}${by}`, stale: false };
}

function daysAgo(days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "yesterday";
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${Math.floor(days / 7)} weeks ago`;
  return `${Math.floor(days / 30)} months ago`;
}

const ALTERNATIVES: Readonly<Record<AlternativeReason, string>> = {
  synonym: "declared",
  relation: "asks for it",
  everyday: "everyday English",
  spelling: "as spelt",
  alike: "alike",
  similar: "alike",
};

/** What else a word was searched as, and why: "purchase (everyday English), certs (declared)". */
export function alsoSearched({ alternatives }: Pick<Why["terms"][number], "alternatives">): string {
  return alternatives.map(({ word, why }) => `${word} (${ALTERNATIVES[why]})`).join(", ");
}
