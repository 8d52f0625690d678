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
