import { parentPort } from "node:worker_threads";
import type { MessagePort } from "node:worker_threads";
import {
  buildSnapshot,
  changesBetween,
  contentsOf,
  readContents,
  stateOf,
  writeContents,
} from "../../src/building.ts";
import { DocentError } from "../../src/errors.ts";
import type { Asker, Cache, Snapshot, Source } from "../../src/index.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { digest } from "./digest.ts";
import { englishWords } from "./english-words.ts";
import { packPages, unpackPages } from "./packed-pages.ts";
import { sharedRoom } from "./shared-room.ts";
import { toFailure } from "./thread-messages.ts";
import type {
  AskMessage,
  BuildMessage,
  BuiltMessage,
  FromThread,
  ThreadSetup,
  ToThread,
} from "./thread-messages.ts";

/** What a thread needs to build snapshots; tests put slow and hungry ones in their place. */
export interface ThreadParts {
  readonly open: (setup: ThreadSetup, options: { readonly first: boolean }) => Source;
  readonly build?: typeof buildSnapshot;
  /** For a process's first build: what is reloaded is built beside one that serves, and nobody waits for it. */
  readonly cache?: Cache;
}

/** So many problems cross at once: a millisecond's work for who receives them. */
const PROBLEMS_AT_ONCE = 500;

/** In bytes. What a small folder leaves behind is not worth a moment of anybody's time. */
const WORTH_COLLECTING = 100_000_000;

/** Runs in a worker thread: builds one snapshot when told to, and answers for it until it is told to forget it. */
export function serveSnapshot(parts: ThreadParts): void {
  if (parentPort === null) throw new Error("A snapshot is served from a worker thread");
  const port: MessagePort = parentPort;
  const say = (message: FromThread): void => port.postMessage(message);
  let snapshot: Snapshot | undefined;
  let foreseen: { readonly made: ReturnType<typeof make>; readonly drop: () => void } | undefined;

  function foresee(setup: ThreadSetup): void {
    const dropped = new AbortController();
    const made = make(parts, { kind: "build", setup, unless: [] }, dropped.signal);
    // Whoever asks for it hears of it.
    made.catch(() => undefined);
    foreseen = { made, drop: () => dropped.abort() };
  }

  /** What was foreseen, where it is what is asked for; what is not is dropped before another is built beside it. */
  function takeForeseen({
    kept,
    unless,
    before,
    again,
  }: BuildMessage): Promise<Made | undefined> | undefined {
    const meant = kept === undefined && unless.length === 0 && before === undefined && !again;
    const taken = foreseen;
    foreseen = undefined;
    if (meant) return taken?.made;
    taken?.drop();
    return undefined;
  }

  async function build(message: BuildMessage): Promise<void> {
    try {
      const made = await (takeForeseen(message) ?? make(parts, message));
      if (made === undefined) {
        say({ kind: "unchanged" });
        return;
      }
      snapshot = made.snapshot;
      // Its table of completions is made when the first is asked for: before it serves where that takes longer than a moment.
      const complete = () => snapshot?.suggest("", NOBODY, 1);
      if (isLarge()) {
        await complete();
        await collectGarbage();
      }
      const { problems, ...facts } = snapshot.facts;
      for (let at = 0; at < problems.length; at += PROBLEMS_AT_ONCE) {
        say({ kind: "problems", problems: problems.slice(at, at + PROBLEMS_AT_ONCE) });
      }
      say({ kind: "built", facts, details: made.details });
      // Whatever becomes of it, the snapshot is built and serves.
      complete()?.catch(() => undefined);
    } catch (error) {
      say({ kind: "not-built", error: toFailure(error) });
    }
  }

  async function forget(): Promise<void> {
    snapshot = undefined;
    if (isLarge()) await collectGarbage();
    say({ kind: "forgotten" });
  }

  async function answer({ id, method, args }: AskMessage): Promise<void> {
    try {
      if (snapshot === undefined) throw new Error("The snapshot is not built yet");
      // Typed where it is asked: the arguments are those of the caller's own call.
      const ask = snapshot[method] as (...given: readonly unknown[]) => Promise<unknown>;
      say({ kind: "answered", id, value: await ask(...args) });
    } catch (error) {
      say({ kind: "not-answered", id, error: toFailure(error) });
    }
  }

  port.on("message", (message: ToThread) => {
    if (message.kind === "ask") void answer(message);
    else if (message.kind === "build") void build(message);
    else if (message.kind === "foresee") foresee(message.setup);
    else void forget();
  });
  say({ kind: "up" });
}

function isLarge(): boolean {
  return process.memoryUsage().heapUsed > WORTH_COLLECTING;
}

const NOBODY: Asker = { id: "docent:thread", labels: [] };

interface Made {
  readonly snapshot: Snapshot;
  readonly details: BuiltMessage["details"];
}

/** Undefined: the source is in one of the states in which it is not worth a build. */
async function make(
  { open, build = buildSnapshot, cache }: ThreadParts,
  { setup, kept, unless, before, again }: BuildMessage,
  signal?: AbortSignal,
): Promise<Made | undefined> {
  const isFirst = unless.length === 0 && before === undefined && kept === undefined;
  const pages =
    kept === undefined
      ? await open(setup, { first: unless.length === 0 }).read(signal)
      : unpackPages(kept.packed);
  signal?.throwIfAborted();
  const state = stateOf(pages, digest);
  if (unless.includes(state)) return undefined;
  // Compressed by other threads while this one builds.
  const packing = again === true ? undefined : packPages(pages);
  const snapshot = await build(pages, {
    threshold: setup.threshold,
    groups: setup.groups,
    isWord: englishWords(),
    hash: digest,
    now: () => performance.now(),
    cache: isFirst ? cache : undefined,
  });
  if (kept !== undefined && snapshot.facts.version !== kept.version) {
    const message = `The kept version ${kept.version} is damaged: its pages are not what was kept`;
    const remedy = "Reload from the source, or go back to another version.";
    throw new DocentError("knowledge-unreadable", message, { remedy });
  }
  if (packing === undefined) return { snapshot, details: undefined };
  const contents = contentsOf(pages.pages, snapshot.passages, digest);
  const changes = changesBetween(
    before === undefined ? undefined : readContents(textOf(before)),
    contents,
  );
  const details = {
    state,
    changes,
    contents: sharedText(writeContents(contents)),
    packed: await packing,
  };
  return { snapshot, details };
}

/** As UTF-8, without another copy on the way. */
function sharedText(text: string): Uint8Array {
  const room = sharedRoom(Buffer.byteLength(text));
  Buffer.from(room.buffer, 0, room.length).write(text);
  return room;
}

function textOf({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString("utf8");
}
