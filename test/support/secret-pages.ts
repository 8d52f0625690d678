import fc from "fast-check";

/** Words that stand on the restricted pages and nowhere else. */
export const SECRETS = [
  "quixotelium",
  "brandywhistle",
  "kerfunkeled",
  "zanzibarine",
  "mollusquery",
  "fiddlestorm",
];
export const OPEN = ["vacation", "laptop", "network", "invoice", "canteen", "elevator"];

export const GROUPS = { hr: ["slack:group:S1"], staff: ["slack:group:S2"] };
/** By the page itself or by its folder; who asks is in none of these. */
export const restricted = fc
  .constantFrom("[hr]", "[slack:group:S1, discord:role:R1]", "[]", "[unknown]")
  .chain((audience) => fc.constantFrom({ audience }, { folder: `audience: ${audience}` }));
const secret = fc.constantFrom(...SECRETS);

/** Words of open pages as only the restricted one writes them: their stems are no secret, these forms are. */
export const FORMS = OPEN.map((word) => `${word}s`);

/**
 * One file of them for everybody; the words it leads to may stand on pages that are not. Of a page that nobody may read
 * nothing is known, so that there it would be the file's own words.
 */
export function synonymsOf([a = "", b = "", c = "", d = ""]: readonly string[]): string {
  return `- [${OPEN[0]}, ${a}, ${b}]\n- [time off, ${c}]\n- [days, ${d}]\n`;
}

/** What the restricted page says besides: an abbreviation, and its own forms of everybody's words. */
export function asideOf([a = "", b = "", c = ""]: readonly string[]): string {
  const title = (word: string): string => word[0]?.toUpperCase() + word.slice(1);
  return `
## Short for

${title(a)} ${title(b)} ${title(c)} (${[a, b, c].map((word) => word[0]?.toUpperCase()).join("")}) is about ${FORMS.join(", ")}.
`;
}

/** A page that says its words in every place a page can say something. */
export function pageOf(
  words: readonly string[],
  audience: string | undefined,
  extra: string,
): string {
  const [a = "", b = "", c = "", d = ""] = words;
  return `---
title: Guide to ${a}
aliases: [${b} handbook]
tags: [${c}]
${audience === undefined ? "" : `audience: ${audience}\n`}reviewed: ${b}
${c}: ${d}
questions:
  - What is ${a} good for?
  - How do I request ${d}?
never:
  - Who invented the ${c}?
---
# Guide to ${a}

The ${a} is a thing that everybody who works with the ${b} should know about.

## Requesting ${d} ${extra}

Request ${d} in these steps:

1. Open the ${c} form.
2. Ask the ${b} team.

| Level | ${a} a year |
|---|---|
| ${b} | 12 |
| Senior | 24 |

\`\`\`sh
${c} --install ${d}
\`\`\`
`;
}

/** One letter left out: near enough to be offered as what was meant. */
export function misspelt(word: string): string {
  return word.slice(0, 4) + word.slice(5);
}

export const question = fc.oneof(
  secret.map((word) => `What is ${word}?`),
  secret.map((word) => `how do I request ${misspelt(word)}`),
  secret.map((word) => misspelt(word)),
  fc.constantFrom(...OPEN).map((word) => `how do I request a ${misspelt(word)}?`),
  fc
    .tuple(fc.constantFrom(...OPEN), secret)
    .map(([open, word]) => `${open} and ${misspelt(word)}?`),
  fc.constantFrom(...OPEN).map((word) => `What is the ${word} good for?`),
  fc.constantFrom(
    "how much does a senior get a year",
    "guide",
    "who invented it?",
    "install",
    "what is QBK short for",
    "time off",
    "how many days",
    "",
  ),
);
