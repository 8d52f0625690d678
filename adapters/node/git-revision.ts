import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { DocentError } from "../../src/index.ts";
import type { Clock, Pages } from "../../src/index.ts";
import { folderSource } from "./folder-source.ts";
import { GitFailure, runGit } from "./run-git.ts";

export interface GitRevision {
  /** A branch, a tag, a commit, `HEAD~3`: whatever git can resolve. */
  readonly revision: string;
  /** The knowledge folder in a work tree; it need not be there any more. */
  readonly folder: string;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const LOCAL_MS = 60_000;
const MOST_BYTES = 1_000_000;

/** Where git looks for a repository when it is run by a hook: not where ours is. */
const FOREIGN = new Set(["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"]);

/**
 * The pages of a folder as they were at a git revision, read by the same rules as a folder of today: the files are put into a
 * temporary folder beside an index of their own, so that neither the work tree nor its index is touched. Rejects with
 * `source-failed` where git does not know the revision, and with what `folderSource` says.
 */
export async function readRevision({ revision, folder, clock, env }: GitRevision): Promise<Pages> {
  const { at, below } = nearest(resolve(folder));
  const place = await mkdtemp(join(tmpdir(), "docent-revision-"));
  const git = async (...args: readonly string[]): Promise<string> => {
    const call = { clock, timeoutMs: LOCAL_MS, mostBytes: MOST_BYTES };
    const environment = { ...inherited(env), GIT_INDEX_FILE: join(place, "index") };
    return String(await runGit({ ...call, env: environment, args: ["-C", at, ...args] })).trim();
  };
  const resolved = async (name: string, fault: DocentError): Promise<string> => {
    try {
      return await git("rev-parse", "--verify", "--quiet", "--end-of-options", name);
    } catch (error) {
      throw error instanceof GitFailure ? fault : error;
    }
  };

  try {
    const prefix = await prefixOf(git, folder);
    const path = [prefix.replace(/\/$/, ""), ...below].filter((part) => part !== "").join("/");
    const commit = await resolved(`${revision}^{commit}`, unknownRevision(revision));
    const tree = await resolved(`${commit}:${path}`, noFolder(revision, path));
    const copy = join(place, "pages");
    await mkdir(copy);
    await git("-c", "core.sparseCheckout=false", "read-tree", tree);
    // Paths of an index are relative to the top of the work tree, and this one has one of its own.
    await git("--work-tree", copy, "checkout-index", "--all", "--quiet", `--prefix=${copy}/`);
    return { ...(await readCopy(copy, `${path} at ${revision}`, clock)), revision: commit };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** The nearest folder that is still there, and the names from there to the one that is meant. */
function nearest(folder: string): { readonly at: string; readonly below: readonly string[] } {
  const below: string[] = [];
  let at = folder;
  while (!existsSync(at) && dirname(at) !== at) {
    below.unshift(basename(at));
    at = dirname(at);
  }
  return { at, below };
}

async function prefixOf(
  git: (...args: readonly string[]) => Promise<string>,
  folder: string,
): Promise<string> {
  try {
    return await git("rev-parse", "--show-prefix");
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    throw new DocentError("source-failed", `${folder} is in no git repository`, {
      remedy: "Run the command in a work tree, or give two folders.",
    });
  }
}

async function readCopy(copy: string, name: string, clock: Clock): Promise<Pages> {
  try {
    return await folderSource({ folder: copy, clock }).read();
  } catch (error) {
    if (!(error instanceof DocentError)) throw error;
    const message = error.message.replace(copy, name);
    throw new DocentError(error.code, message, { remedy: error.remedy, cause: error });
  }
}

function inherited(env: GitRevision["env"]): Record<string, string> {
  const entries = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !FOREIGN.has(entry[0]),
  );
  return { ...Object.fromEntries(entries), LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" };
}

function unknownRevision(revision: string): DocentError {
  return new DocentError("source-failed", `${revision} is neither a folder nor a git revision`, {
    remedy:
      "Name a folder, a branch, a tag or a commit; in CI, check out with the whole history (fetch-depth: 0).",
  });
}

function noFolder(revision: string, path: string): DocentError {
  return new DocentError("knowledge-missing", `${revision} has no folder ${path}`, {
    remedy: "Name the folder that the pages were in then: --knowledge DIR.",
  });
}
