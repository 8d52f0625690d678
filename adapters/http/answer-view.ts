import { html } from "hono/html";
import { abstention, asksNothing, cleanText } from "../../src/index.ts";
import type { Abstained, Answer, Found, Vote } from "../../src/index.ts";
import { askAddress, passageAddress } from "./addresses.ts";
import { drawBlocks } from "./html-blocks.ts";
import type { Html } from "./html.ts";
import { LIMITS } from "./limits.ts";
import { percent } from "./percent.ts";
import { passageList, sourceLine } from "./source-line.ts";

export interface AnswerOptions {
  readonly now: number;
  /** What the asker said of it already. */
  readonly voted?: Vote | undefined;
  /** Questions to start with, for somebody who asked nothing. */
  readonly pinned: readonly string[];
  /** What the question's line in the log is found by. */
  readonly trace?: string | undefined;
}

/** The answer, where it stands, what one can do next. */
export function answerView(answer: Answer, options: AnswerOptions): Html {
  return answer.kind === "found" ? found(answer, options) : abstained(answer, options);
}

function found(answer: Found, { now, voted, trace }: AnswerOptions): Html {
  const [first] = answer.citations;
  return html`<article class="card answer" aria-label="Answer">
      <div class="body">${drawBlocks(answer.body, { page: first.passage.page })}</div>
      <footer>
        ${answer.citations.map((citation) => sourceLine(citation, now))}
        <div class="actions">
          ${voting(answer, voted)}<a
            class="button"
            href="${passageAddress(first.passage.id, first.lines)}"
            >Read in full</a
          >
          <button type="button" class="plain" data-copy="${askAddress(answer.query.text)}" hidden>
            Copy link
          </button>
        </div>
        ${about(answer, trace)}
      </footer>
    </article>
    ${
      answer.related.length === 0
        ? ""
        : html`<section aria-labelledby="related">
            <h2 id="related">Related</h2>
            ${passageList(answer.related)}
          </section>`
    }`;
}

function abstained(answer: Abstained, { pinned, trace }: AnswerOptions): Html {
  const asked = !asksNothing(answer);
  return html`<article class="card silence" aria-label="Answer">
      <p class="verdict">${abstention(answer.reason)}</p>
      ${answer.didYouMean === undefined ? "" : html`<p>Did you mean <a class="meant" href="${askAddress(answer.didYouMean)}" dir="auto">${cleanText(answer.didYouMean.replace(/[\s?]+$/u, ""))}</a>?</p>`}
      ${asked ? html`<p class="advice">Ask in other words, or look through the <a href="/topics">topics</a>.</p>` : ""}
      ${asked && answer.related.length > 0 ? "" : chips(pinned)}${about(answer, trace)}
    </article>
    ${
      answer.related.length === 0
        ? ""
        : html`<section aria-labelledby="closest">
            <h2 id="closest">Closest</h2>
            ${passageList(answer.related)}
          </section>`
    }`;
}

/** What whoever looks after Docent asks for; shown to those who open it. */
function about({ confidence, version }: Answer, trace: string | undefined): Html | string {
  if (trace === undefined) return "";
  return html`<details class="about">
    <summary>About this answer</summary>
    <p>
      Confidence ${percent(confidence)} · knowledge <code>${version}</code> · trace
      <code>${trace}</code>
    </p>
  </details>`;
}

/** Thumbs, changeable; "not helpful" opens one optional line. */
function voting(answer: Found, voted: Vote | undefined): Html {
  const press = (vote: Vote, words: string): Html =>
    html`<button
      type="submit"
      class="plain vote"
      name="vote"
      value="${vote}"
      aria-pressed="${String(voted === vote)}"
    >
      ${words}
    </button>`;
  return html`<form class="voting" method="post" action="/feedback">
      <input type="hidden" name="answer" value="${answer.id}" /><input
        type="hidden"
        name="q"
        value="${answer.query.text}"
      />
      ${press("helpful", "Helpful")}${press("not-helpful", "Not helpful")}
    </form>
    <form
      class="missing"
      method="post"
      action="/feedback"
      ${voted === "not-helpful" ? "" : html` hidden`}
    >
      <input type="hidden" name="answer" value="${answer.id}" /><input
        type="hidden"
        name="q"
        value="${answer.query.text}"
      />
      <input type="hidden" name="vote" value="not-helpful" />
      <label for="note">What was missing? <span>(optional)</span></label>
      <div class="field">
        <input
          id="note"
          name="note"
          type="text"
          maxlength="${LIMITS.note}"
          autocomplete="off"
          dir="auto"
        /><button type="submit">Send</button>
      </div>
    </form>`;
}

/** Questions that can be asked with a click. */
export function chips(questions: readonly string[]): Html | string {
  if (questions.length === 0) return "";
  return html`<ul class="chips">
    ${questions.map(
      (question) =>
        html`<li><a href="${askAddress(question)}" dir="auto">${cleanText(question)}</a></li>`,
    )}
  </ul>`;
}
