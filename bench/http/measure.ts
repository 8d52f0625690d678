import { fork } from "node:child_process";

/** Requests, in all and a second; latencies in milliseconds. */
export interface Figures {
  readonly answered: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

interface Load {
  readonly url: string;
  readonly seconds: number;
  readonly connections: number;
  /** A steady rate a second; as much as goes where there is none. */
  readonly rate?: number;
}

/** What a server takes of a load from another process. Rejects where a single request was not answered. */
export async function measure({ url, seconds, connections, rate }: Load): Promise<Figures> {
  const options = {
    url,
    duration: seconds,
    connections,
    ...(rate !== undefined && { overallRate: rate }),
  };
  const child = fork(new URL("load.ts", import.meta.url), [JSON.stringify(options)]);
  const { failed, ...figures } = await new Promise<Figures & { failed: number }>(
    (resolve, reject) => {
      child.once("message", (message) => resolve(message as Figures & { failed: number }));
      child.once("exit", (code) => reject(new Error(`the load ended with ${code}`)));
    },
  );
  if (failed > 0) throw new Error(`${url}: ${failed} requests were not answered`);
  return figures;
}
