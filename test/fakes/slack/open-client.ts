import { LogLevel, webApi } from "@slack/bolt";
import { onTestFinished } from "vitest";
import { createFakeClock } from "../clock.ts";
import type { FakeClock } from "../clock.ts";
import { startFakeSlack } from "./fake-slack.ts";
import type { FakeSlack } from "./fake-slack.ts";

export interface OpenClient {
  readonly slack: FakeSlack;
  readonly clock: FakeClock;
  /** Slack's own client, one try a call. */
  readonly client: webApi.WebClient;
}

/** The fake with Slack's real client in front of it. */
export async function openClient(): Promise<OpenClient> {
  const clock = createFakeClock();
  const slack = await startFakeSlack(() => clock.now());
  onTestFinished(() => slack.close());
  const client = new webApi.WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
  return { slack, clock, client };
}

/** The code that Slack refuses a call with; undefined where it takes it. */
export async function refusalOf(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
    throw error;
  }
}
