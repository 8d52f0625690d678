import { spawn } from "node:child_process";
import { withDeadline } from "../../src/building.ts";
import { DocentError } from "../../src/errors.ts";
import type { Clock } from "../../src/index.ts";

export interface GitCall {
  readonly args: readonly string[];
  /** The whole environment of the child. */
  readonly env: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** More output than this ends the call. */
  readonly mostBytes: number;
  readonly input?: string;
  readonly signal?: AbortSignal | undefined;
}

/** What git says when it fails: for `explainGit`, never to be shown as it is. */
export class GitFailure extends Error {}

const MOST_WORDS = 8_000;

/**
 * Runs git itself: without a shell, without a terminal to ask on, as a process group that ends as a whole when it takes too
 * long. Resolves with its standard output.
 */
export async function runGit(call: GitCall): Promise<Buffer> {
  const { args, env, clock, timeoutMs, mostBytes, input, signal } = call;
  signal?.throwIfAborted();
  const child = spawn("git", [...args], {
    env,
    detached: true,
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
  });
  const killAll = (): void => {
    try {
      // The group: git leaves the talking to ssh and to helpers of its own.
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended, or never began.
    }
  };
  const output: Buffer[] = [];
  let length = 0;
  let words = "";
  child.stdout?.on("data", (bytes: Buffer) => {
    length += bytes.length;
    if (length > mostBytes) killAll();
    else output.push(bytes);
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-MOST_WORDS);
  });
  // Git may end before it has read everything; its exit code says so.
  child.stdin?.on("error", () => undefined).end(input);

  const ended = new Promise<Buffer>((resolve, reject) => {
    child.on("error", (error: NodeJS.ErrnoException) => reject(error));
    child.on("close", (code) => {
      if (length > mostBytes) reject(new GitFailure(`fatal: more than ${mostBytes} bytes`));
      else if (code === 0) resolve(Buffer.concat(output));
      else reject(new GitFailure(words));
    });
  });
  signal?.addEventListener("abort", killAll, { once: true });
  try {
    return await withDeadline(clock, timeoutMs, "git", () => ended);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw missing(error);
    throw error;
  } finally {
    signal?.removeEventListener("abort", killAll);
    killAll();
  }
}

function missing(cause: unknown): DocentError {
  return new DocentError("source-failed", "There is no git on this machine", {
    remedy: "Install git, or give a folder as KNOWLEDGE_SOURCE.",
    cause,
  });
}
