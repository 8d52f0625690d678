import type { Answer, ButtonId } from "../../src/index.ts";
import { line } from "./components.ts";
import { renderEscalation } from "./escalation.ts";
import { permalink } from "./interaction.ts";
import { privateAsker, publicAsker, wishChannel } from "./audience.ts";
import { EXPIRED, sendAll, type Press, type PressParts } from "./press.ts";
import { createRender, renderPassage, renderWhole } from "./render.ts";

/** What the buttons below an answer do, once the answer was found again for whoever pressed. */
export async function pressAnswer(
  { context, message, responder }: Press,
  id: ButtonId,
  answer: Answer,
  parts: PressParts,
): Promise<void> {
  const { services, posts, escalationChannel } = parts;
  const { assistant, clock, escalations } = services;
  const asker = privateAsker(context.person, context.place);
  switch (id.act) {
    case "all": {
      if (answer.kind !== "found") return responder.send(EXPIRED);
      return sendAll(responder, renderWhole(answer.body, answer.citations[0], clock.now()));
    }
    case "related": {
      const chosen = answer.related[id.index];
      const passage = chosen && (await assistant.read(chosen.passage.id, asker));
      return sendAll(responder, passage && renderPassage(passage, clock.now()));
    }
    case "share": {
      const open = await assistant.recall(id.key, publicAsker(context.person, context.place));
      if (open?.kind !== "found")
        return responder.send(line("Not everybody here may read that, so I do not share it."));
      const render = createRender({ now: clock.now(), view: "public", escalation: false });
      return responder.share(render(open));
    }
    case "mean": {
      if (answer.kind !== "abstained" || answer.didYouMean === undefined)
        return responder.send(EXPIRED);
      const { ticket, person, place, sentAt } = context;
      const view = context.direct ? "public" : "private";
      const text = answer.didYouMean;
      const asked = {
        ticket,
        text,
        person,
        place,
        hidden: !context.direct,
        view,
        sentAt,
        unlimited: false,
      } as const;
      await parts.questions.ask({ via: "interaction", ...asked }, responder);
      return;
    }
    case "human": {
      if (escalationChannel === undefined) return responder.send(EXPIRED);
      const shown = ((message.flags ?? 0) & 64) === 0 ? message.id : undefined;
      const opened = await escalations.open(answer, permalink(context.place, shown));
      await posts.post(escalationChannel, renderEscalation(opened), `e${opened.id}`);
      return responder.send(line("I passed your question on to people."));
    }
    case "tell": {
      const kept = await assistant.tellMe(id.key, asker, wishChannel(context.person.user));
      return responder.send(kept ? line("I will write to you when I know.") : EXPIRED);
    }
    default:
      return responder.send(EXPIRED);
  }
}
