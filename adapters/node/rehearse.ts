import { buildSnapshot } from "../../src/building.ts";
import { digest } from "./digest.ts";

const PAGES = 40;
const SECTIONS = 5;

/**
 * Builds a small snapshot of made-up pages and asks it something, for nothing but the practice: V8 compiles what has run
 * often, and a thread that has built before builds a small folder a third faster, and answers its first questions at once.
 */
export async function rehearse(): Promise<void> {
  const pages = Array.from({ length: PAGES }, (_, number) => ({
    path: `rehearsal/page-${number}.md`,
    markdown: pageOf(number),
  }));
  const snapshot = await buildSnapshot(
    { pages, problems: [] },
    { hash: digest, now: () => performance.now() },
  );
  const asker = { id: "docent:rehearsal", labels: [] };
  for (const { text } of await snapshot.declared()) await snapshot.answer({ text, asker });
}

/** One of everything that pages are made of, in words that differ from page to page. */
function pageOf(number: number): string {
  const word = (offset: number): string => WORDS[(number * 7 + offset * 3) % WORDS.length] ?? "";
  const sections = Array.from({ length: SECTIONS }, (_, at) => {
    const [a, b, c, d, e] = [at, at + 1, at + 2, at + 5, at + 11].map(word);
    return [
      `## How to ${a} the ${b} ${number + at}`,
      `The ${b} *${a}s* every ${c}, e.g. in \`${d}.${e}\`, and [costs](https://example.com/${a}) **${number * 10 + at} euros**`,
      `a year. Whoever has no ${e} asks the ${d} team; it doesn't take more than ${at + 2} days.`,
      "",
      `These are the steps to ${a} it:`,
      "",
      `1. Open the ${c} & choose ${d}.`,
      `2. Wait until the ${e} is ready.`,
      `   - Never ${a} it twice.`,
      "",
      `| ${a} | ${b} |`,
      "|---|---:|",
      `| ${c} ${number} | ${at * number} |`,
      `| ${d} | \`${e}\` |`,
      "",
      "```sh",
      `${a} --${b}=${number}`,
      "```",
      "",
      `> ${c} is what ${d} was.`,
      "",
    ].join("\n");
  });
  return `---
title: The ${word(1)} of ${word(4)} ${number}
aliases: [${word(2)} ${number}, ${word(9)}]
tags: [${word(3)}]
questions:
  - How do I ${word(0)} the ${word(1)} ${number}?
  - "What does the ${word(2)} cost? -> #no-such-section"
never:
  - Who invented the ${word(6)}?
---
# The ${word(1)} of ${word(4)}

A ${word(1)} is a ${word(5)} that ${word(8)}s. It has been in use since ${1990 + number}.

${sections.join("\n")}`;
}

const WORDS = (
  "reset token network printer badge expense holiday laptop server deploy release review branch merge index query cache " +
  "queue worker budget invoice contract salary bonus office parking kitchen meeting calendar password account backup " +
  "restore monitor alert incident runbook schedule travel ticket customer support refund warranty license training course"
).split(" ");
