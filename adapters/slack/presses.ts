import { z } from "zod";
import { HAS_EXPIRED, parseButtonId } from "../../src/index.ts";
import { answerView, passageView, resolveForm, sentenceView } from "./answer-view.ts";
import type { Browse } from "./browse.ts";
import { ACTION } from "./buttons.ts";
import type { Escalating } from "./escalation.ts";
import type { Parts } from "./parts.ts";
import { ownAsker, readByOthers } from "./person.ts";
import type { Press } from "./press.ts";
import type { PrivateQuestions } from "./private-questions.ts";
import { createShare } from "./share.ts";
import { isDirect, placeOf } from "./audience.ts";
import type { Questions } from "./questions.ts";

/** What a press of a button does. Resolves with a sentence for whoever pressed, where there is something to say. */
export type OnPress = (press: Press) => Promise<string | undefined>;

export interface PressParts {
  readonly parts: Parts;
  readonly questions: Questions;
  readonly privately: PrivateQuestions;
  readonly escalating: Escalating;
  readonly feedback: OnPress;
  readonly browse: Browse;
  readonly administer: OnPress;
}

/** Every button of ours, by the name in its action id (what follows a colon only keeps ids apart). */
export function createPresses(deps: PressParts): ReadonlyMap<string, OnPress> {
  const { parts, questions, privately, escalating, browse } = deps;
  const { services, web, posting, records, settings } = parts;
  const viewOptions = () => ({
    now: services.clock.now(),
    human: settings.escalationChannel !== undefined,
  });

  /** A new modal, or on top of the one that was pressed in. */
  async function show({ trigger, view: on }: Press, view: unknown): Promise<void> {
    await web.call(on?.type === "modal" ? "views.push" : "views.open", {
      trigger_id: trigger,
      view,
    });
  }

  async function showAll(press: Press): Promise<string | undefined> {
    const answer = await services.assistant.recall(
      press.value,
      await ownAsker(parts, press.person),
    );
    await show(
      press,
      answer === undefined
        ? sentenceView("Docent", HAS_EXPIRED)
        : answerView(answer, viewOptions()),
    );
    return undefined;
  }

  async function related(press: Press): Promise<string | undefined> {
    const { key = "", index = 0 } = parseButtonId(press.value) ?? {};
    const asker = await ownAsker(parts, press.person);
    const answer = await services.assistant.recall(key, asker);
    const id = answer?.related[index]?.passage.id;
    const passage = id === undefined ? undefined : await services.assistant.read(id, asker);
    await show(
      press,
      passage === undefined
        ? sentenceView("Docent", HAS_EXPIRED)
        : passageView(passage, viewOptions()),
    );
    return undefined;
  }

  async function human({ person, value, message }: Press): Promise<string> {
    const where = message?.onlyYou === false ? { message: message.ts, thread: message.thread } : {};
    return escalating.open(value, person, {
      ...where,
      ...("message" in where && { channel: person.channel }),
    });
  }

  async function tellMe({ person, value }: Press): Promise<string> {
    const asker = await ownAsker(parts, person);
    const known = await services.assistant.tellMe(value, asker, placeOf(person.team, person.user));
    return known ? "I will write to you when the knowledge answers it." : HAS_EXPIRED;
  }

  /** Asks for whoever pressed: in the thread where all see it, otherwise for their eyes only. */
  async function askFor(press: Press, text: string): Promise<string | undefined> {
    const { person, at, message, responseUrl, trigger } = press;
    const { team, userTeam, user, channel } = person;
    if (message !== undefined && !message.onlyYou && channel !== undefined) {
      const way = isDirect(channel) ? "direct" : "mention";
      const external = way === "mention" && (await readByOthers(parts, person, channel));
      await questions.ask({
        way,
        team,
        userTeam,
        channel,
        user,
        ts: at,
        thread: message.thread,
        text,
        files: false,
        external,
      });
      return undefined;
    }
    const question = { key: `press:${at}`, person, text, at: services.clock.now() };
    if (responseUrl === undefined) await privately.askInModal(question, trigger);
    else await privately.ask({ ...question, to: { kind: "url", url: responseUrl } });
    return undefined;
  }

  async function didYouMean(press: Press): Promise<string | undefined> {
    const answer = await services.assistant.recall(
      press.value,
      await ownAsker(parts, press.person),
    );
    const meant = answer?.kind === "abstained" ? answer.didYouMean : undefined;
    return meant === undefined ? HAS_EXPIRED : askFor(press, meant);
  }

  /** An order to leave the thread alone. */
  async function notIt({ person, message }: Press): Promise<string | undefined> {
    if (message === undefined || person.channel === undefined) return undefined;
    await records.leave(placeOf(person.team, person.channel), message.thread, person.user);
    await posting.remove(person.channel, message.ts);
    return undefined;
  }

  async function search({ person, at, value, trigger }: Press): Promise<string | undefined> {
    await privately.askInModal(
      { key: `search:${at}`, person, text: value, at: services.clock.now() },
      trigger,
    );
    return undefined;
  }

  return new Map<string, OnPress>([
    [ACTION.feedback, deps.feedback],
    [ACTION.showAll, showAll],
    [ACTION.related, related],
    [ACTION.share, createShare(parts)],
    [ACTION.human, human],
    [ACTION.tellMe, tellMe],
    [ACTION.didYouMean, didYouMean],
    [ACTION.ask, (press) => askFor(press, z.string().parse(press.value))],
    [ACTION.notIt, notIt],
    [ACTION.search, search],
    [ACTION.admin, deps.administer],
    [ACTION.take, ({ value, person }) => escalating.take(value, person)],
    [ACTION.topic, (press) => browse.topic(press)],
    [ACTION.page, (press) => browse.page(press)],
    [
      ACTION.resolve,
      async ({ value, trigger }) => {
        await web.call("views.open", { trigger_id: trigger, view: resolveForm(value) });
        return undefined;
      },
    ],
  ]);
}
