import { html } from "hono/html";
import { cleanText } from "../../src/index.ts";
import { askAddress } from "./addresses.ts";
import type { View } from "./addresses.ts";
import { askForm } from "./ask-form.ts";
import type { Html } from "./html.ts";
import { current } from "./layout.ts";

const VIEWS: readonly (readonly [view: View, words: string])[] = [
  ["answer", "Answer"],
  ["why", "Why this answer"],
  ["chats", "As in chats"],
];

/** A question with one of the three things there are to see of it. */
export function questionPage(question: string, view: View, content: Html): Html {
  return html`${askForm(question)}
    <h1 class="unseen" tabindex="-1" dir="auto">${cleanText(shown(question))}</h1>
    <nav class="views" aria-label="Views of this question">
      ${VIEWS.map(
        ([each, words]) =>
          html`<a href="${askAddress(question, each)}" ${current(each === view)}>${words}</a>`,
      )}
    </nav>
    ${content}`;
}

/** Room for any sensible question; ten thousand characters of another would push the answer off the screen. */
function shown(question: string): string {
  const limit = 300;
  return question.length <= limit ? question : `${question.slice(0, limit).toWellFormed()}…`;
}
