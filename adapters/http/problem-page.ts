import { html } from "hono/html";
import { askForm } from "./ask-form.ts";
import type { Html } from "./html.ts";
import { PROBLEMS } from "./problem.ts";
import type { WebProblem } from "./problem.ts";

/** What went wrong, and what to do. */
export function problemPage(problem: WebProblem, trace: string, question = ""): Html {
  const { title } = PROBLEMS[problem.name];
  return html`${askForm(question)}
    <article class="card trouble">
      <h1 tabindex="-1">${title}</h1>
      <p>${problem.detail}</p>
      <p>${problem.remedy}</p>
      <p class="trace">Trace <code>${trace}</code></p>
    </article>`;
}
