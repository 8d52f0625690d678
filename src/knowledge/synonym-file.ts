import { LineCounter, parseDocument } from "yaml";
import type { Problem } from "../types.ts";
import { readPlainLists } from "./plain-yaml.ts";

const FILE = "synonyms.yaml";

/** Reads `synonyms.yaml`: a list of groups, each a list of words or short phrases. Broken groups are left out with a problem. */
export function readSynonyms(text: string): {
  readonly groups: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const groups: string[][] = [];
  const list: unknown = readPlainLists(text) ?? anyYaml();
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
    groups.push(group);
  }
  return { groups, problems };

  function anyYaml(): unknown {
    const lines = new LineCounter();
    const parsed = parseDocument(text, { lineCounter: lines });
    for (const error of parsed.errors) {
      problem(
        lines.linePos(error.pos[0]).line,
        error.message.split("\n", 1)[0] ?? "",
        "Correct the YAML there.",
      );
    }
    return problems.length === 0 ? parsed.toJS({ maxAliasCount: 0 }) : [];
  }

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
