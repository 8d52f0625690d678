import type { App } from "@slack/bolt";
import { VIEW } from "./answer-view.ts";
import { ACTION } from "./buttons.ts";
import type { Escalating } from "./escalation.ts";
import type { Parts } from "./parts.ts";
import { ownAsker, personOf } from "./person.ts";
import type { PrivateQuestions } from "./private-questions.ts";
import { sentence } from "./render.ts";
import type { Attempt } from "./tell-failure.ts";

/** What is done when a form is sent off. */
export function listenToForms(
  app: App,
  parts: Parts,
  {
    privately,
    escalating,
    attempt,
  }: {
    readonly privately: PrivateQuestions;
    readonly escalating: Escalating;
    readonly attempt: Attempt;
  },
): void {
  const { services, web } = parts;

  app.view(VIEW.ask, async ({ ack, body, view }) => {
    const text = view.state.values[ACTION.ask]?.[ACTION.ask]?.value ?? "";
    const person = personOf(body, parts.me().team);
    if (person === undefined) return ack();
    // The channel was written by us into the form; whether the person is in it, Slack said when the form was opened.
    const channel = view.private_metadata === "" ? {} : { channel: view.private_metadata };
    const at = services.clock.now();
    const question = { key: `view:${view.id}`, person: { ...person, ...channel }, text, at };
    await attempt(body, () =>
      privately.askInForm(question, view.id, (answer) =>
        ack({ response_action: "update", view: answer }),
      ),
    );
  });

  app.view(VIEW.note, async ({ ack, body, view }) => {
    await ack();
    await attempt(body, async () => {
      const note = view.state.values[ACTION.feedback]?.[ACTION.feedback]?.value ?? "";
      const person = personOf(body, parts.me().team);
      if (person === undefined || note.trim() === "") return;
      const asker = await ownAsker(parts, person);
      await services.assistant.rate(view.private_metadata, asker, "not-helpful", note);
    });
  });

  app.view(VIEW.resolve, async ({ ack, body, view }) => {
    await ack();
    await attempt(body, async () => {
      const person = personOf(body, parts.me().team);
      if (person === undefined) return;
      const answer = view.state.values[ACTION.resolve]?.[ACTION.resolve]?.value ?? "";
      const said = await escalating.resolve(view.private_metadata, person, answer);
      if (said !== undefined)
        await web.call("chat.postMessage", { channel: person.user, ...sentence(said) });
    });
  });
}
