import { readdir, realpath, stat } from "node:fs/promises";
import type { Dirent } from "node:fs";
import { join, relative, sep } from "node:path";
import { isAccessFile, isPageFile, isReadme } from "../../src/building.ts";
import type { Problem } from "../../src/index.ts";
import { fileFault, problemOf } from "./file-problems.ts";

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
  /** The paths of what lies beside them and is not read, such as images. */
  readonly others: readonly string[];
  readonly problems: readonly Problem[];
}

interface Place {
  readonly path: string;
  readonly at: string;
}

/** The two files beside the pages that are read. */
export const SYNONYMS = "synonyms.yaml";
export const QUESTIONS = "questions.yaml";

/**
 * Lists the pages of a folder: every page file (`*.md`, `*.markdown`, `*.mdx`) but the `README.md` at its root, `synonyms.yaml` and
 * `questions.yaml` there, and every `_access.yaml`. What begins with a dot is skipped. A link is followed only to what lies
 * inside of the folder and was not met before, so circles end. `root` has to be a real path. What
 * may not be listed is a problem; a fault of the file system rejects.
 */
export async function walkFolder(root: string, signal?: AbortSignal): Promise<Walk> {
  const files: KnowledgeFile[] = [];
  const others: string[] = [];
  const problems: Problem[] = [];
  const folders: Place[] = [{ path: "", at: root }];
  const links: Place[] = [];
  const met = new Set<string>([root]);

  async function list({ path, at }: Place): Promise<void> {
    let entries: readonly Dirent[];
    try {
      entries = await readdir(at, { withFileTypes: true });
    } catch (error) {
      if (path === "") throw error;
      problems.push(fileFault(path, error));
      return;
    }
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const place = { path: path + entry.name, at: join(at, entry.name) };
      if (entry.isDirectory()) folders.push({ ...place, path: `${place.path}/` });
      else if (entry.isSymbolicLink()) links.push(place);
      else if (!isWanted(place.path)) {
        others.push(place.path);
        continue;
      } else if (entry.isFile()) files.push({ path: place.path, file: place.at });
      else problems.push(problemOf(place.path, "no-file"));
      met.add(place.at);
    }
  }

  async function follow({ path, at }: Place): Promise<void> {
    const target = await targetOf(at);
    if (target === undefined) problems.push(problemOf(path, "link-broken"));
    else if (!isInside(root, target.file)) problems.push(problemOf(path, "link-outside"));
    else if (!target.isFolder && !isWanted(path)) others.push(path);
    else if (met.has(target.file)) problems.push(problemOf(path, "link-repeated"));
    else {
      met.add(target.file);
      if (target.isFolder) folders.push({ path: `${path}/`, at: target.file });
      else files.push({ path, file: target.file });
    }
  }

  // Links last: what has a place of its own is read there.
  for (;;) {
    signal?.throwIfAborted();
    const folder = folders.pop();
    const link = folder === undefined ? links.shift() : undefined;
    if (folder !== undefined) await list(folder);
    else if (link !== undefined) await follow(link);
    else break;
  }
  const named = files.filter(({ path }) => {
    const readable = !UNREADABLE_NAME.test(path);
    if (!readable) problems.push(problemOf(path, "file-name"));
    return readable;
  });
  return { files: named.sort((a, b) => (a.path < b.path ? -1 : 1)), others, problems };
}

/** Names that break a citation, a log line or an address; U+FFFD stands for bytes that are no UTF-8. */
export const UNREADABLE_NAME = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFD]/u;

/** Whether a file is knowledge, by its path. */
export function isWanted(path: string): boolean {
  return (
    path === SYNONYMS ||
    path === QUESTIONS ||
    isAccessFile(path) ||
    (isPageFile(path) && !isReadme(path))
  );
}

async function targetOf(
  link: string,
): Promise<{ readonly file: string; readonly isFolder: boolean } | undefined> {
  try {
    const file = await realpath(link);
    return { file, isFolder: (await stat(file)).isDirectory() };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    // To nothing, to itself, through a file, or to where we may not look.
    if (["ENOENT", "ELOOP", "ENOTDIR", "EACCES", "EPERM"].includes(String(code))) return undefined;
    throw error;
  }
}

function isInside(root: string, file: string): boolean {
  const way = relative(root, file);
  return way !== ".." && !way.startsWith(`..${sep}`) && way !== file;
}
