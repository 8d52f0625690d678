/** Characters that are shown before the first one that differs. */
const LEAD = 60;

/** A text on one line, at most so long: from its beginning, or from where it differs from another that begins alike. */
export function excerpt(text: string, other: string, longest: number): string {
  const [words, others] = [oneLine(text), oneLine(other)];
  let same = 0;
  while (same < words.length && words[same] === others[same]) same++;
  const from = others === "" || same < longest - LEAD ? 0 : same - LEAD;
  const cut = words
    .slice(from, from + longest)
    .trim()
    .toWellFormed();
  return `${from > 0 ? "… " : ""}${cut}${from + longest < words.length ? " …" : ""}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
