import { isDeclared } from "../search/ranking.ts";
import type { Why } from "../types.ts";
import type { Choice } from "./choose.ts";
import type { Compared } from "./compared.ts";
import { confidenceOf } from "./confidence.ts";

/** A question that its author declared for this very passage needs no other evidence. */
const DECLARED_CONFIDENCE = 0.95;
/** Less sure than this, nothing else makes an answer likely. */
const HOPELESS = 0.05;

/**
 * What decides beside the signals, in order, each with the confidence after it: what is declared makes an answer surer, each doubt
 * leaves a share of that, and the form of the pages makes likely what the words make possible. An entry is evidence by itself.
 */
export function rulesOf(
  choice: Choice | undefined,
  signals: Float64Array | undefined,
  doubts: readonly { readonly left: number; readonly says: string }[],
  byForm: Pick<Compared, "places" | "sure" | "says"> | undefined,
): Why["rules"] {
  if (choice === undefined || signals === undefined) return [];
  const rules: Why["rules"][number][] = [];
  let confidence = confidenceOf(signals);
  const add = (says: string, changed: number): void => {
    if (changed === confidence) return;
    confidence = changed;
    rules.push({ says, confidence });
  };
  if (isDeclared(choice.passage))
    add("its author declares this question", Math.max(confidence, DECLARED_CONFIDENCE));
  for (const { left, says } of doubts) add(says, confidence * left);
  if (byForm === undefined) return rules;
  if (confidence >= HOPELESS || byForm.places[0].isEntry === true)
    add(byForm.says, Math.max(confidence, byForm.sure));
  return rules;
}
