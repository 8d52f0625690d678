import type { Worker } from "node:worker_threads";
import { DocentError } from "../../src/index.ts";
import type { Built, Problem, SnapshotFacts } from "../../src/index.ts";
import { fromFailure } from "./thread-messages.ts";
import type { Asked, BuildMessage, FromThread, ToThread } from "./thread-messages.ts";

/** A worker thread that builds one snapshot at a time and answers for it. Main's end of `serve-snapshot.ts`. */
export interface SnapshotThread {
  /** Undefined: the source is as it was. */
  build(message: BuildMessage): Promise<BuiltInThread | undefined>;
  ask(method: Asked, args: readonly unknown[]): Promise<unknown>;
  /** Drops the snapshot, so that another can be built. */
  forget(): Promise<void>;
  /** Who hears from now on when the thread ends without being told to. */
  whenLost(hear: (error: DocentError) => void): void;
  end(): Promise<void>;
}

export interface BuiltInThread {
  readonly facts: SnapshotFacts;
  readonly details: Omit<Built, "snapshot"> | undefined;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** `memoryMb` is the limit the worker was started with, to name it when it is reached. */
export function snapshotThread(worker: Worker, memoryMb: number): SnapshotThread {
  const asked = new Map<number, Pending>();
  let problems: Problem[] = [];
  let building: Pending | undefined;
  let forgetting: Pending | undefined;
  let nextId = 0;
  let failure: DocentError | undefined;
  let told = false;
  let hear: (error: DocentError) => void = () => undefined;

  /** What a build has told is not kept for the sake of a thread that waits. */
  function finishBuild(): Pending | undefined {
    const pending = building;
    building = undefined;
    return pending;
  }

  function settle(message: FromThread): void {
    switch (message.kind) {
      case "up":
        return;
      case "problems":
        problems.push(...message.problems);
        return;
      case "built":
        finishBuild()?.resolve({ facts: { ...message.facts, problems }, details: message.details });
        return;
      case "unchanged":
        finishBuild()?.resolve(undefined);
        return;
      case "not-built":
        finishBuild()?.reject(fromFailure(message.error));
        return;
      case "forgotten":
        problems = [];
        forgetting?.resolve(undefined);
        forgetting = undefined;
        return;
      case "answered":
      case "not-answered": {
        const pending = asked.get(message.id);
        asked.delete(message.id);
        if (message.kind === "answered") pending?.resolve(message.value);
        else pending?.reject(fromFailure(message.error));
      }
    }
  }

  function end(error: DocentError): void {
    failure ??= error;
    for (const pending of [...asked.values(), building, forgetting]) pending?.reject(failure);
    asked.clear();
    if (!told) hear(failure);
  }

  const send = <T>(message: ToThread, keep: (pending: Pending) => void): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (failure !== undefined) {
        reject(failure);
        return;
      }
      worker.postMessage(message, []);
      // The thread answers with what the method that was asked returns.
      keep({ resolve: (value) => resolve(value as T), reject });
    });

  worker.on("message", settle);
  worker.on("messageerror", (error) => end(lostBy(error.message)));
  worker.on("error", (error: Error & { code?: string }) => {
    end(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? outOfMemory(memoryMb) : lostBy(error.message));
  });
  worker.on("exit", (code) => end(lostBy(`it ended with code ${code}`)));

  return {
    build(message) {
      problems = [];
      return send(message, (pending) => (building = pending));
    },
    forget: () => send({ kind: "forget" }, (pending) => (forgetting = pending)),
    ask(method, args) {
      const id = nextId++;
      return send({ kind: "ask", id, method, args }, (pending) => asked.set(id, pending));
    },
    whenLost: (listener) => void (hear = listener),
    async end() {
      told = true;
      await worker.terminate();
    },
  };
}

function outOfMemory(memoryMb: number): DocentError {
  return new DocentError(
    "snapshot-failed",
    `The knowledge needs more memory than its limit of ${memoryMb} MB`,
    { remedy: "Give the machine or container more memory, or leave out the largest pages." },
  );
}

function lostBy(reason: string): DocentError {
  return new DocentError("snapshot-failed", `The knowledge's thread was lost: ${reason}`, {
    remedy: "It is built again by itself; if it stays so, reload the knowledge.",
  });
}
