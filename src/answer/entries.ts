import { inlineText } from "../plain-text.ts";
import type { Block } from "../types.ts";

/** So many in a row are a glossary or a list of cases; fewer may be paragraphs that begin with a stressed word. */
const RUN = 3;

/** Whether a block is an entry among others: it explains a term ("**SLA** – how soon we answer"), as its neighbours do. */
export function isEntry(body: readonly Block[], at: number): boolean {
  let first = at;
  let end = at;
  while (end - first < RUN && explainsTerm(body[first - 1])) first--;
  while (end - first < RUN && explainsTerm(body[end])) end++;
  return explainsTerm(body[at]) && end - first >= RUN;
}

/** Whether a block is a paragraph that begins with a term in bold, set apart from the rest. */
export function explainsTerm(block: Block | undefined): boolean {
  if (block?.kind !== "paragraph") return false;
  const [term, next] = block.children;
  if (term?.kind !== "strong" || next === undefined) return false;
  if (/[:?!.–—-]$/u.test(inlineText(term.children).trimEnd())) return true;
  return next.kind === "text" && /^\s*[:–—-]\s/u.test(next.text);
}
