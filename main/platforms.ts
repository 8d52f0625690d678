import type { Web, WebParts } from "../adapters/http/index.ts";
import type { Config, Services } from "../src/index.ts";
import type { Platform } from "./compose.ts";

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
  around: Pick<WebParts, "knowledge" | "exposition" | "platforms">,
): Promise<Platforms> {
  const [slack, discord] = await Promise.all([
    config.slack === undefined ? undefined : slackOf(config.slack, services),
    config.discord === undefined ? undefined : discordOf(config.discord, services),
  ]);
  const chats = [slack, discord].filter((platform) => platform !== undefined);
  const mounts = slack?.handleRequest === undefined ? {} : { "/slack/events": slack.handleRequest };
  if (config.web === undefined && slack?.handleRequest === undefined) {
    return { chats, web: undefined };
  }
  const { createWeb } = await import("../adapters/http/index.ts");
  return { chats, web: createWeb(config, { ...services, ...around, mounts }) };
}

async function slackOf(config: NonNullable<Config["slack"]>, services: Services) {
  const { createSlack } = await import("../adapters/slack/index.ts");
  return createSlack(config, services);
}

async function discordOf(config: NonNullable<Config["discord"]>, services: Services) {
  const { createDiscord } = await import("../adapters/discord/index.ts");
  return createDiscord(config, services);
}
