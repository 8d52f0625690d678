import { webApi } from "@slack/bolt";
import { z } from "zod";
import type { Clock, Log, Metrics } from "../../src/index.ts";
import { failureOf, isTokenFault, slackError } from "./failure.ts";
import { TIMES } from "./limits.ts";
import { createBoltLogger } from "./logger.ts";
import type { Identity, SlackSettings } from "./settings.ts";
import { createTimedFetch } from "./timed-fetch.ts";

/** The Web API: one try a call, each with its own timeout; who retries is decided where the call is made. */
export interface Web {
  /** Rejects with Slack's error as the client gives it; `failureOf` tells what it means. */
  call(method: string, args?: Readonly<Record<string, unknown>>): Promise<webApi.WebAPICallResult>;
  /** Asks Slack who we are. Rejects with a `DocentError`. */
  identify(): Promise<Identity>;
  /** The code with which Slack refuses the token, until a call succeeds again. */
  tokenFault(): string | undefined;
}

/** Bolt mutates what it is given, and the socket's retries must not leak into our calls: fresh options for each user. */
export function clientOptions(
  { apiUrl }: SlackSettings,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): webApi.WebClientOptions {
  return {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    allowAbsoluteUrls: false,
    fetch: createTimedFetch(clock, TIMES.call),
    retryConfig: { retries: 0 },
    // Otherwise one channel's 429 would hold every other call back.
    rejectRateLimitedCalls: true,
    logger: createBoltLogger(log, "slack-web"),
  };
}

const authTest = z.object({
  team_id: z.string(),
  user_id: z.string(),
  bot_id: z.string().default(""),
  response_metadata: z.object({ scopes: z.array(z.string()).default([]) }).default({ scopes: [] }),
});

export function createWeb(
  settings: SlackSettings,
  services: { readonly clock: Clock; readonly log: Log; readonly metrics: Metrics },
): Web {
  const { log, metrics } = services;
  const client = new webApi.WebClient(settings.botToken, clientOptions(settings, services));
  let refusal: string | undefined;

  async function call(
    method: string,
    args: Readonly<Record<string, unknown>> = {},
  ): Promise<webApi.WebAPICallResult> {
    try {
      const reply = await client.apiCall(method, asTexts(args));
      refusal = undefined;
      return reply;
    } catch (error) {
      const failure = failureOf(error);
      metrics.count("slack_call_failures_total", { method, kind: failure.kind });
      if (failure.kind === "refused" && isTokenFault(failure.code)) {
        if (refusal !== failure.code) {
          const { message, remedy } = slackError(method, error);
          log.error({ method, code: failure.code, remedy }, message);
        }
        refusal = failure.code;
      }
      throw error;
    }
  }

  return {
    call,
    tokenFault: () => refusal,
    async identify() {
      try {
        const { team_id, user_id, bot_id, response_metadata } = authTest.parse(
          await call("auth.test"),
        );
        return {
          team: team_id,
          userId: user_id,
          botId: bot_id,
          scopes: response_metadata.scopes.filter((scope) => scope !== ""),
        };
      } catch (error) {
        throw slackError("the bot token (auth.test)", error);
      }
    },
  };
}

/**
 * Structures as JSON, which is how Slack takes them. The client would do the same, but not before it has walked through
 * every block twice for a debug line that nobody reads.
 */
function asTexts(args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === "object" && value !== null ? JSON.stringify(value) : value,
    ]),
  );
}
