import { html } from "hono/html";
import { noticeText } from "../../src/index.ts";
import { askForm } from "./ask-form.ts";
import type { Html } from "./html.ts";
import { PROBLEMS } from "./problem.ts";
import type { WebProblem } from "./problem.ts";

/** What went wrong, and what to do. */
export function problemPage(problem: WebProblem, trace: string, question = ""): Html {
  const { title } = PROBLEMS[problem.name];
  const { detail, remedy } = inWords(problem);
  return html`${askForm(question)}
    <article class="card trouble">
      <h1 tabindex="-1">${title}</h1>
      <p>${detail}</p>
      ${remedy === undefined ? "" : html`<p>${remedy}</p>`}
      <p class="trace">Trace <code>${trace}</code></p>
    </article>`;
}

/** People read when to come back; programs find it in a header. */
function inWords(problem: WebProblem): { readonly detail: string; readonly remedy?: string } {
  const { name, retryInMs } = problem;
  if (name !== "rate-limited" || retryInMs === undefined) return problem;
  return { detail: noticeText({ kind: "limited", retryInMs }) };
}
