import { LineCounter, parseDocument } from "yaml";
import type { Problem } from "../types.ts";
import { contentStems } from "./terms.ts";

/** Words the authors declare to mean the same: each way of saying it as its content stems. */
export interface Synonyms {
  /** Other ways of saying what stands at `stems[at]`; `length` is how many stems they replace. */
  at(
    stems: readonly string[],
    at: number,
  ): readonly { readonly length: number; readonly others: readonly (readonly string[])[] }[];
  /** Whether some group begins a word or phrase with this stem. */
  knows(stem: string): boolean;
}

const FILE = "synonyms.yaml";
const LONGEST_PHRASE = 4;

/** Reads `synonyms.yaml`: a list of groups, each a list of words or short phrases. Broken groups are left out with a problem. */
export function parseSynonyms(text: string): { synonyms: Synonyms; problems: Problem[] } {
  const problems: Problem[] = [];
  const groups: string[][][] = [];
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines });
  for (const error of parsed.errors) {
    problem(
      lines.linePos(error.pos[0]).line,
      error.message.split("\n", 1)[0] ?? "",
      "Correct the YAML there.",
    );
  }
  const list: unknown = problems.length === 0 ? parsed.toJS({ maxAliasCount: 0 }) : [];
  if (!Array.isArray(list)) {
    problem(1, "the file is not a list", "Write one group a line: - [developer, dev, engineer]");
  }
  for (const [index, group] of (Array.isArray(list) ? list : []).entries()) {
    if (
      !Array.isArray(group) ||
      group.length < 2 ||
      !group.every((word) => typeof word === "string")
    ) {
      problem(
        0,
        `group ${index + 1} is not a list of two or more words`,
        "Write it as [developer, dev, engineer].",
      );
      continue;
    }
    const phrases = group.map(contentStems);
    groups.push(phrases.filter((stems) => stems.length > 0 && stems.length <= LONGEST_PHRASE));
  }
  return { synonyms: lookup(groups), problems };

  function problem(line: number, message: string, remedy: string): void {
    problems.push({
      page: FILE,
      line,
      severity: "warning",
      code: "synonyms-broken",
      message,
      remedy,
    });
  }
}

export const NO_SYNONYMS: Synonyms = { at: () => [], knows: () => false };

function lookup(groups: readonly (readonly (readonly string[])[])[]): Synonyms {
  const byFirst = new Map<
    string,
    { phrase: readonly string[]; others: readonly (readonly string[])[] }[]
  >();
  for (const group of groups) {
    for (const phrase of group) {
      const first = phrase[0] ?? "";
      const others = group.filter((other) => other.join(" ") !== phrase.join(" "));
      byFirst.set(first, [...(byFirst.get(first) ?? []), { phrase, others }]);
    }
  }
  return {
    knows: (stem) => byFirst.has(stem),
    at(stems, at) {
      const found = byFirst.get(stems[at] ?? "") ?? [];
      return found
        .filter(({ phrase }) => phrase.every((stem, offset) => stems[at + offset] === stem))
        .map(({ phrase, others }) => ({ length: phrase.length, others }));
    },
  };
}
