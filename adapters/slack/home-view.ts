import type { HomeView, KnownBlock } from "@slack/types";
import { counted } from "../../src/index.ts";
import type { Asker, Topic } from "../../src/index.ts";
import { words } from "./answer-view.ts";
import { ACTION, button, buttonRow, buttonRows, label, questionButtons } from "./buttons.ts";
import { plain } from "./citations.ts";
import { LIMITS } from "./limits.ts";

/** As many topics as rows of buttons stay readable. */
const MOST_TOPICS = 100;

export interface Shown {
  readonly pinned: readonly string[];
  readonly popular: readonly string[];
  readonly topics: readonly Topic[];
}

/** App Home: a search field, questions to start with, what many ask, topics, and why this person sees what they see. */
export function homeView(asker: Asker, shown: Shown): HomeView {
  return { type: "home", blocks: homeBlocks(asker, shown).slice(0, LIMITS.blocksInView) };
}

function homeBlocks(asker: Asker, { pinned, popular, topics }: Shown): KnownBlock[] {
  const rows = buttonRows(
    topics
      .filter(({ name }) => name !== "" && name.length <= LIMITS.buttonValue)
      .slice(0, MOST_TOPICS)
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
