import { z } from "zod";
import { cleanText, explain, shorten } from "../../src/index.ts";
import { ownLabels, askerId } from "./audience.ts";
import { failureOf } from "./failure.ts";
import { LIMITS } from "./limits.ts";
import type { Parts } from "./parts.ts";

/** Slack's agent view (and the older assistant view): suggested prompts, a status while it searches, a thread's title. */
export interface AgentView {
  /** The tab or an assistant thread was opened. */
  opened(body: unknown): Promise<void>;
  /** Resolves when the status stands, or could not: what is said next must come after it. */
  searching(channel: string, thread: string): Promise<void>;
  /** Takes the status back where nothing follows; nobody waits for it. */
  idle(channel: string, thread: string): void;
  /** Names the thread after its question; nobody waits for it. */
  title(channel: string, thread: string, question: string): void;
}

const homeOpened = z.object({
  team_id: z.string(),
  event: z.object({ type: z.literal("app_home_opened"), user: z.string(), channel: z.string() }),
});
const threadStarted = z.object({
  team_id: z.string(),
  event: z.object({
    type: z.literal("assistant_thread_started"),
    assistant_thread: z.object({
      user_id: z.string(),
      channel_id: z.string(),
      thread_ts: z.string(),
    }),
  }),
});

/** Where the workspace has no agent view, Slack refuses these calls; nothing else depends on them. */
const NOT_HERE = new Set([
  "not_agent_app",
  "missing_scope",
  "unknown_method",
  "method_not_supported_for_channel_type",
]);

export function createAgentView(parts: Parts): AgentView {
  const { services, web, directory } = parts;
  let here = true;

  async function attempt(method: string, call: () => Promise<unknown>): Promise<void> {
    if (!here) return;
    try {
      await call();
    } catch (error) {
      const failure = failureOf(error);
      here = !(failure.kind === "refused" && NOT_HERE.has(failure.code));
      services.log.info(
        { method, failure },
        here ? "the agent view could not be updated" : "no agent view here",
      );
    }
  }

  const status = (channel: string, thread: string, words: string): Promise<void> =>
    attempt("assistant.threads.setStatus", () =>
      web.call("assistant.threads.setStatus", {
        channel_id: channel,
        thread_ts: thread,
        status: words,
      }),
    );

  async function prompts(
    team: string,
    user: string,
    channel: string,
    thread?: string,
  ): Promise<void> {
    const labels = await ownLabels(directory, { team, userTeam: team, user });
    const asker = { id: askerId(team, user), labels };
    const questions = await services.assistant.pinned(asker, LIMITS.suggestedPrompts);
    if (questions.length === 0) return;
    await attempt("assistant.threads.setSuggestedPrompts", () =>
      web.call("assistant.threads.setSuggestedPrompts", {
        channel_id: channel,
        // Under the agent view, prompts with a thread are dropped without a word.
        ...(thread !== undefined && { thread_ts: thread }),
        title: "Questions to start with",
        prompts: questions.map((question) => ({
          title: shorten(cleanText(question), 75),
          message: question,
        })),
      }),
    );
  }

  return {
    async opened(body) {
      try {
        const home = homeOpened.safeParse(body);
        if (home.success) {
          const { team_id, event } = home.data;
          await prompts(team_id, event.user, event.channel);
          return;
        }
        const { team_id, event } = threadStarted.parse(body);
        const { user_id, channel_id, thread_ts } = event.assistant_thread;
        await prompts(team_id, user_id, channel_id, thread_ts);
      } catch (error) {
        services.log.warn({ error: explain(error) }, "no prompts could be suggested");
      }
    },
    searching: (channel, thread) => status(channel, thread, "is looking it up…"),
    idle: (channel, thread) => void status(channel, thread, ""),
    title(channel, thread, question) {
      const words = shorten(
        cleanText(question).replaceAll(/\s+/gu, " ").trim(),
        LIMITS.threadTitle,
      );
      if (words === "") return;
      void attempt("assistant.threads.setTitle", () =>
        web.call("assistant.threads.setTitle", {
          channel_id: channel,
          thread_ts: thread,
          title: words,
        }),
      );
    },
  };
}
