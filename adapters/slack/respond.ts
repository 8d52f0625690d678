import { z } from "zod";
import { DocentError } from "../../src/index.ts";
import type { Clock } from "../../src/index.ts";
import { createExchange } from "./exchange.ts";
import { TIMES } from "./limits.ts";
import type { SlackMessage } from "./render.ts";
import type { SlackSettings } from "./settings.ts";

/** Answers through an interaction's `response_url`: works in every channel, also where Docent is no member. */
export type Respond = (
  url: string,
  message: SlackMessage,
  how?: { readonly replace?: boolean; readonly thread?: string },
) => Promise<void>;

const reply = z.object({ ok: z.boolean().optional(), error: z.string().optional() });

/**
 * One try: a `response_url` cannot be asked whether a message stands, so after a timeout nothing is sent again. The address
 * comes from a payload; only Slack's own host (or the host of another API base) is ever called.
 */
export function createRespond({ apiUrl }: SlackSettings, clock: Clock): Respond {
  const exchange = createExchange(clock, TIMES.call);
  const hosts = new Set([
    "https://hooks.slack.com",
    ...(apiUrl === undefined ? [] : [new URL(apiUrl).origin]),
  ]);

  return async (url, { text, blocks }, { replace = false, thread } = {}) => {
    if (!URL.canParse(url) || !hosts.has(new URL(url).origin)) {
      throw new DocentError(
        "platform-refused",
        "A response_url leads to a host that is not Slack's",
        {
          remedy: "Check who sends requests to Docent: Slack's lead to hooks.slack.com.",
        },
      );
    }
    const { status, text: said } = await exchange(new URL(url), {
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        response_type: "ephemeral",
        replace_original: replace,
        ...(thread !== undefined && { thread_ts: thread }),
        text,
        blocks,
      }),
    });
    const parsed = reply.safeParse(said.startsWith("{") ? JSON.parse(said) : {});
    if (status < 200 || status > 299 || parsed.data?.ok === false) {
      throw new DocentError(
        "platform-refused",
        `Slack refused an answer: ${parsed.data?.error ?? status}`,
        {
          remedy: "A response_url works for 30 minutes and five messages; the asker can ask again.",
        },
      );
    }
  };
}
