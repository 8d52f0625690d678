import type { Problem } from "../types.ts";
import { closest } from "./closest.ts";
import { readYaml } from "./front-matter-yaml.ts";

const KEY = "audience";
const REMEDY = "Write `audience: [label]` and nothing else, or delete the file.";

/** What a folder's `_access.yaml` says; without labels nobody may read its pages, and the problem says why. */
export interface FolderRule {
  readonly file: string;
  /** Of `audience:`; 1 where that cannot be read. */
  readonly line: number;
  readonly labels: readonly string[];
  readonly problem?: Problem;
}

/** Reads `audience: [label]`. Fails closed: anything else than that one key with a usable value is an error. Never throws. */
export function readAccessFile(file: string, text: string): FolderRule {
  const read = readYaml(text, 1);
  if (read.kind === "invalid") {
    return closed(file, read.line, "The file is not readable YAML");
  }
  const [entry, ...others] = read.entries;
  if (entry === undefined) return closed(file, 1, "The file says nothing");
  const unknown = read.entries.find(({ key }) => key !== KEY);
  if (unknown !== undefined) {
    const shown = unknown.key.slice(0, 60);
    const meant = closest(unknown.key, [KEY]) === undefined ? "" : `, did you mean \`${KEY}\`?`;
    return closed(file, unknown.line, `\`${shown}\` is not known here${meant}`);
  }
  if (others[0] !== undefined) return closed(file, others[0].line, `\`${KEY}\` is given twice`);
  const { value, line } = entry;
  const labels =
    value.kind === "text"
      ? [value.text.text]
      : value.kind === "list"
        ? value.texts.map(({ text: label }) => label)
        : [];
  if (labels.length === 0 || labels.some((label) => /[\s,]/u.test(label))) {
    return closed(file, line, `\`${KEY}\` has to be a label or a list of labels`);
  }
  return { file, line, labels };
}

/** A file that could not be read at all, as the source reports it, closes its folder as well. */
export function closedBy({ page }: Problem): FolderRule {
  return closed(page, 1, "The file cannot be read", "Mend what else is reported of it.");
}

/** Two files for one folder: nobody can tell which is meant. */
export function contested(file: string, other: string): FolderRule {
  return closed(file, 1, `${other} is for the same folder`, "Keep one of them.");
}

function closed(file: string, line: number, what: string, remedy = REMEDY): FolderRule {
  const problem: Problem = {
    page: file,
    line,
    severity: "error",
    code: "access-unreadable",
    message: `${what}, so nobody may read the pages of this folder that do not say who may`,
    remedy,
  };
  return { file, line, labels: [], problem };
}
