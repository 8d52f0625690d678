import { z } from "zod";
import type { KnownBlock } from "@slack/types";
import { counted, explain } from "../../src/index.ts";
import type { Asker, Topic } from "../../src/index.ts";
import { homeView, modal, passageView, sentenceView, words } from "./answer-view.ts";
import { ACTION, button, buttonRow, label, questionButtons } from "./buttons.ts";
import { plain } from "./citations.ts";
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
const MOST_BUTTONS = LIMITS.actionElements;

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
          view: homeView(homeBlocks(asker, { pinned, popular, topics })),
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
      const rows = chunked(
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

const MOST_PAGES = 100;

interface Shown {
  readonly pinned: readonly string[];
  readonly popular: readonly string[];
  readonly topics: readonly Topic[];
}

/** A search field, questions to start with, what many ask, topics, and why this person sees what they see. */
function homeBlocks(asker: Asker, { pinned, popular, topics }: Shown): KnownBlock[] {
  const rows = chunked(
    topics
      .filter(({ name }) => name !== "" && name.length <= LIMITS.buttonValue)
      .slice(0, MOST_PAGES)
      .map(({ name, pages }, index) =>
        button(`${ACTION.topic}:${index}`, `${name} (${pages.length})`, name),
      ),
  );
  return [
    {
      type: "input",
      block_id: ACTION.search,
      dispatch_action: true,
      label: label("Ask Docent"),
      element: {
        type: "plain_text_input",
        action_id: ACTION.search,
        max_length: LIMITS.sectionText,
        placeholder: label("Type a question and press Enter"),
        dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
      },
    },
    ...questionRow("Questions to start with", pinned),
    ...questionRow(
      "Asked by many this week",
      popular.filter((question) => !pinned.includes(question)),
    ),
    ...(rows.length === 0 ? [] : [{ type: "divider" as const }, words("Topics", true), ...rows]),
    { type: "divider" },
    words("What I can see, and why", true),
    { type: "context", elements: [plain(reachOf(asker, topics))] },
  ];
}

function questionRow(title: string, questions: readonly string[]): KnownBlock[] {
  const row = buttonRow(questionButtons(questions));
  return row === undefined ? [] : [words(title, true), row];
}

function reachOf(asker: Asker, topics: readonly Topic[]): string {
  const pages = topics.reduce((sum, topic) => sum + topic.pages.length, 0);
  const count = (kind: string): number =>
    asker.labels.filter((one) => one.startsWith(`slack:${kind}:`)).length;
  const groups = count("group");
  const why = [
    "what is public",
    ...(count("team") > 0 ? ["what is for this workspace"] : []),
    ...(groups > 0 ? [`what is for your ${counted(groups, "user group")}`] : []),
    "what is for you by name",
  ];
  return `${counted(pages, "page")}: ${why.join(", ")}. In a channel I answer only from what everybody there may read.`;
}

function chunked(buttons: readonly ReturnType<typeof button>[]): KnownBlock[] {
  const rows: KnownBlock[] = [];
  for (let first = 0; first < buttons.length; first += MOST_BUTTONS) {
    const row = buttonRow(buttons.slice(first, first + MOST_BUTTONS));
    if (row !== undefined) rows.push(row);
  }
  return rows;
}
