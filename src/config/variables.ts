import { z } from "zod";
import { readGroups } from "./access-groups.ts";
import { OFF, ON } from "./flags.ts";
import { readAddress } from "./knowledge-address.ts";
import type { Given, VariableName } from "./names.ts";

/**
 * What each setting may be. A message says what is wrong and what to do, and never repeats the value: somebody may have put
 * a token into the wrong place.
 */
const VARIABLES = {
  KNOWLEDGE_SOURCE: z.string().transform((source, context) => {
    const read = readAddress(source);
    if ("fault" in read) {
      context.addIssue({ code: "custom", message: read.fault });
      return z.NEVER;
    }
    return read.address;
  }),
  KNOWLEDGE_WATCH: flag(),
  KNOWLEDGE_STRICT: flag(),
  KNOWLEDGE_GATE: flag(),
  ANSWER_THRESHOLD: z
    .string()
    .regex(
      /^(?:0|1|0?\.\d+|1\.0+)$/,
      "is not a probability: give a number from 0 to 1, such as 0.6",
    )
    .transform(Number),
  ACCESS_GROUPS: z.string().transform((text, context) => {
    const read = readGroups(text);
    if ("fault" in read) {
      context.addIssue({ code: "custom", message: read.fault });
      return z.NEVER;
    }
    return read.groups;
  }),
  GAP_RETENTION_DAYS: wholeNumber(0, 3650, "a number of days"),
  DATA_DIR: z.string(),
  STORE_URL: z
    .string()
    .refine(
      (url) => url === "memory:" || isUrl(url, ["redis:", "rediss:", "postgres:", "postgresql:"]),
      "is not a store: give redis://, rediss://, postgres:// or postgresql:// with a host, or leave it out for SQLite in DATA_DIR",
    ),
  LOG_LEVEL: oneOf(["debug", "info", "warn", "error", "silent"]),

  SLACK_BOT_TOKEN: z
    .string()
    .refine(
      (token) => !token.startsWith("xapp-"),
      "is an app-level token: give the bot token (xoxb-…) from “OAuth & Permissions”",
    ),
  SLACK_APP_TOKEN: z
    .string()
    .refine(
      (token) => !token.startsWith("xox"),
      "is not an app-level token: create one (xapp-…, scope connections:write) under “Basic Information”",
    ),
  SLACK_SIGNING_SECRET: z
    .string()
    .refine(
      (secret) => !/^x(?:ox|app-)/.test(secret),
      "is a token: give the signing secret from “Basic Information”",
    ),
  SLACK_API_URL: address("https://slack.com/api/"),
  SLACK_ESCALATION_CHANNEL: z
    .string()
    .regex(
      /^[A-Z0-9_]+$/,
      "is not a channel's id: open the channel's details and copy the id (C0123ABCD)",
    ),
  SLACK_CHANNEL_MODE: channelMode(),
  SLACK_ADMINS: ids(/^[A-Z0-9_]+$/, "user or user-group ids (U0123ABCD, S0123ABCD)"),

  DISCORD_TOKEN: z.string(),
  DISCORD_GUILD_IDS: ids(/^\d+$/, "guild ids (numbers; “Copy Server ID” in developer mode)"),
  DISCORD_API_URL: address("https://discord.com/api"),
  DISCORD_ESCALATION_CHANNEL: z
    .string()
    .regex(/^\d+$/, "is not a channel's id: turn on developer mode and use “Copy Channel ID”"),
  DISCORD_CHANNEL_MODE: channelMode(),
  DISCORD_SHARDS: z
    .string()
    .regex(
      /^(?:auto|[1-9]\d{0,3})$/,
      "is not a number of shards: give auto or a whole number from 1",
    )
    .transform((shards) => (shards === "auto" ? ("auto" as const) : Number(shards))),
  DISCORD_ADMIN_ROLES: ids(/^\d+$/, "role ids (numbers; “Copy Role ID” in developer mode)"),

  WEB: flag(),
  HOST: z
    .string()
    .regex(
      /^[\w.:[\]-]+$/,
      "is not a host: give an address to listen on, such as 127.0.0.1 or 0.0.0.0",
    ),
  PORT: wholeNumber(0, 65_535, "a port"),
  API_TOKENS: z.string().transform((pairs, context) => {
    const tokens = list(pairs).map((pair) => /^([\w.-]+):(\S+)$/.exec(pair));
    const names = tokens.map((match) => match?.[1]);
    if (tokens.length === 0 || tokens.includes(null) || new Set(names).size < names.length) {
      const message =
        "is not a list of tokens: give name:secret pairs parted by commas, each name once";
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    }
    return tokens.map((match) => ({ name: match?.[1] ?? "", secret: match?.[2] ?? "" }));
  }),
} satisfies Record<VariableName, z.ZodType>;

const schema = z.object(VARIABLES).partial();

/** What is set, checked. */
export type Settings = z.infer<typeof schema>;

export type SettingsRead =
  | { readonly settings: Settings }
  /** Sentences that begin with the setting's name. */
  | { readonly faults: readonly string[] };

/** Checks what is set. */
export function readSettings(given: Given): SettingsRead {
  const { data, error } = schema.safeParse(given);
  return error === undefined
    ? { settings: data }
    : { faults: error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`) };
}

function list(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function ids(shape: RegExp, what: string) {
  return z
    .string()
    .transform(list)
    .refine(
      (some) => some.every((id) => shape.test(id)),
      `does not hold ids: give ${what}, parted by commas`,
    );
}

function flag() {
  return z
    .string()
    .refine((text) => ON.test(text) || OFF.test(text), "is neither on nor off: give true or false")
    .transform((text) => ON.test(text));
}

function oneOf<const Name extends string>(names: readonly Name[]) {
  return z.enum(names, { error: `is not known: give one of ${names.join(", ")}` });
}

function channelMode() {
  return oneOf(["mention", "auto", "off"]);
}

function wholeNumber(low: number, high: number, what: string) {
  const message = `is not ${what}: give a whole number from ${low} to ${high}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((number) => number >= low && number <= high, message);
}

function address(example: string) {
  const message = `is not an address: give http:// or https:// with a host, such as ${example}`;
  return z.string().refine((url) => isUrl(url, ["http:", "https:"]), message);
}

function isUrl(text: string, schemes: readonly string[]): boolean {
  const url = URL.parse(text);
  return url !== null && schemes.includes(url.protocol) && url.hostname !== "";
}
