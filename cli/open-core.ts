import type { Writer } from "../adapters/console/writer.ts";
import { safeLine } from "../adapters/console/safe-text.ts";
import { counted, parseConfig } from "../src/index.ts";
import type { Asker, Config, Log, Problem } from "../src/index.ts";
import type { Output } from "./command.ts";
import type { Core, World } from "./core.ts";
import { said } from "./said.ts";

/** Who asks on the command line. */
export const SHELL: Asker = { id: "shell:local", labels: ["shell:local"] };

/** Building takes long enough to wonder about after this. */
const PATIENCE_MS = 1_000;
const PROBLEMS_SHOWN = 5;

export interface OpenedCore extends Core {
  /** What stands before a page's path where an answer is cited. */
  readonly folder: string;
}

/** Builds the core on the configured knowledge, or on another folder, and tells about broken pages on stderr. */
export async function openCore(
  knowledge: string | undefined,
  world: World,
  { errors }: Output,
): Promise<OpenedCore> {
  const env = knowledge === undefined ? world.env : { ...world.env, KNOWLEDGE_SOURCE: knowledge };
  const config = parseConfig(env);
  const built = new AbortController();
  const progress = showProgress(world, errors, built.signal);
  try {
    const core = await world.build(config, { log: plainLog(errors), env: world.env });
    await tellProblems(core.facts.problems, errors);
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

async function tellProblems(problems: readonly Problem[], errors: Writer): Promise<void> {
  const sorted = problems.toSorted((a, b) => a.severity.localeCompare(b.severity));
  for (const { page, line, severity, ...sentences } of sorted.slice(0, PROBLEMS_SHOWN)) {
    await errors.write(`${severity}: ${safeLine(`${page}:${line}: ${said(sentences)}`)}\n`);
  }
  const rest = problems.length - PROBLEMS_SHOWN;
  if (rest > 0) await errors.write(`… and ${counted(rest, "more problem")} in the knowledge.\n`);
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
