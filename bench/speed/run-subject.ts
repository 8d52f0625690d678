import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Figures } from "./figures.ts";
import type { Subject } from "./subjects.ts";

const CHILD = fileURLToPath(new URL("../speed-subject.ts", import.meta.url));
const HEAP_MB = 4_096;
/** As much room for the young as Docent's search thread has (adapters/node/start-worker.ts): young generations are three of these. */
const SEMI_SPACE_MB = 64;

/** Measures a subject in a process of its own, which is ended when the time is up. */
export function runSubject(
  subject: Subject,
  folder: string,
  limitSeconds: number,
): Promise<Figures> {
  const node = [
    `--max-old-space-size=${HEAP_MB}`,
    `--max-semi-space-size=${SEMI_SPACE_MB}`,
    "--disable-warning=ExperimentalWarning",
  ];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...node, CHILD, subject, folder],
      { timeout: limitSeconds * 1_000, killSignal: "SIGKILL", maxBuffer: 1_000_000 },
      (error, stdout, stderr) => {
        if (error === null) resolve(JSON.parse(stdout) as Figures);
        else if (error.killed === true) {
          resolve({ subject, state: "late", why: `not ready and asked within ${limitSeconds} s` });
        } else {
          const memory = /heap out of memory/i.test(stderr);
          const reason =
            stderr.split("\n").find((line) => /^\w*Error\b/.test(line)) ?? error.message;
          const why = memory ? `needs more than ${HEAP_MB} MB of heap` : reason;
          resolve({ subject, state: "failed", why });
        }
      },
    );
  });
}
