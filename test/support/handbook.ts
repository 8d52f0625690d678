/** A team's small handbook: what is declared is answered for sure, one answer is longer than a message, pages are related. */
export const RESET = "How do I reset the VPN token?";
export const RULES = "Which rules apply in the office?";
export const LAST_RULE =
  "Rule 60: leave the meeting rooms, the kitchen and the lockers as you found them.";
/** Answered by name, and too uncertain to speak where nobody asked. */
export const UNSURE = "is there a portal for laptops?";
/** Nothing answers it; one word is misspelt. */
export const MISSPELT = "printer tokne";

const rules = Array.from(
  { length: 59 },
  (_, index) =>
    `- Rule ${index + 1}: keep desk ${index + 1}, its chair and its lamp free of what others need.`,
);

export const HANDBOOK: Readonly<Record<string, string>> = {
  "it/vpn.md": `---
title: VPN
questions:
  - ${RESET}
---
# VPN

## Reset the VPN token

Reset the VPN token in the portal, under Security.

## Lend the VPN token

The VPN token is never lent, not even to colleagues.
`,
  "it/laptops.md": `---
title: Laptops
---
# Laptops

## VPN on a new laptop

A new laptop gets its VPN from the help desk, with a token of its own.
`,
  "office/rules.md": `---
title: Office rules
questions:
  - ${RULES}
---
# Office rules

These rules apply in the office:

${rules.join("\n")}
- ${LAST_RULE}
`,
};
