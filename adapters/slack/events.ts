import { z } from "zod";
import type { AgentView } from "./agent-view.ts";
import type { Browse } from "./browse.ts";
import type { Hearing } from "./hearing.ts";
import type { Parts } from "./parts.ts";
import { removalOf } from "./removal.ts";

/** What is done about an event; `accepted` is called once it is safe with us, so that Slack may be told. */
export type OnEvent = (body: unknown, accepted: () => void) => Promise<void>;

const home = z.object({ event: z.object({ tab: z.string().optional() }) });

/**
 * Every event that the manifest subscribes to, by its type, read as Slack delivered it. They do not pass through Bolt, which
 * acknowledges an event before anybody has looked at it and has nothing to add to it; interactions do.
 */
export function createEvents(
  { me }: Pick<Parts, "me">,
  to: {
    readonly hearing: Hearing;
    readonly agentView: AgentView;
    readonly browse: Browse;
    /** The workspace has thrown us out. */
    readonly removed: (how: string) => void;
  },
): ReadonlyMap<string, OnEvent> {
  const { hearing, agentView, browse } = to;
  const events = new Map<string, OnEvent>();
  const on = (type: string, act: OnEvent): void => void events.set(type, act);

  async function ended(body: unknown): Promise<void> {
    const how = removalOf(body, me());
    if (how !== undefined) to.removed(how);
  }

  on("app_mention", (body, accepted) => hearing.heard(body, accepted));
  on("message", (body, accepted) => hearing.heard(body, accepted));
  on("assistant_thread_started", (body) => agentView.opened(body));
  on("app_home_opened", (body) =>
    home.safeParse(body).data?.event.tab === "messages"
      ? agentView.opened(body)
      : browse.home(body),
  );
  on("app_uninstalled", ended);
  on("tokens_revoked", ended);
  return events;
}
