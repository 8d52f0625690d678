import type { App } from "@slack/bolt";
import { explain } from "../../src/index.ts";
import { administer } from "./administer.ts";
import { askForm } from "./answer-view.ts";
import type { Escalating } from "./escalation.ts";
import { listenToForms } from "./listen-to-forms.ts";
import { readText } from "./mrkdwn.ts";
import type { Parts } from "./parts.ts";
import { personOf } from "./person.ts";
import { parsePress } from "./press.ts";
import type { OnPress } from "./presses.ts";
import type { PrivateQuestions } from "./private-questions.ts";
import { sentence } from "./render.ts";
import type { Respond } from "./respond.ts";
import { createAttempt } from "./tell-failure.ts";

/** The names the manifest gives our commands and shortcuts. */
export const NAMES = {
  ask: "/ask",
  admin: "/docent",
  messageShortcut: "docent_find_answer",
  globalShortcut: "docent_ask_shortcut",
} as const;

export interface Listeners {
  readonly privately: PrivateQuestions;
  readonly escalating: Escalating;
  readonly presses: ReadonlyMap<string, OnPress>;
  readonly respond: Respond;
}

/** Every interaction, each with its listener. It is acknowledged first; what takes time comes after. */
export function listen(app: App, parts: Parts, to: Listeners): void {
  const { services, web } = parts;
  const { privately, presses, respond } = to;
  const attempt = createAttempt(parts, respond);
  const now = (): number => services.clock.now();

  app.command(NAMES.ask, async ({ ack, body }) => {
    await ack();
    await attempt(body, async () => {
      const person = personOf(body, parts.me().team);
      if (person === undefined) return;
      const text = readText(body.text ?? "", parts.me().userId);
      const { trigger_id: key, response_url: url } = body;
      if (text === "") {
        await web.call("views.open", { trigger_id: key, view: askForm(person.channel) });
        return;
      }
      const to = { kind: "url", url } as const;
      await privately.ask({ key: `command:${key}`, person, text, at: now(), to });
    });
  });

  app.command(NAMES.admin, async ({ ack, body }) => {
    await ack();
    await attempt(body, async () => {
      const person = personOf(body, parts.me().team);
      if (person === undefined) return;
      await respond(body.response_url, await administer(parts, body.text ?? "", person));
    });
  });

  app.shortcut(NAMES.globalShortcut, async ({ ack, body }) => {
    await ack();
    await attempt(body, async () => {
      await web.call("views.open", { trigger_id: body.trigger_id, view: askForm(undefined) });
    });
  });

  app.shortcut(
    { callback_id: NAMES.messageShortcut, type: "message_action" },
    async ({ ack, body }) => {
      await ack();
      await attempt(body, async () => {
        const person = personOf(body, parts.me().team);
        if (person === undefined) return;
        const { ts, text, thread_ts } = body.message;
        const thread = typeof thread_ts === "string" ? { thread: thread_ts } : {};
        await privately.ask({
          key: `shortcut:${body.trigger_id}:${ts}`,
          person,
          text: readText(text ?? "", parts.me().userId),
          at: now(),
          to: { kind: "url", url: body.response_url, ...thread },
        });
      });
    },
  );

  app.action(/^docent_/u, async ({ ack, body }) => {
    await ack();
    await attempt(body, async () => {
      const press = parsePress(body, parts.me().team);
      const onPress =
        press === undefined ? undefined : presses.get(press.action.split(":", 1)[0] ?? "");
      if (press === undefined || onPress === undefined) return;
      const said = await onPress(press);
      if (said === undefined) return;
      if (press.responseUrl !== undefined)
        await respond(press.responseUrl, sentence(said), threadOf(press.message));
      // In a modal or on Home there is no address to answer to.
      else await web.call("chat.postMessage", { channel: press.person.user, ...sentence(said) });
    });
  });

  listenToForms(app, parts, { ...to, attempt });

  app.error(async (error) => {
    services.metrics.count("slack_listener_failures_total");
    services.log.error({ error: explain(error) }, "a Slack listener failed");
  });
}

function threadOf(message: { readonly thread: string; readonly ts: string } | undefined): {
  readonly thread?: string;
} {
  return message === undefined || message.thread === message.ts ? {} : { thread: message.thread };
}
