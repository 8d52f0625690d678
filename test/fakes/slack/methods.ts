/** Arguments of a method as https://docs.slack.dev/reference/methods documents them; a conformance run compares them. */
export interface MethodShape {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const shape = (required: readonly string[], optional: readonly string[] = []): MethodShape => ({
  required,
  optional,
});

const MESSAGE = [
  "attachments",
  "blocks",
  "link_names",
  "markdown_text",
  "metadata",
  "parse",
  "text",
];
const PAGED = ["cursor", "inclusive", "include_all_metadata", "latest", "limit", "oldest"];

export const METHOD_SHAPES: Readonly<Record<string, MethodShape>> = {
  "apps.connections.open": shape([]),
  "auth.test": shape([]),
  "assistant.threads.setStatus": shape(
    ["channel_id", "thread_ts", "status"],
    ["loading_messages", "icon_emoji", "icon_url", "username"],
  ),
  "assistant.threads.setSuggestedPrompts": shape(["channel_id", "prompts"], ["thread_ts", "title"]),
  "assistant.threads.setTitle": shape(["channel_id", "thread_ts", "title"]),
  "chat.appendStream": shape(["channel", "ts"], ["chunks", "markdown_text"]),
  "chat.delete": shape(["channel", "ts"], ["as_user"]),
  "chat.getPermalink": shape(["channel", "message_ts"]),
  "chat.postEphemeral": shape(["channel", "user"], [...MESSAGE, "thread_ts", "username"]),
  "chat.postMessage": shape(
    ["channel"],
    [
      ...MESSAGE,
      "mrkdwn",
      "reply_broadcast",
      "thread_ts",
      "unfurl_links",
      "unfurl_media",
      "username",
    ],
  ),
  "chat.startStream": shape(
    ["channel"],
    [
      "chunks",
      "icon_emoji",
      "icon_url",
      "markdown_text",
      "recipient_team_id",
      "recipient_user_id",
      "task_display_mode",
      "thread_ts",
      "username",
    ],
  ),
  "chat.stopStream": shape(
    ["channel", "ts"],
    ["blocks", "chunks", "markdown_text", "metadata", "session_status"],
  ),
  "chat.update": shape(["channel", "ts"], [...MESSAGE, "reply_broadcast", "file_ids", "as_user"]),
  "conversations.history": shape(["channel"], PAGED),
  "conversations.info": shape(["channel"], ["include_locale", "include_num_members"]),
  "conversations.replies": shape(["channel", "ts"], PAGED),
  "usergroups.list": shape([], ["include_count", "include_disabled", "include_users", "team_id"]),
  "users.info": shape(["user"], ["include_locale"]),
  "views.open": shape(["view"], ["trigger_id", "interactivity_pointer"]),
  "views.publish": shape(["user_id", "view"], ["hash"]),
  "views.push": shape(["view"], ["trigger_id", "interactivity_pointer"]),
  "views.update": shape(["view"], ["view_id", "external_id", "hash"]),
};
