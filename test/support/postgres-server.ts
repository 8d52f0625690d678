import { spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { startUntil, stop } from "./child.ts";
import { freePort } from "./free-port.ts";

/** A PostgreSQL of the test's own, on a free port of this machine, gone with everything in it when stopped. */
export interface PostgresServer {
  readonly url: string;
  readonly process: () => ChildProcess;
  start(): Promise<void>;
  /** As a machine that loses its power. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const binaries = findBinaries();
/** The server refuses to run as root; Debian's package brings a user for it. */
const account = process.getuid?.() === 0 ? "postgres" : undefined;

export const hasPostgres = binaries !== undefined;

/** Says in one line what was left out, and how to run it. */
export function tellPostgresIsMissing(): void {
  console.log(
    "Left out: tests against a real PostgreSQL, because it is not installed (Debian: apt-get install postgresql).",
  );
}

/** Debian keeps them out of the path, one folder for each version. */
function findBinaries(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  return [
    ...versions
      .toSorted((a, b) => Number(b) - Number(a))
      .map((version) => join(debian, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter),
  ].find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}

/** Undefined: as whoever runs the tests. */
function accountIds(): { readonly uid: number; readonly gid: number } | undefined {
  if (account === undefined) return undefined;
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, account]).stdout));
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

export async function startPostgres(): Promise<PostgresServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "docent-postgres-"));
  const ids = accountIds();
  if (ids !== undefined) chownSync(folder, ids.uid, ids.gid);
  const cluster = join(folder, "cluster");
  const program = (name: string): string => join(binaries ?? "", name);
  const made = spawnSync(
    program("initdb"),
    `-D ${cluster} -U docent -A trust --no-sync -E UTF8 --locale=C.UTF-8`.split(" "),
    { cwd: folder, ...ids },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr.toString()}`);

  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = await startUntil(
      program("postgres"),
      `-D ${cluster} -k ${folder} -p ${port} -c listen_addresses=127.0.0.1 -c fsync=off`.split(" "),
      /ready to accept connections/u,
      { cwd: folder, ...ids },
    );
  };
  await start();
  return {
    url: `postgres://docent@127.0.0.1:${port}/postgres`,
    process: () => child,
    start,
    kill: () => stop(child, "SIGQUIT"),
    async stop() {
      await stop(child, "SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
