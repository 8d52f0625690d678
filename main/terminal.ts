import { chat, answerLines, demonstrate } from "../adapters/console/index.ts";
import { hasColour } from "../adapters/console/terminal.ts";
import { createWriter } from "../adapters/console/writer.ts";
import type { Config, Services } from "../src/index.ts";

const NEXT_STEPS =
  "Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN for Slack, DISCORD_TOKEN for Discord, or WEB=on for a web page: .env.example explains each.\n";

/** Without any platform: a chat on a terminal, answers to the lines of an input, or a few questions of its own. */
export async function talkInTerminal(
  services: Services,
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { assistant, clock, randomId } = services;
  const { address } = config.knowledge;
  const path = address.kind === "folder" ? address.path : address.folder;
  const options = {
    assistant,
    clock,
    asker: { id: "shell:local", labels: ["shell:local"] },
    conversation: `shell:${randomId()}`,
    input: process.stdin,
    output: process.stdout,
    errors: createWriter(process.stderr),
    colour: hasColour(process.stdout, env),
    folder: path.replace(/^\.\/|\/+$/gu, ""),
  };
  if (process.stdin.isTTY && process.stdout.isTTY) {
    await chat({ ...options, greeting: "Docent. Ask a question; :help lists what else." });
  } else if ((await answerLines(options)) === 0) {
    await demonstrate(options);
    await options.errors.write(NEXT_STEPS);
  }
}
