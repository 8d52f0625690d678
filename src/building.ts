/**
 * The side door of the core, for what reads pages and builds snapshots: sources, and the thread that holds the knowledge. It
 * loads nothing else, because such a thread can begin only when all of this is loaded.
 */

// Bounds on what waits and on what is said, as at the other door. (Failures are imported from `errors.ts` by both sides.)
export { withDeadline } from "./deadline.ts";
export { shorten } from "./boundary.ts";

// What sources need: a file's bytes as a page's text, by the rules that all pages are read by.
export { decodePage } from "./knowledge/page-bytes.ts";
export { LARGEST_PAGE, tooLarge } from "./knowledge/page-text.ts";
export { isAccessFile, isPageFile, isReadme } from "./knowledge/page-file.ts";

// Knowledge, searchable: all of it or nothing.
export { buildSnapshot } from "./snapshot.ts";
export type { SnapshotOptions } from "./snapshot.ts";

// What one build says against another, for whoever builds snapshots out of the way.
export { stateOf } from "./knowledge/version-of.ts";
export { changesBetween, contentsOf, readContents, writeContents } from "./knowledge/contents.ts";
