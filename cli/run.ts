import { createWriter } from "../adapters/console/writer.ts";
import { DocentError, explain } from "../src/index.ts";
import type { Command, Output } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import type { Listed } from "./commands.ts";
import type { World } from "./core.ts";

const version: Command = {
  usage: "docent version\n",
  async run(_args, world, { out }) {
    await out.write(`docent ${world.version}\n`);
    return 0;
  },
};

const help: Command = {
  get usage() {
    return overview();
  },
  async run([name], _world, { out }) {
    await out.write(name === undefined ? overview() : (await find(name)).usage);
    return 0;
  },
};

const ALL: readonly Listed[] = [
  ...COMMANDS,
  { name: "help", summary: "explains a command", load: async () => help },
  { name: "version", summary: "prints the version", load: async () => version },
];

const FAILURE = 1;
const WRONG_CALL = 2;

/** Runs `docent …` and gives the exit code: 0 done, 1 a failure, 2 a wrong call. Never rejects. */
export async function runCli(args: readonly string[], world: World): Promise<number> {
  const output: Output = { out: createWriter(world.stdout), errors: createWriter(world.stderr) };
  const [name, ...rest] = withoutSynonyms(args);
  let command: Command | undefined;
  try {
    command = await find(name);
    return await command.run(rest, world, output);
  } catch (error) {
    await output.errors.write(`${explain(error)}\n`).catch(() => undefined);
    if (!(error instanceof DocentError && error.code === "usage")) return FAILURE;
    await output.errors.write(`\n${command?.usage ?? overview()}`).catch(() => undefined);
    return WRONG_CALL;
  }
}

/** `--help`, also behind a command, and `--version`. What stands after -- is a question. */
function withoutSynonyms(args: readonly string[]): readonly string[] {
  const [name = ""] = args;
  if (name === "--version" || name === "-v") return ["version"];
  const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  if (!options.includes("--help") && !options.includes("-h")) return args;
  return name.startsWith("-") ? ["help"] : ["help", name];
}

async function find(name: string | undefined): Promise<Command> {
  const listed = ALL.find((one) => one.name === name);
  if (listed !== undefined) return listed.load();
  const remedy = "These are:";
  if (name === undefined) throw new DocentError("usage", "There is no command", { remedy });
  const { closest } = await import("../src/authoring.ts");
  const names = ALL.map((one) => one.name);
  const meant = closest(name, names);
  throw new DocentError("usage", `“${name}” is no command`, {
    remedy: meant === undefined ? remedy : `Did you mean “${meant}”? ${remedy}`,
  });
}

function overview(): string {
  const lines = ALL.map((command) => `  ${command.name.padEnd(10)}${command.summary}`);
  return `docent COMMAND …\n\n${lines.join("\n")}\n\n“docent help COMMAND” explains a command.\n`;
}
