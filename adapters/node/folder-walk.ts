import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { DocentError } from "../../src/index.ts";
import type { Problem } from "../../src/index.ts";

/** A file that the knowledge is made of. */
export interface KnowledgeFile {
  /** Relative to the folder, with forward slashes, as its author sees it. */
  readonly path: string;
  /** Where it really is: no link, inside of the folder. */
  readonly file: string;
}

export interface Walk {
  /** Sorted by path. */
  readonly files: readonly KnowledgeFile[];
  readonly problems: readonly Problem[];
}

/** The one file beside the pages that is read. */
export const SYNONYMS = "synonyms.yaml";

/**
 * Lists the pages of a folder: every `*.md` but the `README.md` at its root, and `synonyms.yaml` there. What begins with a
 * dot is skipped. A link is followed only to what lies inside of the folder and was not met before, so circles end. `root`
 * has to be a real path. What cannot be listed is a problem; a fault of the file system rejects.
 */
export async function walkFolder(root: string, signal?: AbortSignal): Promise<Walk> {
  const files: KnowledgeFile[] = [];
  const problems: Problem[] = [];
  const met = new Set<string>([root]);
  const folders: { readonly path: string; readonly folder: string }[] = [{ path: "", folder: root }];
  const links: string[] = [];
  const report = (...[path, fault]: [string, Fault]): void => {
    problems.push({ page: shown(path), line: 0, ...fault });
  };

  /** Takes in what is behind a link, after everything that has a place of its own. */
  async function follow(path: string): Promise<void> {
    const target = await targetOf(join(root, path));
    if (target === undefined) return report(path, BROKEN_LINK);
    if (!isInside(root, target.file)) return report(path, LINK_OUT);
    if (!target.isFolder && !isWanted(path)) return undefined;
    if (met.has(target.file)) return report(path, REPEATED);
    met.add(target.file);
    if (target.isFolder) folders.push({ path: `${path}/`, folder: target.file });
    else files.push({ path, file: target.file });
  }

  for (;;) {
    signal?.throwIfAborted();
    const next = folders.shift();
    if (next === undefined) {
      const link = links.shift();
      if (link === undefined) break;
      await follow(link);
      continue;
    }
  }
  return { files, problems };
}
