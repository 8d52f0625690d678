/** The door of the core: adapters import from here and from nowhere else. */

// The vocabulary and the contracts: data, and who calls whom.
export type * from "./types.ts";
export type * from "./ports.ts";

// Failures, each with its remedy.
export { DocentError, explain } from "./errors.ts";
export type { ErrorCode } from "./errors.ts";

// Words that are the same on every platform.
export { blockText, inlineText, plainText } from "./plain-text.ts";
export { abstention, headingPath, lineReference, noticeText, reviewLine } from "./phrases.ts";

// Fitting into a platform's limits: cut between blocks, never inside a grapheme.
export { cutBlocks } from "./cut.ts";
export type { Cost, Cut } from "./cut.ts";
export { shorten, wholeGraphemes } from "./boundary.ts";

// What may be shown and clicked, whatever a page says.
export { cleanText, webLink } from "./web-link.ts";

// What every chat adapter needs once: what a button carries, and what is still under way.
export { buttonId, parseButtonId } from "./button-id.ts";
export type { ButtonId } from "./button-id.ts";
export { createInFlight } from "./in-flight.ts";
export type { InFlight } from "./in-flight.ts";
