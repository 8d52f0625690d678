import { renderBlocks } from "../adapters/console/render.ts";
import { whyBlocks } from "../src/index.ts";
import { callOf } from "./call.ts";
import { wrongCall } from "./command.ts";
import type { Command } from "./command.ts";
import { openCore, SHELL } from "./open-core.ts";
import { viewOf } from "./view.ts";

const USAGE = `docent why [--knowledge DIR] [--json] "question"

  Shows what led to an answer or to silence: the words, the signals with their weights, and what competed.

  --knowledge DIR  another folder of pages
  --json           one JSON object
`;

export const why: Command = {
  usage: USAGE,
  async run(args, world, output) {
    const { values, positionals } = callOf(args, {
      knowledge: { type: "string" },
      json: { type: "boolean" },
    });
    if (positionals.length === 0) throw wrongCall("There is no question");
    const core = await openCore(values.knowledge, world, output);
    try {
      const explained = await core.assistant.why({ text: positionals.join(" "), asker: SHELL });
      const text =
        values.json === true
          ? JSON.stringify(explained, null, 2)
          : renderBlocks(whyBlocks(explained), viewOf(world, core.folder));
      await output.out.write(`${text}\n`);
      return 0;
    } finally {
      await core.close();
    }
  },
};
