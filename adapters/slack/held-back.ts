import type { ReceiverEvent } from "@slack/bolt";
import { z } from "zod";
import type { Log } from "../../src/index.ts";

/** https://docs.slack.dev/reference/events/app_rate_limited: the whole payload, with no event in it. */
const TYPE = "app_rate_limited";
const notice = z.object({
  type: z.literal(TYPE),
  team_id: z.string().default("").catch(""),
  /** The minute that Slack holds events of, in epoch seconds, as far as there are dates. */
  minute_rate_limited: z.int().min(0).max(8_640_000_000_000).optional().catch(undefined),
});
type Notice = z.infer<typeof notice>;

/**
 * What Slack says about events that it holds back, also where it came as other events do; undefined for all else. Every
 * event passes here, so nothing is parsed of the others.
 */
export function heldBackOf(body: ReceiverEvent["body"]): Notice | undefined {
  const told: unknown = body["type"] === TYPE ? body : body["event"];
  const isOne = typeof told === "object" && told !== null && "type" in told && told.type === TYPE;
  return isOne ? notice.parse(told) : undefined;
}

/** Says it once for each minute: it may come over several sockets, and again. */
export function createHeldBack(log: Log): (told: Notice) => void {
  let last: string | undefined;
  return ({ team_id, minute_rate_limited: minute }) => {
    const now = `${team_id}:${minute}`;
    if (minute !== undefined && now === last) return;
    last = now;
    log.warn(
      {
        ...(minute !== undefined && { minute: new Date(minute * 1000).toISOString() }),
        remedy: "Take Docent out of busy channels that it need not hear.",
      },
      "Slack holds events back for this minute: there are more than 30,000 an hour",
    );
  };
}
