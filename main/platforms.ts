import type { Web, WebParts } from "../adapters/http/index.ts";
import type { Config, Services } from "../src/index.ts";
import type { Platform } from "./compose.ts";
import type { Halves } from "./halves.ts";

export interface Platforms {
  /** Slack and Discord, as configured. */
  readonly chats: readonly Platform[];
  readonly web: Web | undefined;
}

/**
 * Builds the adapters that the configuration asks for, and loads no others: their libraries take longer to read than the
 * knowledge. Slack's signed requests share the web's port.
 */
export async function buildPlatforms(
  config: Config,
  services: Services,
  {
    halves,
    ...around
  }: Pick<WebParts, "knowledge" | "exposition" | "platforms"> & {
    readonly halves: Halves;
  },
): Promise<Platforms> {
  const [slack, discord] = await Promise.all([
    config.slack === undefined ? undefined : slackOf(config.slack, services, halves),
    config.discord === undefined ? undefined : discordOf(config.discord, services, halves),
  ]);
  const chats = [slack, discord].filter((platform) => platform !== undefined);
  const requests = config.slack?.connection.kind === "http" ? slack : undefined;
  if (config.web === undefined && requests === undefined) return { chats, web: undefined };
  const mounts: WebParts["mounts"] =
    requests === undefined
      ? {}
      : {
          // Whichever Slack it is by then; what fails in it is Slack's, not the page's.
          "/slack/events": (request, response) =>
            requests.within((now) => now.handleRequest?.(request, response)),
        };
  const { createWeb } = await import("../adapters/http/index.ts");
  return { chats, web: createWeb(config, { ...services, ...around, mounts }) };
}

async function slackOf(config: NonNullable<Config["slack"]>, services: Services, halves: Halves) {
  const { createSlack } = await import("../adapters/slack/index.ts");
  return halves.keep("slack", () => createSlack(config, services));
}

async function discordOf(
  config: NonNullable<Config["discord"]>,
  services: Services,
  halves: Halves,
) {
  const { createDiscord } = await import("../adapters/discord/index.ts");
  return halves.keep("discord", () => createDiscord(config, services));
}
