import { App } from "@slack/bolt";
import type { Receiver } from "@slack/bolt";
import { administer } from "./administer.ts";
import { createAgentView } from "./agent-view.ts";
import { createBrowse } from "./browse.ts";
import { createEscalating } from "./escalation.ts";
import { createEvents } from "./events.ts";
import type { OnEvent } from "./events.ts";
import { createFeedback } from "./feedback.ts";
import { createHearing } from "./hearing.ts";
import type { Hearing } from "./hearing.ts";
import { listen } from "./listen.ts";
import { createBoltLogger } from "./logger.ts";
import type { Parts } from "./parts.ts";
import { createPresses } from "./presses.ts";
import { createPrivateQuestions } from "./private-questions.ts";
import { createQuestions } from "./questions.ts";
import { createRespond } from "./respond.ts";
import { clientOptions } from "./web.ts";

export interface Wired {
  /** Bolt, with a listener for every interaction. */
  readonly app: App;
  readonly events: ReadonlyMap<string, OnEvent>;
  /** What takes up an event again. */
  readonly hearing: Hearing;
}

/** Everything that is done about what Slack sends. */
export function wire(parts: Parts, removed: (how: string) => void): Wired {
  const { settings, services, me } = parts;
  const respond = createRespond(settings, services.clock);
  const agentView = createAgentView(parts);
  const questions = createQuestions(parts, agentView);
  const privately = createPrivateQuestions(parts, respond);
  const hearing = createHearing(parts, questions, privately);
  const escalating = createEscalating(parts);
  const browse = createBrowse(parts);
  const presses = createPresses({
    parts,
    questions,
    privately,
    escalating,
    browse,
    feedback: createFeedback(parts, respond),
    administer: async ({ value, person, responseUrl }) => {
      if (responseUrl !== undefined)
        await respond(responseUrl, await administer(parts, value, person));
      return undefined;
    },
  });

  // Our own intake hands interactions to Bolt, so the receiver that Bolt asks for has nothing to do.
  const receiver: Receiver = {
    init: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
  };
  const app = new App({
    receiver,
    authorize: async () => ({
      botToken: settings.botToken,
      botId: me().botId,
      botUserId: me().userId,
    }),
    clientOptions: clientOptions(settings, services),
    logger: createBoltLogger(services.log, "slack-bolt"),
    convoStore: false,
  });
  listen(app, parts, { privately, escalating, presses, respond });
  const events = createEvents(parts, { hearing, agentView, browse, removed });
  return { app, events, hearing };
}
