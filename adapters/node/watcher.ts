import { watch } from "node:fs";
import { realpath, statfs } from "node:fs/promises";
import type { Clock, KnowledgeAddress, Log } from "../../src/index.ts";
import { stampFolder } from "./folder-stamp.ts";

export interface WatchOptions {
  readonly address: KnowledgeAddress;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when pages have changed and nothing has been written for a moment; never twice at a time. */
  readonly onChange: () => Promise<void>;
  /** Polls whatever the file system. */
  readonly poll?: boolean;
}

/** An editor writes a file in several steps, a checkout writes hundreds of files. */
const QUIET_MS = 500;
/** Where it never gets quiet. */
const LONGEST_MS = 5_000;
const POLL_FOLDER_MS = 5_000;
/** A fetch costs the git host something, too. */
const POLL_GIT_MS = 60_000;

/** NFS, SMB (three), Ceph, FUSE, 9p, AFS, Coda: changes made elsewhere raise no event here. Linux: `statfs(2)`. */
const NETWORK = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x00c36400, 0x65735546, 0x01021997, 0x5346414f,
  0x73757245,
]);

/**
 * Watches the knowledge until the signal and never rejects: by events where the file system has them, else by looking every
 * few seconds; a git repository is fetched once a minute.
 */
export async function watchKnowledge(options: WatchOptions, signal: AbortSignal): Promise<void> {
  const { address, clock, log, poll } = options;
  const act = async (): Promise<void> => {
    // Who reloads reports; that one reload has failed does not end the watch.
    await options.onChange().catch(() => undefined);
  };
  if (address.kind === "git") {
    await each(POLL_GIT_MS, act, clock, signal);
    return;
  }
  const folder = address.path;
  if (poll !== true && !(await isNetwork(folder))) {
    const reason = await watchEvents(folder, act, clock, signal);
    if (signal.aborted) return;
    log.info({ reason }, "the knowledge is looked at every few seconds from now on");
  }
  let seen = await stampFolder(folder);
  await each(
    POLL_FOLDER_MS,
    async () => {
      const now = await stampFolder(folder);
      if (now === undefined || now === seen) return;
      // What is still being written to looks different again the next time.
      await clock.sleep(QUIET_MS, signal);
      if ((await stampFolder(folder)) !== now) return;
      seen = now;
      await act();
    },
    clock,
    signal,
  );
}

async function each(
  ms: number,
  look: () => Promise<void>,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    // Both end early only by the signal, which ends the loop.
    await clock.sleep(ms, signal).catch(() => undefined);
    if (!signal.aborted) await look().catch(() => undefined);
  }
}

async function isNetwork(folder: string): Promise<boolean> {
  try {
    return NETWORK.has((await statfs(folder)).type);
  } catch {
    // Not there yet: it is looked for until it is.
    return true;
  }
}

/** Resolves by the signal, or with the reason why there are no events any more. */
async function watchEvents(
  folder: string,
  act: () => Promise<void>,
  clock: Clock,
  signal: AbortSignal,
): Promise<string> {
  const failed = new AbortController();
  const until = AbortSignal.any([signal, failed.signal]);
  let changedAt = 0;
  let wake = Promise.withResolvers<void>();
  try {
    const watcher = watch(await realpath(folder), { recursive: true, signal: until });
    watcher.on("change", () => {
      changedAt = clock.now();
      wake.resolve();
    });
    watcher.on("error", (error) => failed.abort(error));
    until.addEventListener("abort", () => wake.resolve(), { once: true });
    while (!until.aborted) {
      await wake.promise;
      wake = Promise.withResolvers();
      const first = clock.now();
      while (
        !until.aborted &&
        clock.now() - changedAt < QUIET_MS &&
        clock.now() - first < LONGEST_MS
      ) {
        await clock.sleep(QUIET_MS - (clock.now() - changedAt), until).catch(() => undefined);
      }
      if (!until.aborted) await act();
    }
    return String(failed.signal.reason);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
