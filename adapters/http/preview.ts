import { html } from "hono/html";
import type { Answer } from "../../src/index.ts";
import { discordMessage } from "./discord-message.ts";
import type { Html } from "./html.ts";
import { slackMessage } from "./slack-message.ts";

export interface PreviewOptions {
  readonly now: number;
  /** Questions that chats offer where nothing was asked. */
  readonly pinned: readonly string[];
  /** Where a channel for questions to humans is configured. */
  readonly human: { readonly slack: boolean; readonly discord: boolean };
}

/**
 * The answer as its readers will see it in a channel: drawn from the very payloads that would be sent, cuts included. The
 * renderers are loaded when somebody looks: Discord's brings a library that takes a quarter of a second to load.
 */
export async function previews(
  answer: Answer,
  { now, pinned, human }: PreviewOptions,
): Promise<Html> {
  const [slack, discord] = await Promise.all([
    import("../slack/render.ts"),
    import("../discord/render.ts"),
  ]);
  const drawSlack = slack.createRender({ now, pinned, human: human.slack });
  const drawDiscord = discord.createRender({
    now,
    pinned,
    view: "public",
    escalation: human.discord,
  });
  return html`<p class="advice">Drawn from what Docent would send. Buttons do nothing here.</p>
    <div class="chats">
      <figure class="slack">
        <figcaption>As in Slack</figcaption>
        ${frame(slackMessage(drawSlack(answer).blocks))}
      </figure>
      <figure class="discord">
        <figcaption>As in Discord</figcaption>
        ${frame(discordMessage(drawDiscord(answer).components))}
      </figure>
    </div>`;
}

/** A message with who sent it. */
function frame(message: Html): Html {
  return html`<div class="message">
    <span class="avatar" aria-hidden="true">D</span>
    <div class="said">
      <p class="who"><strong>Docent</strong> <span class="badge">APP</span></p>
      ${message}
    </div>
  </div>`;
}
