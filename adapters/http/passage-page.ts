import { html } from "hono/html";
import { cleanText } from "../../src/index.ts";
import type { Lines, Passage } from "../../src/index.ts";
import { askForm } from "./ask-form.ts";
import { drawBlocks } from "./html-blocks.ts";
import type { Html } from "./html.ts";
import { original, review } from "./source-line.ts";

/** A passage as it stands in its page, with the cited lines lit. */
export function passagePage(passage: Passage, cited: Lines | undefined, now: number): Html {
  const { headings, page, lines, body } = passage;
  const above = headings.slice(0, -1);
  // A link that was shared before the page changed may name lines that lie elsewhere now.
  const lit = cited !== undefined && cited[0] <= lines[1] && cited[1] >= lines[0];
  return html`${askForm("")}
    <article class="card passage">
      <header>
        ${above.length === 0 ? "" : html`<p class="crumbs" dir="auto">${cleanText(above.join(" › "))}</p>`}
        <h1 tabindex="-1" dir="auto">${cleanText(headings.at(-1) ?? page)}</h1>
        <p class="source">
          <span class="file">${cleanText(page)}:${lines[0]}-${lines[1]}</span
          >${review(passage, now)}${original(passage)}
        </p>
        ${!lit ? "" : html`<p class="legend"><span class="lit">Lit</span> is what was cited: ${cited[0] === cited[1] ? `line ${cited[0]}` : `lines ${cited[0]} to ${cited[1]}`}.</p>`}
      </header>
      <div class="body">${drawBlocks(body, { page, cited })}</div>
    </article>`;
}

/** `31-34` or `31`; undefined for anything else. */
export function parseLines(text: string | undefined): Lines | undefined {
  const [, first, last] = /^(\d{1,7})(?:-(\d{1,7}))?$/u.exec(text ?? "") ?? [];
  if (first === undefined) return undefined;
  const from = Number(first);
  const to = last === undefined ? from : Number(last);
  return from < 1 || to < from ? undefined : [from, to];
}
