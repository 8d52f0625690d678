import type { Groups } from "./access.ts";
import type { KnowledgeAddress } from "./config/knowledge-address.ts";
import { OFF } from "./config/flags.ts";
import { misnamed } from "./config/misnamed.ts";
import { NAMES, SECRET_NAMES } from "./config/names.ts";
import type { Given } from "./config/names.ts";
import type { Settings, SettingsRead } from "./config/variables.ts";
import { DocentError } from "./errors.ts";
import type { ChannelMode } from "./types.ts";

/** Everything an operator may set, checked and with its defaults. */
export interface Config {
  readonly knowledge: {
    readonly address: KnowledgeAddress;
    readonly watch: boolean;
    /** A page with an error refuses a reload. */
    readonly strict: boolean;
    /** A declared question that does not hold refuses a reload. */
    readonly gate: boolean;
  };
  /** Below this confidence Docent says that it does not know; the core's own threshold where it is left out. */
  readonly answerThreshold?: number;
  /** Named groups that pages may be for. */
  readonly accessGroups: Groups;
  readonly gapRetentionDays: number;
  readonly dataDir: string;
  readonly store:
    | { readonly kind: "sqlite" | "memory" }
    | { readonly kind: "redis" | "postgres"; readonly url: string };
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  readonly slack?: SlackConfig;
  readonly discord?: DiscordConfig;
  /** Where the web page, the API and Slack's signed requests are served, all from one port. */
  readonly listen: { readonly host: string; readonly port: number };
  /** Absent: no web page and no API. */
  readonly web?: { readonly tokens: readonly { readonly name: string; readonly secret: string }[] };
  /** Values that must never be written anywhere. */
  readonly secrets: readonly string[];
}

export interface SlackConfig {
  readonly botToken: string;
  readonly connection:
    | { readonly kind: "socket"; readonly appToken: string }
    | { readonly kind: "http"; readonly signingSecret: string };
  /** Ends with a slash. */
  readonly apiUrl?: string;
  readonly escalationChannel?: string;
  readonly channelMode: ChannelMode;
  /** User or user-group ids; empty: the workspace's admins and owners. */
  readonly admins: readonly string[];
}

export interface DiscordConfig {
  readonly token: string;
  /** Commands go to these guilds at once; empty: they are registered globally. */
  readonly guildIds: readonly string[];
  /** Without a slash at its end. */
  readonly apiUrl?: string;
  readonly escalationChannel?: string;
  readonly channelMode: ChannelMode;
  readonly shards: "auto" | number;
  /** Role ids; empty: who may manage the server. */
  readonly adminRoles: readonly string[];
}

/**
 * Reads the environment. A value of blanks only counts as not set, as a line of `.env.example` that was left empty.
 * Rejects with `config-invalid`: every fault at once, each with its remedy and none with its value.
 */
export async function parseConfig(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Config> {
  const names: readonly string[] = NAMES;
  const set = Object.entries(env)
    .map(([name, value]) => [name, value?.trim() ?? ""] as const)
    .filter(([, value]) => value !== "");
  const given: Given = Object.fromEntries(set.filter(([name]) => names.includes(name)));

  const read = await checked(given);
  const faults = "faults" in read ? [...read.faults] : [];
  faults.push(...halfSet(given));
  const others = set.map(([name]) => name);
  for (const { name, meant } of misnamed(others, names)) {
    faults.push(`${name} is not known: did you mean ${meant}?`);
  }
  if ("faults" in read || faults.length > 0) throw invalid(faults);
  return toConfig(read.settings, given);
}

/** Who sets nothing need not wait for the schema's library: a twentieth of the time that a question on the command line takes. */
async function checked(given: Given): Promise<SettingsRead> {
  if (Object.keys(given).length === 0) return { settings: {} };
  const { readSettings } = await import("./config/variables.ts");
  return readSettings(given);
}

/** Settings that are right alone and wrong together. */
function halfSet(given: Given): readonly string[] {
  const faults: string[] = [];
  const way = given.SLACK_APP_TOKEN ?? given.SLACK_SIGNING_SECRET;
  if (given.SLACK_BOT_TOKEN !== undefined && way === undefined) {
    faults.push(
      "SLACK_APP_TOKEN is missing beside SLACK_BOT_TOKEN: set it for Socket Mode, or SLACK_SIGNING_SECRET for signed requests over HTTP",
    );
  }
  if (given.SLACK_BOT_TOKEN === undefined && way !== undefined) {
    const name = given.SLACK_APP_TOKEN === undefined ? "SLACK_SIGNING_SECRET" : "SLACK_APP_TOKEN";
    faults.push(
      `SLACK_BOT_TOKEN is missing beside ${name}: install the app and copy the bot token (xoxb-…) from “OAuth & Permissions”`,
    );
  }
  const host = given.HOST ?? "127.0.0.1";
  if (!OFF.test(given.WEB ?? "on") && !isLoopback(host) && given.API_TOKENS === undefined) {
    faults.push(
      "API_TOKENS is missing: HOST lets other machines in, so give name:secret pairs for them, or set WEB=off, or HOST=127.0.0.1",
    );
  }
  return faults;
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

function invalid(faults: readonly string[]): DocentError {
  const names = [...new Set(faults.map((fault) => fault.slice(0, fault.indexOf(" "))))];
  const count = names.length === 1 ? "A setting is" : `${names.length} settings are`;
  return new DocentError("config-invalid", `${count} wrong: ${names.join(", ")}`, {
    remedy: `Correct the environment or .env (.env.example explains every setting):\n  ${faults.join("\n  ")}`,
  });
}

function toConfig(settings: Settings, given: Given): Config {
  const slack = slackConfig(settings);
  const discord = discordConfig(settings);
  const tokens = settings.API_TOKENS ?? [];
  return {
    knowledge: {
      address: settings.KNOWLEDGE_SOURCE ?? { kind: "folder", path: "knowledge" },
      watch: settings.KNOWLEDGE_WATCH ?? false,
      strict: settings.KNOWLEDGE_STRICT ?? false,
      gate: settings.KNOWLEDGE_GATE ?? false,
    },
    ...optional("answerThreshold", settings.ANSWER_THRESHOLD),
    accessGroups: settings.ACCESS_GROUPS ?? {},
    gapRetentionDays: settings.GAP_RETENTION_DAYS ?? 30,
    dataDir: settings.DATA_DIR ?? "data",
    store: storeConfig(settings.STORE_URL),
    logLevel: settings.LOG_LEVEL ?? "info",
    ...optional("slack", slack),
    ...optional("discord", discord),
    listen: { host: settings.HOST ?? "127.0.0.1", port: settings.PORT ?? 8080 },
    ...(settings.WEB === false ? {} : { web: { tokens } }),
    secrets: [
      ...SECRET_NAMES.flatMap((name) => given[name] ?? []),
      ...tokens.map((token) => token.secret),
      ...[given.STORE_URL, given.KNOWLEDGE_SOURCE].flatMap(passwordsIn),
    ],
  };
}

function slackConfig(settings: Settings): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = settings;
  if (botToken === undefined) return undefined;
  return {
    botToken,
    // With both, Socket Mode: it works without a public address.
    connection:
      appToken === undefined
        ? { kind: "http", signingSecret: settings.SLACK_SIGNING_SECRET ?? "" }
        : { kind: "socket", appToken },
    ...optional("apiUrl", settings.SLACK_API_URL?.replace(/\/*$/, "/")),
    ...optional("escalationChannel", settings.SLACK_ESCALATION_CHANNEL),
    channelMode: settings.SLACK_CHANNEL_MODE ?? "mention",
    admins: settings.SLACK_ADMINS ?? [],
  };
}

function discordConfig(settings: Settings): DiscordConfig | undefined {
  if (settings.DISCORD_TOKEN === undefined) return undefined;
  return {
    token: settings.DISCORD_TOKEN,
    guildIds: settings.DISCORD_GUILD_IDS ?? [],
    ...optional("apiUrl", settings.DISCORD_API_URL?.replace(/\/+$/, "")),
    ...optional("escalationChannel", settings.DISCORD_ESCALATION_CHANNEL),
    channelMode: settings.DISCORD_CHANNEL_MODE ?? "mention",
    shards: settings.DISCORD_SHARDS ?? "auto",
    adminRoles: settings.DISCORD_ADMIN_ROLES ?? [],
  };
}

function storeConfig(url: string | undefined): Config["store"] {
  if (url === undefined) return { kind: "sqlite" };
  if (url === "memory:") return { kind: "memory" };
  return { kind: url.startsWith("redis") ? "redis" : "postgres", url };
}

/** The credentials of an address, as they stand in it and decoded. */
function passwordsIn(text: string | undefined): readonly string[] {
  const url = text === undefined ? null : URL.parse(text.replace(/^git\+/, ""));
  if (url === null || (url.password === "" && !url.protocol.startsWith("http"))) return [];
  const secret = url.password === "" ? url.username : url.password;
  return secret === "" ? [] : [...new Set([secret, decoded(secret)])];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % is allowed in an address and stands for itself.
    return text;
  }
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value });
}
