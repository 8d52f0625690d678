import { html } from "hono/html";
import { counted, cleanText } from "../../src/index.ts";
import type { Topic } from "../../src/index.ts";
import { passageAddress } from "./addresses.ts";
import { askForm } from "./ask-form.ts";
import type { Html } from "./html.ts";

/** The folders of the knowledge with their pages. */
export function topicsPage(topics: readonly Topic[]): Html {
  return html`${askForm("")}
    <h1>Topics</h1>
    ${topics.length === 0 ? html`<p class="advice">There is nothing here that you may read.</p>` : ""}
    <div class="shelves">
      ${topics.map(
        ({ name, pages }, index) =>
          html`<section aria-labelledby="${topicAnchor(index)}">
            <h2 id="${topicAnchor(index)}" dir="auto">
              ${cleanText(name)} <span>${counted(pages.length, "page")}</span>
            </h2>
            <ul>
              ${pages.map(({ title, passage }) => html`<li><a href="${passageAddress(passage)}" dir="auto">${cleanText(title)}</a></li>`)}
            </ul>
          </section>`,
      )}
    </div>`;
}

/** Where a topic stands on the page. */
export function topicAnchor(index: number): string {
  return `topic-${index + 1}`;
}
