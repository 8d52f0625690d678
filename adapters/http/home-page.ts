import { html } from "hono/html";
import { counted, cleanText } from "../../src/index.ts";
import type { SnapshotFacts, Topic } from "../../src/index.ts";
import { chips } from "./answer-view.ts";
import { askForm } from "./ask-form.ts";
import type { Html } from "./html.ts";
import { topicAnchor } from "./topics-page.ts";

/** What a stranger sees first: what it is, where to type, what to try. */
export function homePage(
  facts: SnapshotFacts,
  pinned: readonly string[],
  topics: readonly Topic[],
): Html {
  return html`<div class="hero">
      <h1>What would you like to know?</h1>
      ${facts.passages === 0 ? NOTHING_YET : lead(facts)} ${askForm("")}
      ${
        pinned.length === 0
          ? ""
          : html`<h2 class="unseen">Questions to start with</h2>
              ${chips(pinned)}`
      }
    </div>
    ${
      topics.length === 0
        ? ""
        : html`<section aria-labelledby="browse">
            <h2 id="browse">Browse</h2>
            <ul class="tiles">
              ${topics.map(
                (topic, index) =>
                  html`<li>
                    <a href="/topics#${topicAnchor(index)}"
                      ><strong dir="auto">${cleanText(topic.name)}</strong>
                      <span>${counted(topic.pages.length, "page")}</span></a
                    >
                  </li>`,
              )}
            </ul>
          </section>`
    }`;
}

function lead({ pages }: SnapshotFacts): Html {
  return html`<p class="lead">
    Docent answers word for word from ${counted(pages, "page")} of your own, and shows the lines it
    stands on. Where they hold no answer, it says so.
  </p>`;
}

/** Whoever runs Docent is the first to see this. */
const NOTHING_YET = html`<p class="lead">
  No knowledge is loaded yet, so there is nothing to answer from. Put Markdown pages into the
  knowledge folder, or set <code>KNOWLEDGE_SOURCE</code> to where they are: Docent tries again by
  itself, and its log says what is missing.
</p>`;
