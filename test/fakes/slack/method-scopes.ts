type Args = Readonly<Record<string, unknown>>;

const HISTORY = ["channels:history", "groups:history", "im:history", "mpim:history"];

/** The scopes of which a method needs one: https://docs.slack.dev/reference/methods. The others need none. */
const SCOPES_OF: Readonly<Record<string, readonly string[]>> = {
  "assistant.threads.setStatus": ["assistant:write", "chat:write"],
  "assistant.threads.setSuggestedPrompts": ["assistant:write"],
  "assistant.threads.setTitle": ["assistant:write"],
  "chat.appendStream": ["chat:write"],
  "chat.delete": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write"],
  "chat.startStream": ["chat:write"],
  "chat.stopStream": ["chat:write"],
  "chat.update": ["chat:write"],
  "conversations.history": HISTORY,
  "conversations.info": ["channels:read", "groups:read", "im:read", "mpim:read"],
  "conversations.replies": HISTORY,
  "usergroups.list": ["usergroups:read"],
  "users.info": ["users:read"],
};

/** What a name or picture of one's own needs beside it: https://docs.slack.dev/reference/scopes/chat.write.customize */
const GUISES = ["icon_emoji", "icon_url", "username"];
const GUISE_SCOPE = "chat:write.customize";

/** The scope that a call lacks; undefined where it may be made, and where the test has not said what the token may do. */
export function lackingScope(
  method: string,
  args: Args,
  granted: readonly string[],
): string | undefined {
  if (granted.length === 0) return undefined;
  const oneOf = SCOPES_OF[method];
  if (oneOf !== undefined && !oneOf.some((scope) => granted.includes(scope))) return oneOf[0];
  const disguised = GUISES.some((name) => args[name] !== undefined);
  return disguised && !granted.includes(GUISE_SCOPE) ? GUISE_SCOPE : undefined;
}
