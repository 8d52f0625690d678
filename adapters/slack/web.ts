import type { webApi } from "@slack/bolt";
import { z } from "zod";
import type { Clock, Log, Metrics } from "../../src/index.ts";
import { createCall } from "./call.ts";
import type { Said } from "./call.ts";
import { createExchange } from "./exchange.ts";
import { failureOf, slackError } from "./failure.ts";
import { TIMES } from "./limits.ts";
import { createBoltLogger } from "./logger.ts";
import { createRefusals } from "./refusals.ts";
import type { Identity, SlackSettings } from "./settings.ts";
import { createTimedFetch } from "./timed-fetch.ts";

/** The Web API: one try a call, each with its own timeout; who retries is decided where the call is made. */
export interface Web {
  /**
   * Slack's reply. Rejects with an error that `failureOf` tells the meaning of; without asking where Slack has just refused
   * what only an operator can mend.
   */
  call(
    method: string,
    args?: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>>;
  /** Asks Slack who we are. Rejects with a `DocentError`. */
  identify(): Promise<Identity>;
  /** The code with which Slack refuses the token, until a call succeeds again. */
  tokenFault(): string | undefined;
}

/** For Bolt's own clients. Bolt mutates what it is given: fresh options for each of them. */
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
});

export function createWeb(
  settings: SlackSettings,
  services: { readonly clock: Clock; readonly log: Log; readonly metrics: Metrics },
): Web {
  const { clock, log, metrics } = services;
  const callSlack = createCall(settings, createExchange(clock, TIMES.call));
  const refusals = createRefusals(clock, log);

  async function say(method: string, args: Readonly<Record<string, unknown>>): Promise<Said> {
    const standing = refusals.standing(method);
    if (standing !== undefined) throw standing;
    try {
      const said = await callSlack(method, args);
      refusals.lift(method);
      return said;
    } catch (error) {
      metrics.count("slack_call_failures_total", { method, kind: failureOf(error).kind });
      refusals.note(method, error);
      throw error;
    }
  }

  return {
    call: async (method, args = {}) => (await say(method, args)).reply,
    tokenFault: () => refusals.tokenFault(),
    async identify() {
      try {
        const { reply, scopes } = await say("auth.test", {});
        const { team_id, user_id, bot_id } = authTest.parse(reply);
        return {
          team: team_id,
          userId: user_id,
          botId: bot_id,
          scopes: scopes.filter((scope) => scope !== ""),
        };
      } catch (error) {
        throw slackError("the bot token (auth.test)", error);
      }
    },
  };
}
