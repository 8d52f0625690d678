import { adminSocketPath, callAdmin } from "../adapters/node/admin-socket.ts";
import { renderBlocks } from "../adapters/console/render.ts";
import { parseConfig } from "../src/config.ts";
import { DocentError } from "../src/index.ts";
import type { AdminReply, Config } from "../src/index.ts";
import { wrongCall } from "./command.ts";
import type { Command, Output } from "./command.ts";
import type { World } from "./core.ts";
import { plainLog, SHELL } from "./open-core.ts";
import { viewOf } from "./view.ts";

/** What an administrative command can be answered from where no Docent runs. */
export type Offline =
  /** What is kept, or what is kept and the pages. */
  | "store"
  | "knowledge"
  /** It is about the process itself. */
  | "never";

export interface AdminWords {
  /** Behind the name, for the usage. */
  readonly words: string;
  readonly offline: Offline;
}

/** Says `name` and what stands behind it to the Docent that runs on this machine, or to what it has left behind. */
export function adminCommand(name: string, { words, offline }: AdminWords): Command {
  const where =
    offline === "never"
      ? "Asks the Docent that runs on this machine (DATA_DIR says which)."
      : "Asks the Docent that runs on this machine (DATA_DIR says which); where none runs, what it has kept.";
  return {
    usage: `docent ${name}${words} [--json]\n\n  ${where}\n`,
    async run(args, world, output) {
      const given = args.filter((word) => word !== "--json");
      const unknown = given.find((word) => word.startsWith("--"));
      if (unknown !== undefined) throw wrongCall(`There is no option ${unknown}`);
      const config = await parseConfig(world.env);
      const line = [name, ...(name === "can-see" ? given.map(asPage(config)) : given)].join(" ");
      const reply = await answered(line, offline, config, world, output);
      const text = args.includes("--json")
        ? JSON.stringify(reply.json)
        : renderBlocks(reply.body, viewOf(world, ""));
      await output.out.write(`${text}\n`);
      return reply.ok ? 0 : 1;
    },
  };
}

async function answered(
  line: string,
  offline: Offline,
  config: Config,
  world: World,
  output: Output,
): Promise<AdminReply> {
  try {
    return await callAdmin(adminSocketPath(config.dataDir), line);
  } catch (error) {
    const none = error instanceof DocentError && error.code === "platform-unavailable";
    if (!none || offline === "never") throw error;
  }
  await output.errors.write(`Offline: no Docent runs here. ${readFrom(config, offline)}\n`);
  const { env, version } = world;
  const remains = await world.openRemains(config, { log: plainLog(output.errors), env, version });
  try {
    const administration = await remains.administer({ knowledge: offline === "knowledge" });
    return await administration.run(line, { asker: SHELL, admin: true, from: "shell" });
  } finally {
    await remains.close();
  }
}

/** Without the store's address: a password may stand in it. */
function readFrom({ store, dataDir, knowledge }: Config, offline: Offline): string {
  const kept =
    store.kind === "sqlite" ? dataDir : store.kind === "memory" ? "nothing" : "STORE_URL";
  const { address } = knowledge;
  const pages = address.kind === "folder" ? address.path : "KNOWLEDGE_SOURCE";
  return offline === "knowledge"
    ? `This is from ${kept} and ${pages} as they are now.`
    : `This is from ${kept} as it is now.`;
}

/** A shell completes `knowledge/it/vpn.md`, which Docent knows as `it/vpn.md`. */
function asPage({ knowledge: { address } }: Config): (word: string) => string {
  const folder = address.kind === "folder" ? address.path : address.folder;
  const prefix = `${folder.replace(/^\.\//u, "").replace(/\/+$/u, "")}/`;
  return (word) => {
    const path = word.replace(/^\.\//u, "");
    return path.startsWith(prefix) ? path.slice(prefix.length) : word;
  };
}
