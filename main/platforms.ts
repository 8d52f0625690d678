import { createDiscord } from "../adapters/discord/index.ts";
import { createWeb } from "../adapters/http/index.ts";
import type { Web, WebServices } from "../adapters/http/index.ts";
import { createSlack } from "../adapters/slack/index.ts";
import type { Config, Services } from "../src/index.ts";
import type { Platform } from "./build-services.ts";

export interface Platforms {
  /** Slack and Discord, as configured. */
  readonly chats: readonly Platform[];
  readonly web: Web | undefined;
}

/** Builds the adapters that the configuration asks for. Slack's signed requests share the web's port. */
export function buildPlatforms(
  config: Config,
  services: Services,
  around: Pick<WebServices, "knowledge" | "exposition" | "platforms">,
): Platforms {
  const slack = config.slack === undefined ? undefined : createSlack(config.slack, services);
  const discord =
    config.discord === undefined ? undefined : createDiscord(config.discord, services);
  const chats = [slack, discord].filter((platform) => platform !== undefined);
  const mounts = slack?.handleRequest === undefined ? {} : { "/slack/events": slack.handleRequest };
  const serves = config.web !== undefined || slack?.handleRequest !== undefined;
  const web = serves ? createWeb(config, { ...services, ...around, mounts }) : undefined;
  return { chats, web };
}
