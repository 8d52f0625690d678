import { createHash } from "node:crypto";
import { join, posix } from "node:path";
import { decodePage, LARGEST_PAGE, tooLarge } from "../../src/building.ts";
import { DocentError, explain } from "../../src/errors.ts";
import type { Clock, KnowledgeAddress, Pages, Problem, Source } from "../../src/index.ts";
import { explainGit } from "./explain-git.ts";
import { problemOf } from "./file-problems.ts";
import { isWanted, UNREADABLE_NAME } from "./folder-walk.ts";
import { gitClone } from "./git-clone.ts";
import type { GitClone, GitFile } from "./git-clone.ts";
import { permanentLink } from "./git-hosts.ts";
import { gitRemote } from "./git-remote.ts";
import { pageName, pagesOfFiles } from "./pages-of-files.ts";
import type { ReadFile } from "./pages-of-files.ts";
import { GitFailure } from "./run-git.ts";

export interface GitSourceOptions {
  readonly address: Extract<KnowledgeAddress, { readonly kind: "git" }>;
  /** The clone is kept in its `git` folder. */
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Where nothing can be fetched, the commit that was fetched last will do: for the first reading of a process. */
  readonly offline?: boolean;
}

const LINK = "120000";
const FILE = /^100/;

/**
 * The pages of a folder of a git repository, as they are in the last commit of a branch. Each page knows that commit and
 * where its host shows it. Rejects with `source-failed` where nothing can be fetched, and says why.
 */
export function gitSource({ address, dataDir, env, clock, offline }: GitSourceOptions): Source {
  const { branch, folder } = address;
  const remote = gitRemote(address.url, env);
  const name = `${remote.url}${branch === undefined ? "" : `#${branch}`}`;
  const place = createHash("sha256").update(name).digest("hex").slice(0, 16);
  const clone = gitClone({
    directory: join(dataDir, "git", `${place}.git`),
    remote,
    branch,
    clock,
  });

  /** Undefined: the last commit is here; otherwise why it is an older one. */
  async function fetch(signal: AbortSignal | undefined): Promise<Problem | undefined> {
    try {
      await clone.fetch(signal);
      return undefined;
    } catch (error) {
      const failure = explainGit(error, remote);
      if (offline !== true || (await clone.tip()) === undefined) throw failure;
      return notFetched(explain(failure));
    }
  }

  async function readTip(signal: AbortSignal | undefined): Promise<Pages> {
    const commit = await clone.tip();
    const files = commit === undefined ? undefined : await clone.list(commit, folder);
    if (commit === undefined || files === undefined) throw noFolder(folder, remote.url);
    const read = await readFiles(clone, files, signal);
    const pages = pagesOfFiles(read.files, read.problems, (path) => {
      const url = permanentLink(remote.url, commit, posix.join(folder, path));
      return { revision: commit, ...(url === undefined ? {} : { url }) };
    });
    if (pages.pages.length === 0) throw noPages(folder, remote.url);
    return { ...pages, revision: commit };
  }

  /** A clone that a bad disk has damaged is made anew, once. */
  async function readWhole(signal: AbortSignal | undefined): Promise<Pages> {
    try {
      return await readTip(signal);
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      await clone.forget();
      await clone.fetch(signal);
      return readTip(signal);
    }
  }

  return {
    name: `git ${name}`,
    async read(signal) {
      const late = await fetch(signal);
      try {
        const pages = await readWhole(signal);
        return late === undefined ? pages : { ...pages, problems: [...pages.problems, late] };
      } catch (error) {
        throw explainGit(error, remote);
      }
    },
  };
}

async function readFiles(
  clone: GitClone,
  listed: readonly GitFile[],
  signal: AbortSignal | undefined,
): Promise<{
  readonly files: readonly ReadFile[];
  readonly problems: readonly Problem[];
}> {
  const problems: Problem[] = [];
  const wanted: GitFile[] = [];
  const links: GitFile[] = [];
  for (const file of listed) {
    const { path, mode, size } = file;
    if (!isWanted(path) || path.split("/").some((part) => part.startsWith("."))) continue;
    if (UNREADABLE_NAME.test(path)) problems.push(problemOf(path, "file-name"));
    else if (mode === LINK) links.push(file);
    else if (!FILE.test(mode)) problems.push(problemOf(path, "no-file"));
    else if (size > LARGEST_PAGE) problems.push(tooLarge(path, size));
    else wanted.push(file);
  }
  const contents = await clone.read([...wanted, ...links], signal);
  const known = new Set(listed.map((file) => file.path));
  for (const [index, { path }] of links.entries()) {
    problems.push(linkProblem(path, contents[wanted.length + index], known));
  }
  const files = wanted.map(({ path }, index) => ({
    path,
    read: decodePage(contents[index] ?? new Uint8Array(), pageName(path)),
  }));
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), problems };
}

/** Links are not followed: what they lead to inside of the folder is read in its own place. */
function linkProblem(
  path: string,
  target: Uint8Array = new Uint8Array(),
  known: Set<string>,
): Problem {
  const to = posix.join(posix.dirname(path), Buffer.from(target).toString("utf8"));
  if (target[0] === 0x2f || to === ".." || to.startsWith("../"))
    return problemOf(path, "link-outside");
  return problemOf(path, known.has(to) ? "link-repeated" : "link-broken");
}

function notFetched(why: string): Problem {
  return {
    page: "KNOWLEDGE_SOURCE",
    line: 0,
    severity: "warning",
    code: "not-fetched",
    message: "The pages are those of the last time: nothing newer could be fetched",
    remedy: why,
  };
}

function noFolder(folder: string, url: string): DocentError {
  const what = folder === "" ? "commit" : `folder ${folder}`;
  return new DocentError("knowledge-missing", `${url} has no ${what}`, {
    remedy: "Name the folder that holds the pages behind the colon of KNOWLEDGE_SOURCE.",
  });
}

function noPages(folder: string, url: string): DocentError {
  const where = folder === "" ? url : `The folder ${folder} of ${url}`;
  return new DocentError("knowledge-empty", `${where} has no page that can be read`, {
    remedy: "Put Markdown pages (`*.md`, but not only a `README.md`) into it.",
  });
}
