import { z } from "zod";
import { explain } from "../../src/index.ts";
import { modal, passageView, sentenceView, words } from "./answer-view.ts";
import { ACTION, button, buttonRows } from "./buttons.ts";
import { homeView } from "./home-view.ts";
import { LIMITS } from "./limits.ts";
import type { Parts, Person } from "./parts.ts";
import { ownAsker } from "./person.ts";
import type { Press } from "./press.ts";

/** App Home, and the pages behind it. */
export interface Browse {
  home(body: unknown): Promise<void>;
  topic(press: Press): Promise<undefined>;
  page(press: Press): Promise<undefined>;
}

const opened = z.object({ team_id: z.string(), event: z.object({ user: z.string() }) });
const HOME_QUESTIONS = 5;
/** Rows of buttons stay readable, and the view well within its blocks. */
const MOST_PAGES = 100;

export function createBrowse(parts: Parts): Browse {
  const { services, web, settings } = parts;

  async function show({ trigger, view: on }: Press, view: unknown): Promise<undefined> {
    await web.call(on?.type === "modal" ? "views.push" : "views.open", {
      trigger_id: trigger,
      view,
    });
    return undefined;
  }

  return {
    async home(body) {
      try {
        const { team_id, event } = opened.parse(body);
        const person: Person = { team: team_id, userTeam: team_id, user: event.user };
        const asker = await ownAsker(parts, person);
        const { assistant } = services;
        const [pinned, popular, topics] = await Promise.all([
          assistant.pinned(asker, HOME_QUESTIONS),
          assistant.popular(asker, HOME_QUESTIONS),
          assistant.topics(asker),
        ]);
        await web.call("views.publish", {
          user_id: event.user,
          view: homeView(asker, { pinned, popular, topics }),
        });
      } catch (error) {
        services.log.warn({ error: explain(error) }, "App Home could not be shown");
      }
    },

    async topic(press) {
      const asker = await ownAsker(parts, press.person);
      const topic = (await services.assistant.topics(asker)).find(
        ({ name }) => name === press.value,
      );
      if (topic === undefined)
        return show(press, sentenceView("Docent", "That topic is not there any more."));
      const rows = buttonRows(
        topic.pages
          .slice(0, MOST_PAGES)
          .filter(({ passage }) => passage.length <= LIMITS.buttonValue)
          .map(({ title, passage }, index) => button(`${ACTION.page}:${index}`, title, passage)),
      );
      const left = topic.pages.length - MOST_PAGES;
      return show(
        press,
        modal(topic.name, [
          words(topic.name, true),
          ...rows,
          ...(left > 0 ? [words(`${left} more pages: ask for what you need.`)] : []),
        ]),
      );
    },

    async page(press) {
      const passage = await services.assistant.read(
        press.value,
        await ownAsker(parts, press.person),
      );
      const options = {
        now: services.clock.now(),
        human: settings.escalationChannel !== undefined,
      };
      return show(
        press,
        passage === undefined
          ? sentenceView("Docent", "That page is not there any more.")
          : passageView(passage, options),
      );
    },
  };
}
