import { fork } from "node:child_process";

/** A server in a process of its own. */
export interface Started {
  readonly url: string;
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
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}

/** Says to whoever started this process where it listens. */
export function ready(url: string): void {
  const message: Ready = { url };
  if (process.send === undefined) console.log(url);
  else process.send(message);
}
