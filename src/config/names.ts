/** Every name Docent reads from the environment, in the order of `.env.example`. */
export const NAMES = [
  "KNOWLEDGE_SOURCE",
  "KNOWLEDGE_WATCH",
  "KNOWLEDGE_STRICT",
  "KNOWLEDGE_GATE",
  "ANSWER_THRESHOLD",
  "ACCESS_GROUPS",
  "GAP_RETENTION_DAYS",
  "DATA_DIR",
  "STORE_URL",
  "LOG_LEVEL",

  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_API_URL",
  "SLACK_ESCALATION_CHANNEL",
  "SLACK_CHANNEL_MODE",
  "SLACK_ADMINS",

  "DISCORD_TOKEN",
  "DISCORD_GUILD_IDS",
  "DISCORD_API_URL",
  "DISCORD_ESCALATION_CHANNEL",
  "DISCORD_CHANNEL_MODE",
  "DISCORD_SHARDS",
  "DISCORD_ADMIN_ROLES",

  "WEB",
  "HOST",
  "PORT",
  "API_TOKENS",
] as const;

export type VariableName = (typeof NAMES)[number];

/** What is set, as it stands in the environment. */
export type Given = Readonly<Partial<Record<VariableName, string>>>;

/** Settings whose whole value is a secret. */
export const SECRET_NAMES: readonly VariableName[] = [
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "DISCORD_TOKEN",
];
