import { parseArgs } from "node:util";
import { answerLines, chat as chatInTerminal } from "../adapters/console/index.ts";
import { hasColour } from "../adapters/console/terminal.ts";
import { wrongCall } from "./command.ts";
import type { Command } from "./command.ts";
import { openCore, SHELL } from "./open-core.ts";

const USAGE = `docent chat [--knowledge DIR]

  A question a line; :help lists what else it understands. Without a terminal it answers the lines of its standard input.

  --knowledge DIR  another folder of pages, or a git repository
`;

export const chat: Command = {
  usage: USAGE,
  async run(args, world, output) {
    const core = await openCore(parseCall(args), world, output);
    try {
      const { pages, passages } = core.facts;
      const options = {
        assistant: core.assistant,
        asker: SHELL,
        conversation: `shell:${world.randomId()}`,
        input: world.stdin,
        output: world.stdout,
        errors: output.errors,
        colour: hasColour(world.stdout, world.env),
        folder: core.folder,
        clock: world.clock,
      };
      if (world.stdin.isTTY !== true || world.stdout.isTTY !== true) await answerLines(options);
      else {
        const size = `${pages.toLocaleString("en")} pages, ${passages.toLocaleString("en")} passages`;
        const greeting = `Docent ${world.version} · ${size}. Ask a question (:help lists what else), for example:`;
        await chatInTerminal({ ...options, greeting });
      }
      return 0;
    } finally {
      await core.close();
    }
  },
};

function parseCall(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { knowledge: { type: "string" } } }).values
      .knowledge;
  } catch (error) {
    throw wrongCall(error instanceof Error ? error.message : String(error));
  }
}
