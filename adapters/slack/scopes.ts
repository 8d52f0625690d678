/** What each method needs of the bot token: https://docs.slack.dev/reference/methods */
const SCOPES_OF: Readonly<Record<string, readonly string[]>> = {
  "auth.test": [],
  "assistant.threads.setStatus": ["assistant:write"],
  "assistant.threads.setSuggestedPrompts": ["assistant:write"],
  "assistant.threads.setTitle": ["assistant:write"],
  "chat.delete": ["chat:write"],
  "chat.getPermalink": [],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "conversations.history": ["channels:history", "groups:history", "im:history", "mpim:history"],
  "conversations.info": ["channels:read", "groups:read", "mpim:read"],
  "conversations.replies": ["channels:history", "groups:history", "im:history", "mpim:history"],
  "usergroups.list": ["usergroups:read"],
  "users.info": ["users:read"],
  "views.open": [],
  "views.publish": [],
  "views.push": [],
  "views.update": [],
};

/** What each subscribed event needs: https://docs.slack.dev/reference/events */
export const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ["app_mentions:read"],
  app_uninstalled: [],
  assistant_thread_started: ["assistant:write"],
  "message.channels": ["channels:history"],
  "message.groups": ["groups:history"],
  "message.im": ["im:history"],
  "message.mpim": ["mpim:history"],
  tokens_revoked: [],
};

/** Slash commands and shortcuts. */
const COMMANDS = "commands";

/** Every scope the code uses, and no other. */
export const SCOPES: readonly string[] = [
  ...new Set([COMMANDS, ...Object.values(SCOPES_OF).flat(), ...Object.values(EVENT_SCOPES).flat()]),
].sort();

export const METHODS: readonly string[] = Object.keys(SCOPES_OF);

/** What the token lacks; none where Slack does not say what it has. */
export function missingScopes(granted: readonly string[]): string[] {
  return granted.length === 0 ? [] : SCOPES.filter((scope) => !granted.includes(scope));
}
