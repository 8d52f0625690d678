import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { NAMES } from "../../../adapters/slack/listen.ts";
import { EVENT_SCOPES, METHODS, SCOPES } from "../../../adapters/slack/scopes.ts";

const folder = new URL("../../../adapters/slack/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const code = readdirSync(folder)
  .filter((name) => name.endsWith(".ts") && name !== "scopes.ts")
  .map(read)
  .join("\n");

const manifest = z
  .object({
    features: z.object({
      agent_view: z.object({ agent_description: z.string().max(300) }),
      slash_commands: z.array(z.object({ command: z.string() })),
      shortcuts: z.array(z.object({ callback_id: z.string(), name: z.string().max(24) })),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
  })
  .parse(JSON.parse(read("manifest.json")));

/** What stands in the code as the first argument of a call. */
function named(call: RegExp): string[] {
  return [...new Set([...code.matchAll(call)].map(([, name]) => name ?? ""))].sort();
}

describe("the manifest", () => {
  it("asks for every scope that the code uses, and no other", () => {
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual(SCOPES);
  });

  it("is explained scope by scope in the documentation", () => {
    const page = readFileSync(new URL("../../../docs/slack.md", import.meta.url), "utf8");
    const [, section = ""] = page.split("## What the app asks for");
    const named = [...(section.split("\n## ")[0] ?? "").matchAll(/`([a-z_]+(?::[a-z]+)?)`/gu)];
    const scopes = named.map(([, scope = ""]) => scope);
    expect(scopes.toSorted()).toEqual(SCOPES);
  });

  it("subscribes to every event that the code listens to, and no other", () => {
    const events = manifest.settings.event_subscriptions.bot_events;
    expect(events.toSorted()).toEqual(Object.keys(EVENT_SCOPES).toSorted());
    const kinds = [...new Set(events.map((event) => event.split(".")[0] ?? ""))].sort();
    const heard = [...read("events.ts").matchAll(/\bon\("(\w+)", /gu)].map(([, type]) => type);
    expect(new Set(heard)).toEqual(new Set(kinds));
  });

  it("names the commands and shortcuts that the code answers", () => {
    const { slash_commands, shortcuts } = manifest.features;
    expect(slash_commands.map(({ command }) => command)).toEqual([NAMES.ask, NAMES.admin]);
    expect(shortcuts.map(({ callback_id }) => callback_id)).toEqual([
      NAMES.messageShortcut,
      NAMES.globalShortcut,
    ]);
  });
});

describe("the list of scopes", () => {
  it("holds exactly the methods that the code calls", () => {
    const methods = named(
      /"((?:auth|assistant|chat|conversations|usergroups|users|views)\.[\w.]+)"/gu,
    );
    expect(METHODS.toSorted()).toEqual(methods);
  });
});
