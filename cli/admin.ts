import { adminSocketPath, callAdmin } from "../adapters/node/admin-socket.ts";
import { renderBlocks } from "../adapters/console/render.ts";
import { parseConfig } from "../src/index.ts";
import type { Command } from "./command.ts";
import { viewOf } from "./view.ts";

/** Says `name` and what stands behind it to the Docent that runs on this machine. */
export function adminCommand(name: string, words: string): Command {
  return {
    usage: `docent ${name}${words} [--json]\n\n  Asks the Docent that runs on this machine (DATA_DIR says which).\n`,
    async run(args, world, { out }) {
      const { dataDir } = parseConfig(world.env);
      const line = [name, ...args.filter((word) => word !== "--json")].join(" ");
      const reply = await callAdmin(adminSocketPath(dataDir), line);
      const text = args.includes("--json")
        ? JSON.stringify(reply.json)
        : renderBlocks(reply.body, viewOf(world, ""));
      await out.write(`${text}\n`);
      return reply.ok ? 0 : 1;
    },
  };
}
