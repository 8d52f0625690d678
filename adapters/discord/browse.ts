import { createHash } from "node:crypto";
import { buttonId, counted, type Asker, type Assistant, type Topic } from "../../src/index.ts";
import { body, line, select, textDisplay, type Body } from "./components.ts";
import { escaped } from "./inline-markdown.ts";
import { LIMITS } from "./limits.ts";
import { renderPassage } from "./render.ts";

/** One place of a menu is kept for "more". */
const PER_MENU = LIMITS.selectOptions - 1;
const MORE = "more";

/** The folders of the knowledge, as a menu. */
export async function topicMenu(assistant: Assistant, asker: Asker, from = 0): Promise<Body> {
  const topics = await assistant.topics(asker);
  if (topics.length === 0) return line("There is nothing to browse here yet.");
  const options = topics.map((topic) => ({
    label: topic.name,
    value: keyOf(topic.name),
    description: counted(topic.pages.length, "page"),
  }));
  return body([
    textDisplay("What would you like to read about?"),
    select(buttonId("topic", "", from), "Choose a topic", windowed(options, from)),
  ]);
}

/** What was chosen in the menu of topics: the topic's pages as a menu. Undefined: it is not there any more. */
export async function pageMenu(
  assistant: Assistant,
  asker: Asker,
  chosen: string,
  from: number,
): Promise<Body | undefined> {
  const topics = await assistant.topics(asker);
  if (chosen === MORE) return topicMenu(assistant, asker, from + PER_MENU);
  const topic = topics.find(({ name }) => keyOf(name) === chosen);
  return topic === undefined ? undefined : pagesOf(topic, 0);
}

function pagesOf(topic: Topic, from: number): Body {
  const options = topic.pages.map(({ title, passage, path }) => ({
    label: title,
    value: keyOf(passage),
    description: path,
  }));
  return body([
    textDisplay(`**${escaped(topic.name)}**`),
    select(buttonId("page", keyOf(topic.name), from), "Choose a page", windowed(options, from)),
  ]);
}

/** What was chosen in the menu of pages: the page's first passage, or the next pages. */
export async function chosenPage(
  assistant: Assistant,
  asker: Asker,
  choice: {
    readonly topic: string;
    readonly value: string;
    readonly from: number;
    readonly now: number;
  },
): Promise<readonly Body[] | undefined> {
  const topic = (await assistant.topics(asker)).find(({ name }) => keyOf(name) === choice.topic);
  if (topic === undefined) return undefined;
  if (choice.value === MORE) return [pagesOf(topic, choice.from + PER_MENU)];
  const page = topic.pages.find(({ passage }) => keyOf(passage) === choice.value);
  const passage = page && (await assistant.read(page.passage, asker));
  return passage && renderPassage(passage, choice.now);
}

interface Option {
  readonly label: string;
  readonly value: string;
  readonly description: string;
}

/** Options from this place on; one that leads on where there are more. Past the end it begins anew. */
function windowed(options: readonly Option[], from: number): readonly Option[] {
  const start = from < options.length ? from : 0;
  const shown = options.slice(start, start + PER_MENU);
  const left = options.length - start - shown.length;
  return left === 0
    ? shown
    : [...shown, { label: "More…", value: MORE, description: `${left} more` }];
}

/** Short and without a word of the page: names and passages may be longer than a menu's value. */
function keyOf(name: string): string {
  return createHash("sha256").update(name).digest("base64url").slice(0, 22);
}
