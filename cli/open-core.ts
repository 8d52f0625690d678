import type { Writer } from "../adapters/console/writer.ts";
import { safeLine } from "../adapters/console/safe-text.ts";
import { parseConfig } from "../src/config.ts";
import { counted } from "../src/index.ts";
import type { Asker, Config, Log, Problem } from "../src/index.ts";
import type { Output } from "./command.ts";
import type { Core, World } from "./core.ts";
import { said } from "./said.ts";

/** Who asks on the command line. */
export const SHELL: Asker = { id: "shell:local", labels: ["shell:local"] };

/** Building takes long enough to wonder about after this. */
const PATIENCE_MS = 1_000;
const ERRORS_SHOWN = 5;

export interface OpenedCore extends Core {
  /** What stands before a page's path where an answer is cited. */
  readonly folder: string;
}

/** Builds the core on the configured knowledge, or on another folder, and tells about broken pages on stderr, in few lines. */
export async function openCore(
  knowledge: string | undefined,
  world: World,
  { errors }: Output,
): Promise<OpenedCore> {
  const env = knowledge === undefined ? world.env : { ...world.env, KNOWLEDGE_SOURCE: knowledge };
  const config = await parseConfig(env);
  const built = new AbortController();
  const progress = showProgress(world, errors, built.signal);
  try {
    const core = await world.build(config, { log: plainLog(errors), env: world.env });
    const check = knowledge === undefined ? "docent check" : `docent check ${quoted(knowledge)}`;
    await tellProblems(core.facts.problems, check, errors);
    return { ...core, folder: folderName(config) };
  } finally {
    built.abort();
    await progress;
  }
}

/** A line on a terminal, taken away again when the work is done. */
async function showProgress(world: World, errors: Writer, done: AbortSignal): Promise<void> {
  if (world.stderr.isTTY !== true) return;
  const waiting = await world.clock.sleep(PATIENCE_MS, done).then(
    () => true,
    () => false,
  );
  if (!waiting) return;
  await errors.write("Reading the knowledge…");
  await new Promise<void>((resolve) => {
    if (done.aborted) resolve();
    else done.addEventListener("abort", () => resolve(), { once: true });
  });
  await errors.write("\r\u001B[K");
}

/**
 * Errors, by which a page or who may read it is lost, and what is wrong with the source itself; the rest is for authors, and
 * only counted.
 */
async function tellProblems(
  problems: readonly Problem[],
  check: string,
  errors: Writer,
): Promise<void> {
  const told = problems
    .filter(({ severity, code }) => severity === "error" || code === "not-fetched")
    .slice(0, ERRORS_SHOWN);
  for (const { page, line, severity, ...sentences } of told) {
    await errors.write(
      `${severity}: ${safeLine(`${page}${line === 0 ? "" : `:${line}`}: ${said(sentences)}`)}\n`,
    );
  }
  const rest = problems.length - told.length;
  if (rest === 0) return;
  const what = counted(rest, told.length === 0 ? "problem" : "more problem");
  await errors.write(
    safeLine(`${what} in the knowledge; \`${check}\` shows ${rest === 1 ? "it" : "them"}.`) + "\n",
  );
}

/** As a shell reads it; who has a quote in a folder's name can do without a line to copy. */
function quoted(folder: string): string {
  return /\s/u.test(folder) ? `'${folder}'` : folder;
}

/** A person at a terminal wants sentences, and only what went wrong. */
export function plainLog(errors: Writer): Log {
  const write = (level: string) => (_fields: object, message: string) => {
    // What a log writes waits for nobody; a failing stderr shows itself at the next line of the command's own.
    errors.write(`${level}: ${safeLine(message)}\n`).catch(() => undefined);
  };
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: write("warning"),
    error: write("error"),
  };
}

function folderName({ knowledge: { address } }: Config): string {
  const path = address.kind === "folder" ? address.path : address.folder;
  return path.replace(/^\.\/|\/+$/g, "");
}
