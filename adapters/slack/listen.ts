import type { App } from "@slack/bolt";
import { explain } from "../../src/index.ts";
import { administer } from "./administer.ts";
import { VIEW, askForm } from "./answer-view.ts";
import { ACTION } from "./buttons.ts";
import type { Escalating } from "./escalation.ts";
import { readText } from "./mrkdwn.ts";
import type { Parts } from "./parts.ts";
import { ownAsker, personOf } from "./person.ts";
import { parsePress } from "./press.ts";
import type { OnPress } from "./presses.ts";
import type { PrivateQuestions } from "./private-questions.ts";
import { sentence } from "./render.ts";
import type { Respond } from "./respond.ts";

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
  const { privately, presses, respond, escalating } = to;
  const now = (): number => services.clock.now();

  app.command(NAMES.ask, async ({ ack, body }) => {
    await ack();
    const person = personOf(body, parts.me().team);
    if (person === undefined) return;
    const text = readText(body.text ?? "", parts.me().userId);
    if (text === "") {
      await web.call("views.open", { trigger_id: body.trigger_id, view: askForm(person.channel) });
      return;
    }
    const { trigger_id: key, response_url: url } = body;
    await privately.ask({
      key: `command:${key}`,
      person,
      text,
      at: now(),
      to: { kind: "url", url },
    });
  });

  app.command(NAMES.admin, async ({ ack, body }) => {
    await ack();
    const person = personOf(body, parts.me().team);
    if (person === undefined) return;
    await respond(body.response_url, await administer(parts, body.text ?? "", person));
  });

  app.shortcut(NAMES.globalShortcut, async ({ ack, body }) => {
    await ack();
    await web.call("views.open", { trigger_id: body.trigger_id, view: askForm(undefined) });
  });

  app.shortcut(
    { callback_id: NAMES.messageShortcut, type: "message_action" },
    async ({ ack, body }) => {
      await ack();
      const person = personOf(body, parts.me().team);
      if (person === undefined) return;
      const { ts, text, thread_ts } = body.message;
      const words = readText(text ?? "", parts.me().userId);
      const thread = typeof thread_ts === "string" ? { thread: thread_ts } : {};
      const url = body.response_url;
      await privately.ask({
        key: `shortcut:${body.trigger_id}:${ts}`,
        person,
        text: words,
        at: now(),
        to: { kind: "url", url, ...thread },
      });
    },
  );

  app.action(/^docent_/u, async ({ ack, body }) => {
    await ack();
    const press = parsePress(body, parts.me().team);
    const onPress =
      press === undefined ? undefined : presses.get(press.action.split(":", 1)[0] ?? "");
    if (press === undefined || onPress === undefined) return;
    const said = await onPress(press);
    if (said === undefined) return;
    if (press.responseUrl !== undefined)
      await respond(press.responseUrl, sentence(said), threadOf(press.message));
    else await tell(press.person.user, said);
  });

  app.view(VIEW.ask, async ({ ack, body, view }) => {
    const text = view.state.values[ACTION.ask]?.[ACTION.ask]?.value ?? "";
    const person = personOf(body, parts.me().team);
    if (person === undefined) return ack();
    // The channel was written by us into the form; whether the person is in it, Slack said when the form was opened.
    const channel = view.private_metadata === "" ? {} : { channel: view.private_metadata };
    const question = { key: `view:${view.id}`, person: { ...person, ...channel }, text, at: now() };
    await privately.askInForm(question, view.id, (answer) =>
      ack({ response_action: "update", view: answer }),
    );
  });

  app.view(VIEW.note, async ({ ack, body, view }) => {
    await ack();
    const note = view.state.values[ACTION.feedback]?.[ACTION.feedback]?.value ?? "";
    const person = personOf(body, parts.me().team);
    if (person === undefined || note.trim() === "") return;
    await services.assistant.rate(
      view.private_metadata,
      await ownAsker(parts, person),
      "not-helpful",
      note,
    );
  });

  app.view(VIEW.resolve, async ({ ack, body, view }) => {
    await ack();
    const person = personOf(body, parts.me().team);
    if (person === undefined) return;
    const answer = view.state.values[ACTION.resolve]?.[ACTION.resolve]?.value ?? "";
    const said = await escalating.resolve(view.private_metadata, person, answer);
    if (said !== undefined) await tell(person.user, said);
  });

  app.error(async (error) => {
    services.metrics.count("slack_listener_failures_total");
    services.log.error({ error: explain(error) }, "a Slack listener failed");
  });

  /** A sentence in the person's direct messages: for presses in a modal or on Home, which have no address to answer to. */
  async function tell(user: string, said: string): Promise<void> {
    await web.call("chat.postMessage", { channel: user, ...sentence(said) });
  }
}

function threadOf(message: { readonly thread: string; readonly ts: string } | undefined): {
  readonly thread?: string;
} {
  return message === undefined || message.thread === message.ts ? {} : { thread: message.thread };
}
