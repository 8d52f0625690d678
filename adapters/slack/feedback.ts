import { z } from "zod";
import type { KnownBlock } from "@slack/types";
import { HAS_EXPIRED } from "../../src/index.ts";
import type { Vote } from "../../src/index.ts";
import { isDirect } from "./audience.ts";
import { noteForm } from "./answer-view.ts";
import { feedbackRow, parseVote } from "./buttons.ts";
import type { Parts } from "./parts.ts";
import { ownAsker } from "./person.ts";
import type { Press } from "./press.ts";
import { createRender } from "./render.ts";
import type { Respond } from "./respond.ts";

/** A vote: counted, marked on the button for whoever voted, and one optional line asked for after "Not helpful". */
export function createFeedback(
  parts: Parts,
  respond: Respond,
): (press: Press) => Promise<string | undefined> {
  const { services, web, posting, settings } = parts;

  async function mark(press: Press, answerId: string, vote: Vote): Promise<void> {
    const { message, view, person, responseUrl } = press;
    if (view !== undefined) {
      await web.call("views.update", {
        view_id: view.id,
        view: { ...shown(view), blocks: marked(view.blocks, vote) },
      });
      return;
    }
    if (message === undefined) return;
    if (!message.onlyYou) {
      const { channel = "" } = person;
      // Elsewhere others see the message, too, and would take one person's mark for their own. Slack shows whoever pressed
      // a feedback button that it is pressed, and nobody else.
      if (!isDirect(channel) || message.blocks === undefined) return;
      await posting.update(
        { channel, ts: message.ts },
        { text: message.text, blocks: blocksShape.parse(marked(message.blocks, vote)) },
      );
      return;
    }
    // Slack does not send back what only one person sees: it is drawn anew, for that person.
    const answer = await services.assistant.recall(answerId, await ownAsker(parts, person));
    if (answer === undefined || responseUrl === undefined) return;
    const human = settings.escalationChannel !== undefined;
    const drawn = createRender({ now: services.clock.now(), human, onlyYou: true })(answer);
    await respond(
      responseUrl,
      { ...drawn, blocks: blocksShape.parse(marked(drawn.blocks, vote)) },
      { replace: true },
    );
  }

  return async (press) => {
    const parsed = parseVote(press.value);
    if (parsed === undefined) return HAS_EXPIRED;
    const { vote, answerId } = parsed;
    const asker = await ownAsker(parts, press.person);
    if (!(await services.assistant.rate(answerId, asker, vote))) {
      return HAS_EXPIRED;
    }
    if (vote === "not-helpful" && press.view === undefined) {
      await web.call("views.open", { trigger_id: press.trigger, view: noteForm(answerId) });
    }
    await mark(press, answerId, vote);
    return undefined;
  };
}

const blocksShape = z.array(
  z.custom<KnownBlock>((value) => typeof value === "object" && value !== null),
);
const choice = z.looseObject({
  type: z.string(),
  elements: z.array(z.looseObject({ value: z.string().optional() })),
});

/** The blocks as they were, with the mark on the button that was chosen. */
function marked(blocks: readonly unknown[], vote: Vote): unknown[] {
  return blocks.map((block) => {
    const row = choice.safeParse(block);
    if (!row.success) return block;
    if (row.data.type === "context_actions") {
      const value = z
        .object({ positive_button: z.object({ value: z.string() }) })
        .safeParse(row.data.elements[0]).data?.positive_button.value;
      const known = value === undefined ? undefined : parseVote(value);
      return known === undefined ? block : feedbackRow(known.answerId, vote);
    }
    if (row.data.type !== "actions") return block;
    return {
      ...row.data,
      elements: row.data.elements.map((element) => markedButton(element, vote)),
    };
  });
}

function markedButton(element: Readonly<Record<string, unknown>>, vote: Vote): unknown {
  const known = parseVote(String(element["value"]));
  if (known === undefined) return element;
  const name = known.vote === "helpful" ? "Helpful" : "Not helpful";
  return {
    ...element,
    text: { type: "plain_text", text: known.vote === vote ? `${name} ✓` : name, emoji: false },
  };
}

/** What may be sent back of a view that Slack sent us. */
function shown({ type, title, close, private_metadata, callback_id }: NonNullable<Press["view"]>) {
  const own = { private_metadata, callback_id };
  const given = Object.entries(own).filter(([, value]) => value !== undefined && value !== "");
  return type === "home"
    ? { type, ...Object.fromEntries(given) }
    : { type, title, close, ...Object.fromEntries(given) };
}
