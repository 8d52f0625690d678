import { explain, type Log } from "../../src/index.ts";
import type { Calls } from "./calls.ts";
import { differs, type CommandDefinition } from "./commands.ts";
import { refused } from "./failure.ts";

/**
 * Registers commands where they differ from what Discord has: of 200 changes a day none is spent on a mere restart.
 * With guilds configured the global ones are taken away, so that nobody sees every command twice.
 */
export async function registerCommands(
  application: string,
  parts: {
    readonly calls: Pick<Calls, "commands" | "setCommands">;
    readonly log: Log;
    readonly guildIds: readonly string[];
    readonly wanted: readonly CommandDefinition[];
  },
): Promise<void> {
  const { calls, log, guildIds, wanted } = parts;
  const scopes: readonly (readonly [string | undefined, readonly CommandDefinition[]])[] =
    guildIds.length === 0
      ? [[undefined, wanted]]
      : [[undefined, []], ...guildIds.map((guild) => [guild, wanted] as const)];
  for (const [guild, commands] of scopes) {
    try {
      if (!differs(await calls.commands(application, guild), commands)) continue;
      await calls.setCommands(application, commands, guild);
      log.info(
        { guild: guild ?? "all", commands: commands.length },
        "Discord commands were registered",
      );
    } catch (error) {
      // The others still get theirs; Docent answers mentions without any.
      log.error({ guild: guild ?? "all" }, explain(refused("registering commands", error)));
    }
  }
}
