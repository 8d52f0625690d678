import { spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startUntil, stop } from "./child.ts";
import { freePort } from "./free-port.ts";

/** A Redis of the test's own, on a free port of this machine, gone with everything in it when stopped. */
export interface RedisServer {
  readonly url: string;
  readonly process: () => ChildProcess;
  /** Ends it and starts it anew on the same port, empty. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const COMMAND = "redis-server";

export const hasRedis = spawnSync(COMMAND, ["--version"]).status === 0;

/** Says in one line what was left out, and how to run it. */
export function tellRedisIsMissing(): void {
  console.log(
    "Left out: tests against a real Redis, because redis-server is not installed (Debian: apt-get install redis-server).",
  );
}

export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "docent-redis-"));
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = await startUntil(
      COMMAND,
      ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", ""],
      /Ready to accept connections/u,
    );
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    process: () => child,
    start,
    kill: () => stop(child, "SIGKILL"),
    async stop() {
      await stop(child, "SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
