import { mkdir, rm } from "node:fs/promises";
import type { Clock } from "../../src/index.ts";
import type { GitRemote } from "./git-remote.ts";
import { GitFailure, runGit } from "./run-git.ts";

/** A file of a commit. */
export interface GitFile {
  /** From the folder that was listed. */
  readonly path: string;
  /** `100644` a file, `120000` a link, `160000` another repository. */
  readonly mode: string;
  readonly object: string;
  readonly size: number;
}

/**
 * The last commit of a branch, on this disk: a bare repository, so nothing is checked out, no filter or hook of the
 * repository's runs, and what is read is one commit whole, whatever is fetched meanwhile.
 */
export interface GitClone {
  /** Brings the branch's last commit here. */
  fetch(signal?: AbortSignal): Promise<void>;
  /** Begins anew at the next fetch: what is here cannot be read. */
  forget(): Promise<void>;
  /** The commit that was fetched last; undefined: none yet. */
  tip(): Promise<string | undefined>;
  /** Every file below a folder; undefined: the commit has no such folder. */
  list(commit: string, folder: string): Promise<readonly GitFile[] | undefined>;
  /** The contents of some objects, in their order. */
  read(files: readonly GitFile[], signal?: AbortSignal): Promise<readonly Uint8Array[]>;
}

export interface CloneOptions {
  readonly directory: string;
  readonly remote: GitRemote;
  readonly branch: string | undefined;
  readonly clock: Clock;
}

const TIP = "refs/docent/tip";
const FETCH_MS = 120_000;
const LOCAL_MS = 60_000;
const MOST_LISTED = 64_000_000;
const MOST_READ = 1_000_000_000;

/** What a killed fetch or a bad disk leaves behind; a new clone is the cure. */
const BROKEN =
  /\.lock': File exists|not a git repository: |bad object|corrupt|loose object|inflate|bad (?:config|ref)|invalid (?:gitfile|shallow)/i;

export function gitClone({ directory, remote, branch, clock }: CloneOptions): GitClone {
  const git = (
    args: readonly string[],
    more: { readonly timeoutMs?: number; readonly mostBytes?: number; readonly input?: string } & {
      readonly signal?: AbortSignal | undefined;
    } = {},
  ): Promise<Buffer> =>
    runGit({
      args: [...remote.options, "--git-dir", directory, ...args],
      env: remote.env,
      clock,
      timeoutMs: LOCAL_MS,
      mostBytes: MOST_LISTED,
      ...more,
    });

  async function fetchOnce(signal: AbortSignal | undefined): Promise<void> {
    await mkdir(directory, { recursive: true });
    // Leaves one that is there as it is.
    await git(["init", "--quiet", "--bare", "--template="], { signal });
    const tip = `+${branch === undefined ? "HEAD" : `refs/heads/${branch}`}:${TIP}`;
    const how = ["--quiet", "--depth=1", "--no-tags", "--no-write-fetch-head"];
    await git(["fetch", ...how, "--", remote.url, tip], { signal, timeoutMs: FETCH_MS });
  }

  const forget = (): Promise<void> => rm(directory, { recursive: true, force: true });

  return {
    async fetch(signal) {
      try {
        await fetchOnce(signal);
      } catch (error) {
        if (!(error instanceof GitFailure) || !BROKEN.test(error.message)) throw error;
        await forget();
        await fetchOnce(signal);
      }
    },
    forget,
    async tip() {
      try {
        const said = await git(["rev-parse", "--quiet", "--verify", `${TIP}^{commit}`]);
        return said.toString("utf8").trim();
      } catch (error) {
        if (error instanceof GitFailure) return undefined;
        throw error;
      }
    },
    async list(commit, folder) {
      const tree = `${commit}:${folder}`;
      try {
        const type = await git(["cat-file", "-t", tree]);
        if (type.toString("utf8").trim() !== "tree") return undefined;
      } catch (error) {
        if (error instanceof GitFailure) return undefined;
        throw error;
      }
      const listed = await git(["ls-tree", "-r", "-l", "-z", "--full-tree", tree]);
      return listed.toString("utf8").split("\0").filter(Boolean).map(readEntry);
    },
    async read(files, signal) {
      if (files.length === 0) return [];
      const input = `${files.map((file) => file.object).join("\n")}\n`;
      const batch = await git(["cat-file", "--batch"], { input, signal, mostBytes: MOST_READ });
      return readBatch(batch, files.length);
    },
  };
}

/** `100644 blob a98c46c7…      42\tit/vpn.md`. */
function readEntry(entry: string): GitFile {
  const tab = entry.indexOf("\t");
  const [mode = "", , object = "", size = ""] = entry.slice(0, tab).split(/ +/);
  return { path: entry.slice(tab + 1), mode, object, size: Number(size) || 0 };
}

/** `<object> blob <size>\n<bytes>\n`, again and again. */
function readBatch(batch: Buffer, count: number): readonly Uint8Array[] {
  const contents: Uint8Array[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    const end = batch.indexOf("\n", at);
    const [, kind, size = ""] = batch.toString("latin1", at, Math.max(at, end)).split(" ");
    if (end < 0 || kind !== "blob") throw new GitFailure("fatal: bad object in the clone");
    const from = end + 1;
    contents.push(batch.subarray(from, from + Number(size)));
    at = from + Number(size) + 1;
  }
  return contents;
}
