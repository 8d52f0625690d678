import type { Assistant } from "../ports.ts";
import { whyBlocks } from "../why-blocks.ts";
import { refusal, reply } from "./command.ts";
import type { Command } from "./command.ts";

export function whyCommand(assistant: Pick<Assistant, "why">): Command {
  return {
    name: "why",
    usage: "why QUESTION",
    summary: "what leads to an answer, or to none",
    for: "admins",
    // The question is the asker's business: not even its first word is written down.
    audited: () => undefined,
    async run(args, { asker }) {
      if (args === "") return refusal("Say which question: why QUESTION", "usage");
      const why = await assistant.why({ text: args, asker });
      return reply(whyBlocks(why), why);
    },
  };
}
