import { counted } from "../src/index.ts";
import type { AnswerChange, AnswerDiff, ShownAnswer } from "../src/authoring.ts";
import { NOTHING_ASKED } from "./diff-text.ts";
import { excerpt } from "./excerpt.ts";

/** A comment of a pull request holds 65,536 characters; what is beyond these is counted. */
const MOST_ENTRIES = 25;
const LONGEST_ANSWER = 300;

/** The differences as Markdown for a pull request: nothing in it can mention, link or format but what is meant to. */
export function diffMarkdown(
  diff: AnswerDiff,
  names: readonly [base: string, head: string],
): string {
  const { asked, gained, lost, changed, ambiguous } = diff;
  const [base, head] = names.map(code);
  const opening = "### What this changes for people who ask";
  if (asked === 0) return `${opening}\n\n${NOTHING_ASKED}\n`;
  const sections = [
    section("Lost", "Answered before, and not any more.", lost, ({ before }) => [
      quoted("Before", before),
    ]),
    section("Changed", "Answered differently.", changed, ({ before, after }) => [
      quoted("Before", before, after),
      quoted("Now", after, before),
    ]),
    section("Newly ambiguous", "Two pages compete for the answer.", ambiguous, ({ between }) => [
      `between ${code(between[0])} and ${code(between[1])}`,
    ]),
    section("Gained", "Answered now, and not before.", gained, ({ after }) => [
      quoted("Now", after),
    ]),
  ].filter((text) => text !== "");
  const summary = `${counted(asked, "question")} asked of ${base} and of ${head}.`;
  const table = [
    "| Lost | Changed | Newly ambiguous | Gained |",
    "|---:|---:|---:|---:|",
    `| ${lost.length} | ${changed.length} | ${ambiguous.length} | ${gained.length} |`,
  ].join("\n");
  const same = sections.length === 0 ? ["No answer changes."] : [];
  return `${[opening, summary, table, ...same, ...sections].join("\n\n")}\n`;
}

function section<Entry extends Pick<AnswerChange, "question">>(
  title: string,
  meaning: string,
  entries: readonly Entry[],
  detail: (entry: Entry) => readonly string[],
): string {
  if (entries.length === 0) return "";
  const shown = entries
    .slice(0, MOST_ENTRIES)
    .map((entry) =>
      [`- **${plain(entry.question)}**`, ...detail(entry).map((line) => `  - ${line}`)].join("\n"),
    );
  const rest = entries.length - shown.length;
  const more = rest === 0 ? [] : [`- … and ${rest} more`];
  return [`#### ${title} (${entries.length})`, "", meaning, "", ...shown, ...more].join("\n");
}

function quoted(label: string, answer: ShownAnswer | undefined, other?: ShownAnswer): string {
  if (answer === undefined) return "";
  const words = excerpt(answer.text, other?.text ?? "", LONGEST_ANSWER);
  return `${label}, ${code(`${answer.page}:${answer.line}`)}: ${plain(words)}`;
}

/** Words that Markdown and GitHub leave alone: no link, no HTML, no @mention, no #reference. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[&<>@#]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\\`*_{}[\]()~|!]/g, String.raw`\$&`)
    .replace(/\b(https?|www)([:.])/gi, "$1&#8203;$2");
}

function code(text: string): string {
  return `\`${text.replace(/[`\s]+/g, " ")}\``;
}
