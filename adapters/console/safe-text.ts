/** More marks on one letter than any writing system stacks: they would be drawn over the lines around it. */
const STACKED_MARKS = /(\p{M}{8})\p{M}+/gu;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const CONTROLS = /[\u0000-\u0009\u000B-\u001F]/g;
const LATE_CONTROLS = /[\u007F-\u009F]/g;
/** Bidirectional controls, byte-order marks, soft hyphens, annotations and tags: unseen, and able to reorder or hide. */
const UNSEEN =
  /[\u00AD\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/**
 * A page's or a person's text, made harmless for a terminal: escape sequences become visible signs (␛[31m), what
 * reorders or hides text is left out, lone surrogates become �. The only control character left is the newline.
 */
export function safeText(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_ENDS, "\n")
    .replaceAll("\t", "    ")
    .replace(CONTROLS, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(LATE_CONTROLS, "\uFFFD")
    .replace(UNSEEN, "")
    .replace(STACKED_MARKS, "$1");
}

/** The same for what must stay on one line: a path, a heading. */
export function safeLine(text: string): string {
  return safeText(text).replace(/\s+/g, " ").trim();
}
