/** "The table compares both.", "… looks as follows:" */
const ANNOUNCES =
  /:$|\b(?:the|this|following) (?:table|list|example|code|diagram)\b[^.]*\.$|\b(?:below|as follows)\.$/iu;
const ANNOUNCEMENT = 160;

/** Whether a text leads in to what stands below it. */
export function announces(text: string): boolean {
  return ANNOUNCES.test(text.trimEnd().slice(-ANNOUNCEMENT));
}
