/** What each measurement means, for whoever looks at a scrape. A name that is not here is counted all the same. */
export const HELP: Readonly<Record<string, string>> = {
  questions_received_total: "Questions that came in, whatever became of them",
  questions_ended_total: "Questions by how they ended",
  delivery_seconds: "From a question's arrival to its end, by how it ended",
  answers_total: "Answers by kind, silences by reason",
  answer_seconds: "Finding an answer",
  answer_confidence: "How sure answers and silences were, 0 to 1",
  votes_total: "Votes on answers",
  send_failures_total: "Answers and notices that a platform did not take",
  skipped_total: "What answers did without because the store failed",
  inbox_given_up_total: "Questions that several processes died of",
  gaps_total: "Questions recorded as gaps",
  reloads_total: "Reloads by outcome",
  reload_seconds: "Building and swapping a snapshot",
  store_seconds: "Calls to the store, by operation",
  store_errors_total: "Calls to the store that failed",
  slack_call_failures_total: "Calls to Slack that failed, by method and kind",
  slack_posts_repeated_total: "Messages to Slack that were sent again, by reason",
  discord_invalid_requests_total: "Answers of Discord that count towards its ban",
  discord_posts_skipped_total: "Messages Discord had already",
  discord_interactions_over_total: "Interactions that Discord had given up",
  http_requests_total: "Requests by route and class of status",
  http_request_seconds: "Answering a request, by route",
};

/** Observations that are shares from 0 to 1, not seconds. */
export const SHARES: ReadonlySet<string> = new Set(["answer_confidence"]);
