import { adminSocketPath, callAdmin } from "../adapters/node/admin-socket.ts";
import { renderBlocks } from "../adapters/console/render.ts";
import { parseConfig } from "../src/index.ts";
import type { Command } from "./command.ts";
import { viewOf } from "./view.ts";

/** What an admin may say to the running Docent from a shell; the same as in Slack and Discord. */
const SAID: readonly (readonly [name: string, summary: string, words: string])[] = [
  ["status", "how the running Docent is", ""],
  ["reload", "reads the knowledge again", ""],
  ["rollback", "goes back to an earlier version of the knowledge", " [VERSION]"],
  ["problems", "what is wrong with the pages", ""],
  ["gaps", "what was asked and has no answer", " [draft N | assign N WHO | dismiss N | close N]"],
  ["mode", "when a channel is answered", " PLACE mention|auto|off"],
  ["audit", "who did what, administratively", ""],
  ["forget-me", "deletes everything about an asker", ""],
];

export const adminCommands: readonly Command[] = SAID.map(([name, summary, words]) => ({
  name,
  summary,
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
}));
