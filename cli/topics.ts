import { heading, list, paragraph } from "../src/index.ts";
import { renderBlocks } from "../adapters/console/render.ts";
import { callOf } from "./call.ts";
import { wrongCall } from "./command.ts";
import type { Command } from "./command.ts";
import { openCore, SHELL } from "./open-core.ts";
import { viewOf } from "./view.ts";

const USAGE = `docent topics [--knowledge DIR] [--json]

  Lists what there is to ask about: the pages that everybody may read, by folder.

  --knowledge DIR  another folder of pages
  --json           one JSON list
`;

export const topics: Command = {
  usage: USAGE,
  async run(args, world, output) {
    const { values, positionals } = callOf(args, {
      knowledge: { type: "string" },
      json: { type: "boolean" },
    });
    if (positionals.length > 0) throw wrongCall("There is nothing to ask for");
    const core = await openCore(values.knowledge, world, output);
    try {
      const all = await core.assistant.topics(SHELL);
      const blocks = all.flatMap(({ name, pages }) => [
        heading(name),
        list(pages.map(({ title, path }) => [`${title} (${path})`])),
      ]);
      const shown = blocks.length === 0 ? [paragraph("There is no page to ask about.")] : blocks;
      const text =
        values.json === true
          ? JSON.stringify(all, null, 2)
          : renderBlocks(shown, viewOf(world, core.folder));
      await output.out.write(`${text}\n`);
      return 0;
    } finally {
      await core.close();
    }
  },
};
