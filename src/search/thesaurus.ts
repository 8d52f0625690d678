import { ABBREVIATIONS } from "./abbreviations.ts";
import { synonymsOf } from "./synonyms.ts";
import type { Synonyms } from "./synonyms.ts";
import { FAMILIES } from "./thesaurus-families.ts";
import { WORKPLACE_FAMILIES } from "./workplace-families.ts";

let read: Synonyms | undefined;

/**
 * What says about the same in everyday English, for every folder the same. A general thesaurus (WordNet) brings nothing, for it
 * knows each meaning that a word can have; these families were chosen by hand for what their words commonly mean in questions.
 */
export function thesaurus(): Synonyms {
  read ??= synonymsOf([
    ...`${FAMILIES}${WORKPLACE_FAMILIES}`
      .trim()
      .split(/\s+/u)
      .map((family) => family.split("/")),
    ...ABBREVIATIONS.trim()
      .split("\n")
      .map((line) => line.split(" = ")),
  ]);
  return read;
}
