import type { Sentence } from "../knowledge/sentences.ts";
import type { Ranked } from "../search/ranking.ts";
import type { Block, Passage } from "../types.ts";
import type { Question } from "./question.ts";

/** Passages that are looked at, best first. */
const LOOKED = 6;
/** How well a passage must rank, as a share of the best one's score, to say what the best one leaves out. */
const NEARLY = 0.55;

/** Where several things are asked for and the answer names none: the page's own list or table of them. */
export interface Several {
  readonly number: number;
  readonly lead: Sentence;
}

/** Whether several things, steps or what is left besides a thing are asked for. */
export function asksForSeveral({ form, excludes }: Question): boolean {
  return form === "list" || form === "how-to" || excludes;
}

/**
 * The best passage of the answer's own page that enumerates, where the answer's blocks do not. Its heading or the list's lead-in
 * has to name what is asked for (`names`): beside tools, a list of benefits answers nothing.
 */
export function severalOf(
  answered: { readonly number: number; readonly body: readonly Block[] },
  question: Question,
  ranked: readonly Ranked[],
  passages: readonly Passage[],
  sentencesOf: (number: number) => readonly Sentence[],
  names: (text: string) => boolean,
): Several | undefined {
  if (!(question.form === "list" || question.excludes) || answered.body.some(enumerates))
    return undefined;
  const page = passages[answered.number]?.page;
  const enough = NEARLY * (ranked[0]?.score ?? 0);
  for (const { passage: number, score } of ranked.slice(0, LOOKED)) {
    const passage = passages[number];
    if (number === answered.number || score < enough || passage?.page !== page) continue;
    const block = passage?.body.findIndex(enumerates) ?? -1;
    const lead = sentencesOf(number).find((one) => one.block === block);
    if (lead !== undefined && names(`${passage?.headings.at(-1) ?? ""} ${lead.leadIn}`))
      return { number, lead };
  }
  return undefined;
}

function enumerates({ kind }: Block): boolean {
  return kind === "list" || kind === "table";
}
