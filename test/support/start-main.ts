import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { onTestFinished } from "vitest";
import { emptyFolder } from "./knowledge-folder.ts";
import { until } from "./until.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

export interface RunningMain {
  readonly child: ChildProcess;
  readonly dataDir: string;
  readonly out: () => string;
  readonly errors: () => string;
  /** The lines of the log, parsed: each has to be JSON. */
  readonly log: () => readonly Readonly<Record<string, unknown>>[];
  /** Where the page is served; waits until it is, or rejects with what was printed where the process has ended. */
  readonly address: () => Promise<string>;
  readonly exited: Promise<number | null>;
}

/** The program as an operator starts it, with nothing of this process's environment; killed when the test ends. */
export function startMain(env: Readonly<Record<string, string>>): RunningMain {
  const dataDir = env["DATA_DIR"] ?? emptyFolder();
  const child = spawn(process.execPath, ["main.ts"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: dataDir,
      DATA_DIR: dataDir,
      PORT: "0",
      ...env,
    },
  });
  const printed = { out: "", errors: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.errors += text));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await exited;
  });
  return {
    child,
    dataDir,
    exited,
    out: () => printed.out,
    errors: () => printed.errors,
    log: () =>
      printed.errors
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    async address() {
      const where = /Docent answers on (http:\S+)/u;
      await until(() => where.test(printed.out) || child.exitCode !== null);
      const address = where.exec(printed.out)?.[1];
      if (address === undefined) throw new Error(`it ended: ${printed.errors}`);
      return address;
    },
  };
}
