import { fork } from "node:child_process";
import { once } from "node:events";

/** A server in a process of its own. */
export interface Started {
  readonly url: string;
  /** Microseconds of a processor that it has used so far, on all of its threads. */
  used(): Promise<number>;
  stop(): Promise<void>;
}

interface Ready {
  readonly url: string;
}

/** Starts `bench/http/<name>.ts`, which says where it listens and ends when this process lets go of it. */
export async function start(name: string, ...words: readonly string[]): Promise<Started> {
  const child = fork(new URL(`${name}.ts`, import.meta.url), words);
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve((message as Ready).url));
    void ended.then((code) => reject(new Error(`${name} ended with ${code} before it was ready`)));
  });
  return {
    url,
    async used() {
      const answer = once(child, "message") as Promise<[number]>;
      child.send("used?");
      const [microseconds] = await answer;
      return microseconds;
    },
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}

/** Says to whoever started this process where it listens, and from then on when asked what it has used. */
export function ready(url: string): void {
  const message: Ready = { url };
  if (process.send === undefined) {
    console.log(url);
    return;
  }
  process.send(message);
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
}
