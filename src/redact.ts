// Every expression is bounded at each step, so that redacting is linear in the text whatever it holds.
const PATTERNS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/<[@#!][^>\s]{1,64}>/gu, "[mention]"],
  // What follows at once belongs to it: cut anywhere, the rest would be an address of its own the next time.
  [/[^\s@<>]{1,64}(?:@[\p{L}\p{N}.-]{1,255}(?<![.-]))+/gu, "[e-mail]"],
  [
    /\b(?:xox[a-z]-|xapp-|gh[a-z]_|github_pat_|glpat-|sk-|AKIA|ASIA|AIza|eyJ)[\w.+/=-]{8,512}/gu,
    "[token]",
  ],
  [
    /\b(password|passwort|passwd|pwd|secret|token|api[ _-]?key)(\s{0,3}[:=]\s{0,3})\S{1,256}/giu,
    "$1$2[secret]",
  ],
  [/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/giu, "[token]"],
  [/(?<!\w)\+?\(?\d(?:[ ()/-]{0,2}\d){8,18}(?!\w)/gu, "[phone]"],
];
/** Long runs of letters with digits among them: keys, hashes, what somebody pasted. */
const LONG_RUN = /[A-Za-z\d+=_]{24,}/gu;

/** A text without what could be somebody's: mentions, e-mail addresses, tokens, passwords, telephone numbers. */
export function redact(text: string): string {
  let clean = text;
  for (const [pattern, replacement] of PATTERNS) clean = clean.replace(pattern, replacement);
  return clean.replace(LONG_RUN, (run) =>
    /\d/u.test(run) && /[A-Za-z]/u.test(run) ? "[token]" : run,
  );
}

/** Labels without those that stand for one person alone: what is kept of an asker's rights. */
export function impersonal(labels: readonly string[]): readonly string[] {
  return labels.filter((label) => !label.includes(":user:"));
}
