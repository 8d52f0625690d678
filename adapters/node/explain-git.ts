import { shorten } from "../../src/building.ts";
import { DocentError } from "../../src/errors.ts";
import type { GitRemote } from "./git-remote.ts";
import { GitFailure } from "./run-git.ts";

const LONGEST = 300;

/** What git says, and what to do about it; the first that matches. */
const REMEDIES: readonly (readonly [said: RegExp, remedy: string])[] = [
  [
    /host key verification failed/i,
    "Add the host's key to known_hosts of the user that Docent runs as.",
  ],
  [
    /authentication failed|could not read (?:username|password)|permission denied|access denied|invalid credentials|\b40[13]\b/i,
    "Check the credentials: a token that may read the repository in the address, or a key in the ssh agent.",
  ],
  [
    /couldn't find remote ref|remote branch .* not found/i,
    "Name a branch that exists after # in KNOWLEDGE_SOURCE.",
  ],
  [
    /could not resolve host|connection (?:refused|timed out|reset)|network is unreachable|failed to connect|couldn't connect/i,
    "Check the network and the host's name; it is tried again with the next reload.",
  ],
  [
    /not found|does not appear to be a git repository|does not exist|no such file/i,
    "Check the repository's address in KNOWLEDGE_SOURCE, and that it may be read.",
  ],
  [/dubious ownership/i, "Let the repository belong to the user that Docent runs as."],
  [/no space left/i, "Make room on the disk that holds DATA_DIR."],
];

/** A failed fetch as an operator should read it: why, what to do, and no credentials. */
export function explainGit(error: unknown, remote: GitRemote): unknown {
  const late = error instanceof DocentError && error.code === "deadline-exceeded";
  if (!(error instanceof GitFailure) && !late) return error;
  const said = remote.hide(error.message);
  const message = `${remote.url} could not be fetched: ${late ? error.message : gist(said)}`;
  const remedy =
    REMEDIES.find(([pattern]) => pattern.test(said))?.[1] ??
    "Check the address, the network and the credentials; it is tried again with the next reload.";
  return new DocentError("source-failed", message, { remedy });
}

/** The lines that name the fault, as one, without git's good advice around them. */
function gist(said: string): string {
  const lines = said
    .split(/[\r\n]+/)
    .map((line) => line.replaceAll(/\p{Cc}+/gu, " ").trim())
    .filter((line) => line !== "");
  const faults = lines.filter((line) =>
    /^(?:fatal|error|ssh|remote: \S)|denied|failed/i.test(line),
  );
  const [first = "git failed without a word"] = faults.length === 0 ? lines : faults;
  const rest = faults.slice(1).filter((line) => !line.startsWith("fatal: Could not read from"));
  return shorten([first, ...rest].join("; ").replaceAll(/\b(?:fatal|error): /g, ""), LONGEST);
}
