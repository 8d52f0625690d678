import { webApi } from "@slack/bolt";
import { DocentError } from "../../src/index.ts";

/**
 * Why a call of the Web API did not succeed. `refused`: Slack said no, asking again changes nothing. `limited`: later.
 * `unsure`: no answer or a broken one, so Slack may have done it all the same.
 */
export type Failure =
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "limited"; readonly retryInMs: number }
  | { readonly kind: "unsure"; readonly code: string };

/** Codes that stand for Slack's own trouble: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const TROUBLE = new Set([
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
]);
const LIMITED = new Set(["ratelimited", "rate_limited"]);
/** Where a 429 does not say for how long. */
const UNSAID_MS = 5000;

export function failureOf(error: unknown): Failure {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: "limited", retryInMs: error.retryAfter * 1000 };
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = error.data.error;
    if (LIMITED.has(code)) return { kind: "limited", retryInMs: UNSAID_MS };
    return TROUBLE.has(code) ? { kind: "unsure", code } : { kind: "refused", code };
  }
  if (error instanceof webApi.WebAPIHTTPError)
    return { kind: "unsure", code: `http_${error.statusCode}` };
  // A 429 without a usable Retry-After reaches us as a bare Error that names the header.
  if (error instanceof Error && error.message.includes("retry-after"))
    return { kind: "limited", retryInMs: UNSAID_MS };
  return {
    kind: "unsure",
    code: error instanceof webApi.WebAPIRequestError ? "unreachable" : "failed",
  };
}

/** What the operator does about a code that Slack refused with. */
const REMEDIES: Readonly<Record<string, string>> = {
  invalid_auth: "Copy the token again from the app's settings on api.slack.com/apps and restart.",
  not_authed: "Set SLACK_BOT_TOKEN to the bot token (xoxb-…) and restart.",
  account_inactive:
    "The app was removed from the workspace: install it again and set the new token.",
  token_revoked: "The token was revoked: install the app again and set the new token.",
  token_expired: "The token has expired: install the app again and set the new token.",
  not_allowed_token_type:
    "SLACK_BOT_TOKEN takes a bot token (xoxb-…), SLACK_APP_TOKEN an app-level token (xapp-…).",
  missing_scope:
    "Paste adapters/slack/manifest.json into the app's manifest and install the app again.",
  team_access_not_granted: "Install the app in this workspace.",
  link_disabled:
    "Socket Mode is switched off: switch it on in the app's settings, or use SLACK_SIGNING_SECRET.",
  too_many_websockets:
    "More than ten connections use this app token: stop the other processes that use it.",
  not_in_channel: "Invite the app to the channel: /invite @Docent.",
  channel_not_found: "Check the channel's id, and invite the app to it: /invite @Docent.",
  is_archived: "Unarchive the channel or name another one.",
};

/** The failure as an error for the operator: what Slack said, and what to do about it. */
export function slackError(what: string, error: unknown): DocentError {
  const failure = failureOf(error);
  if (failure.kind === "refused") {
    return new DocentError("platform-refused", `Slack refused ${what}: ${failure.code}`, {
      remedy:
        REMEDIES[failure.code] ?? `Look up ${failure.code} on docs.slack.dev for that method.`,
      cause: error,
    });
  }
  const why = failure.kind === "limited" ? "too many calls" : failure.code;
  return new DocentError("platform-unavailable", `Slack did not answer ${what}: ${why}`, {
    remedy:
      "Docent tries again by itself; if it stays so, look at slack-status.com and at the network.",
    cause: error,
  });
}

/** Whether an error of `slackError` stands for one of these refusals. */
export function isRefusedWith(error: unknown, ...codes: readonly string[]): boolean {
  const failure = failureOf(error instanceof Error ? error.cause : undefined);
  return failure.kind === "refused" && codes.includes(failure.code);
}

/** Codes after which the token is of no use until somebody acts. */
export function isTokenFault(code: string): boolean {
  return [
    "invalid_auth",
    "not_authed",
    "account_inactive",
    "token_revoked",
    "token_expired",
    "not_allowed_token_type",
  ].includes(code);
}
