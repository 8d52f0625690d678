import { isPlatformLabel, labelsBehind, PUBLIC } from "../access.ts";
import type { Groups } from "../access.ts";
import type { Pages } from "../ports.ts";
import type { PageAccess, Problem } from "../types.ts";
import { closedBy, contested, readAccessFile } from "./access-file.ts";
import type { FolderRule } from "./access-file.ts";
import { closest } from "./closest.ts";
import { isAccessFile } from "./page-file.ts";

/** What a page itself says; no labels where that cannot be read. */
export interface OwnRule {
  readonly line: number;
  readonly labels: readonly string[];
}

/** Who may read which page. */
export interface AccessRules {
  /** By what the page says, else by the nearest folder above it that says something, else everybody. */
  of(page: string, own?: OwnRule): PageAccess;
  /** What is wrong with the labels that a page itself names. */
  problemsOf(access: PageAccess): readonly Problem[];
  /** What is wrong with folders' files. */
  readonly problems: readonly Problem[];
}

/**
 * Reads every `_access.yaml`. The nearest one above a page counts, alone; one that cannot be read closes its folder. With
 * `groups`, names are replaced by the labels behind them, and a label that is neither a group nor a platform's is reported:
 * nobody holds it.
 */
export function accessRules(
  pages: Pick<Pages, "access" | "problems">,
  groups?: Groups,
): AccessRules {
  const folders = new Map<string, FolderRule>();
  const known = groups ?? {};

  function add(rule: FolderRule): void {
    const folder = folderOf(rule.file);
    const other = folders.get(folder);
    folders.set(folder, other === undefined ? rule : contested(rule.file, other.file));
  }

  /** A folder's own file is for those who may know of the folder: the rule above it counts. */
  function ruleAbove(path: string): FolderRule | undefined {
    const folder = folderOf(path);
    if (!isAccessFile(path)) return folderRule(path);
    return folder === "" ? undefined : folderRule(folder);
  }

  function folderRule(path: string): FolderRule | undefined {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const rule = folders.get(folder);
      if (rule !== undefined || folder === "") return rule;
    }
  }

  function of(page: string, own?: OwnRule): PageAccess {
    const above = own === undefined ? ruleAbove(page) : undefined;
    const declared = own?.labels ?? above?.labels ?? [PUBLIC];
    const audience = labelsBehind(declared, known);
    if (own !== undefined) {
      return { page, rule: { kind: "front-matter", line: own.line }, declared, audience };
    }
    if (above === undefined) return { page, rule: { kind: "default" }, declared, audience };
    const { file, line } = above;
    return { page, rule: { kind: "folder", file, line }, declared, audience };
  }

  function unknownIn(labels: readonly string[], page: string, line: number): readonly Problem[] {
    if (groups === undefined) return [];
    return labels
      .filter(
        (label) => label !== PUBLIC && !Object.hasOwn(groups, label) && !isPlatformLabel(label),
      )
      .map((label) => unknownGroup(label, Object.keys(groups), page, line));
  }

  for (const { path, text } of pages.access ?? []) add(readAccessFile(path, text));
  const read = new Set([...folders.values()].map(({ file }) => file));
  for (const problem of pages.problems) {
    // Reported and read all the same, such as a character that is no UTF-8: what it says may not be what was meant.
    if (!isAccessFile(problem.page)) continue;
    if (read.has(problem.page)) folders.set(folderOf(problem.page), closedBy(problem));
    else add(closedBy(problem));
  }
  const rules = [...folders.values()];
  return {
    of,
    problemsOf: ({ page, rule, declared }) =>
      rule.kind === "front-matter" ? unknownIn(declared, page, rule.line) : [],
    problems: rules.flatMap(({ problem, labels, file, line }) =>
      problem === undefined ? unknownIn(labels, file, line) : [problem],
    ),
  };
}

/** The folder that a file or a folder lies in: `it` of `it/vpn.md`, "" for what lies at the top. */
function folderOf(path: string): string {
  // A source reports what it could not read as the disk has it, where é may be two characters.
  return path.slice(0, Math.max(0, path.lastIndexOf("/"))).normalize("NFC");
}

function unknownGroup(
  label: string,
  groups: readonly string[],
  page: string,
  line: number,
): Problem {
  const shown = label.slice(0, 60);
  const meant = closest(label, groups);
  const remedy =
    meant !== undefined
      ? `Write \`${meant}\`.`
      : groups.length > 0
        ? `Name one of ${groups.slice(0, 8).join(", ")}, or define it in ACCESS_GROUPS.`
        : "Define it in ACCESS_GROUPS, for example `people=slack:group:S0123ABCD`.";
  return {
    page,
    line,
    severity: "warning",
    code: "unknown-group",
    message: `\`${shown}\` in \`audience\` is neither a group nor a platform's label, so nobody has it${meant === undefined ? "" : `, did you mean \`${meant}\`?`}`,
    remedy,
  };
}
