import { statfs } from "node:fs/promises";
import type { Clock, KnowledgeAddress, Log } from "../../src/index.ts";
import { stampFolder } from "./folder-stamp.ts";
import { QUIET_MS, watchEvents } from "./watch-events.ts";

export interface WatchOptions {
  readonly address: KnowledgeAddress;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when pages have changed and nothing has been written for a moment; never twice at a time. */
  readonly onChange: () => Promise<unknown>;
  /** Looks every few seconds, whatever the file system. */
  readonly poll?: boolean;
}

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
  const { address, clock, log } = options;
  const act = async (): Promise<void> => {
    // Who reloads reports; that one reload has failed does not end the watch.
    await options.onChange().catch(() => undefined);
  };
  if (address.kind === "git") {
    await each(POLL_GIT_MS, act, clock, signal);
    return;
  }
  const folder = address.path;
  while (!signal.aborted && options.poll !== true && !(await isNetwork(folder))) {
    const end = await watchEvents(folder, { act, clock }, signal);
    if (end.kind === "moved") await act();
    else if (end.kind === "failed") {
      log.info({ reason: end.reason }, "the knowledge is looked at every few seconds from now on");
      break;
    }
  }
  await pollFolder(folder, act, clock, signal);
}

async function pollFolder(
  folder: string,
  act: () => Promise<void>,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  let seen = await stampFolder(folder);
  const look = async (): Promise<void> => {
    const now = await stampFolder(folder);
    if (now === undefined || now === seen) return;
    // What is still being written to looks different again the next time.
    await clock.sleep(QUIET_MS, signal);
    if ((await stampFolder(folder)) !== now) return;
    seen = now;
    await act();
  };
  await each(POLL_FOLDER_MS, look, clock, signal);
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
    // It is not there: it is looked for until it is.
    return true;
  }
}
