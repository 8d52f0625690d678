import { realpath, stat } from "node:fs/promises";
import { DocentError } from "../../src/errors.ts";
import type { Clock, Log, Pages, Source } from "../../src/index.ts";
import { walkFolder } from "./folder-walk.ts";
import { pagesOfFiles } from "./pages-of-files.ts";
import { readSettled } from "./settled-read.ts";

export interface FolderSourceOptions {
  /** The knowledge folder; a link to one may be moved to another between two readings. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log?: Log;
}

/**
 * The pages of a folder: every `*.md` but the root's `README.md`, by path. Rejects with
 * `knowledge-missing` where there is no folder, `knowledge-empty` where it has no readable page,
 * and `knowledge-unreadable` where the file system fails; a page that is left out is a problem.
 * Opens files only inside of the folder, links or not.
 */
export function folderSource({ folder, clock, log }: FolderSourceOptions): Source {
  return {
    name: `folder ${folder}`,
    async read(signal) {
      try {
        const read = await readFolder(await rootOf(folder), { clock, signal });
        log?.debug({ pages: read.pages.length, problems: read.problems.length }, "folder read");
        return nonEmpty(read, folder);
      } catch (error) {
        if (error instanceof DocentError || signal?.aborted === true) throw error;
        const message = `The knowledge folder ${folder} cannot be read`;
        const remedy = "Check the disk or mount it is on, and that Docent may read it.";
        throw new DocentError("knowledge-unreadable", message, { remedy, cause: error });
      }
    },
  };
}

async function rootOf(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    if ((await stat(root)).isDirectory()) return root;
    throw new DocentError("knowledge-missing", `${folder} is a file and no folder of pages`, {
      remedy: "Name the folder that it lies in.",
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "ENOENT" && code !== "ENOTDIR") throw error;
  }
  throw new DocentError("knowledge-missing", `There is no knowledge folder ${folder}`, {
    remedy: "Make it and put Markdown pages into it, or name the folder that has them.",
  });
}

async function readFolder(
  root: string,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal | undefined },
): Promise<Pages> {
  const walk = await walkFolder(root, signal);
  const readings = await readSettled(walk.files, { clock, signal });
  const files = walk.files.flatMap(({ path }, index) => {
    const read = readings[index];
    return read === undefined ? [] : [{ path, read }];
  });
  return pagesOfFiles(files, walk.problems);
}

function nonEmpty(read: Pages, folder: string): Pages {
  if (read.pages.length > 0) return read;
  const [first] = read.problems;
  const message = `The knowledge folder ${folder} has no page`;
  throw new DocentError(
    "knowledge-empty",
    first === undefined ? message : `${message} that can be read (${first.page}: ${first.message})`,
    { remedy: "Put Markdown pages (`*.md`, but not only a `README.md`) into it." },
  );
}
