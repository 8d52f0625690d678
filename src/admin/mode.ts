import type { Channels } from "../ports.ts";
import type { ChannelMode } from "../types.ts";
import { paragraph } from "../own-blocks.ts";
import { refusal, reply } from "./command.ts";
import type { Command } from "./command.ts";

const MEANING: Readonly<Record<ChannelMode, string>> = {
  mention: "Docent answers here when it is mentioned.",
  auto: "Docent answers here by itself when it is very sure, and is silent otherwise.",
  off: "Docent does not answer here.",
};

export function modeCommand(channels: Channels): Command {
  return {
    name: "mode",
    usage: "mode [mention | auto | off]",
    summary: "when Docent answers in this channel",
    for: "admins",
    audited: (args) => (Object.hasOwn(MEANING, args) ? `mode ${args}` : undefined),
    async run(args, { place }) {
      if (place === undefined) {
        return refusal("This is no channel: use it where Docent shall answer, or not.", "usage");
      }
      if (args === "mention" || args === "auto" || args === "off") {
        await channels.setMode(place, args);
        return reply([paragraph(MEANING[args])], { place, mode: args });
      }
      if (args !== "")
        return refusal("There are three: mode mention, mode auto, mode off", "usage");
      const mode = await channels.mode(place);
      return reply([paragraph(MEANING[mode])], { place, mode });
    },
  };
}
