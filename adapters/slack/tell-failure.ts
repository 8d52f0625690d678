import { z } from "zod";
import { explain, noticeText } from "../../src/index.ts";
import type { Parts } from "./parts.ts";
import { sentence } from "./render.ts";
import type { Respond } from "./respond.ts";

/** Does what somebody asked for by a command, a shortcut, a button or a form; never rejects. */
export type Attempt = (body: unknown, work: () => Promise<void>) => Promise<void>;

const address = z.object({
  response_url: z.string().optional().catch(undefined),
  user: z.object({ id: z.string() }).optional().catch(undefined),
});

/** Nobody is left without a word: whoever did something hears that it failed, with an id that the log knows. */
export function createAttempt({ services, web }: Parts, respond: Respond): Attempt {
  const { log, metrics, randomId } = services;

  async function tellFailure(body: unknown, error: unknown): Promise<void> {
    const id = randomId().slice(0, 8);
    metrics.count("slack_listener_failures_total");
    log.error({ id, error: explain(error) }, "a Slack listener failed");
    const { response_url: url, user } = address.safeParse(body).data ?? {};
    const said = sentence(noticeText({ kind: "broken", id }));
    if (url !== undefined) await respond(url, said);
    else if (user !== undefined) await web.call("chat.postMessage", { channel: user.id, ...said });
  }

  return async (body, work) => {
    try {
      await work();
    } catch (error) {
      await tellFailure(body, error).catch((unsaid: unknown) => {
        log.warn({ error: explain(unsaid) }, "somebody could not be told that it failed");
      });
    }
  };
}
