import { html } from "hono/html";
import {
  cleanText,
  headingPath,
  lineReference,
  passageName,
  reviewLine,
  webLink,
} from "../../src/index.ts";
import type { Citation, Passage, Snippet } from "../../src/index.ts";
import { passageAddress } from "./addresses.ts";
import type { Html } from "./html.ts";

/** `Salaries › India · careers/salaries.md:31-34 · reviewed 3 weeks ago by careers-team`, leading to the cited lines. */
export function sourceLine(citation: Citation, now: number): Html {
  const { passage, lines } = citation;
  return html`<p class="source">
    <a href="${passageAddress(passage.id, lines)}" dir="auto"
      >${cleanText(headingPath(passage.headings))}</a
    >
    <span class="file">${cleanText(lineReference(citation))}</span
    >${review(passage, now)}${original(passage)}
  </p>`;
}

/** Age and owner of the last review; what is older than a year stands out. */
export function review(passage: Pick<Passage, "owner" | "reviewed">, now: number): Html | string {
  const line = reviewLine(passage, now);
  if (line === undefined) return "";
  return html` <span class="${line.stale ? "stale" : "review"}">${cleanText(line.text)}</span>`;
}

/** A link to the page where its author edits it. */
export function original({ url }: Pick<Passage, "url">): Html | string {
  const address = url === undefined ? undefined : webLink(url);
  if (address === undefined) return "";
  return html` <a class="original" href="${address}" rel="noopener noreferrer nofollow">Source</a>`;
}

/** Passages that are related or closest, each with what it says. */
export function passageList(citations: readonly Citation[]): Html {
  return html`<ul class="related">
    ${citations.map(
      ({ passage, lines, snippet }) =>
        html`<li>
          <a href="${passageAddress(passage.id, lines)}" dir="auto"
            >${cleanText(passageName(passage))}</a
          >
          <span class="path" dir="auto"
            >${cleanText(passage.headings.slice(0, -1).join(" › "))}</span
          >
          <p dir="auto">${extract(snippet)}</p>
        </li>`,
    )}
  </ul>`;
}

/** An extract with the matched words marked. */
function extract({ text, marks }: Snippet): readonly Html[] {
  const parts: Html[] = [];
  let from = 0;
  for (const [start, end] of marks) {
    if (start < from || end > text.length) continue;
    parts.push(
      html`${cleanText(text.slice(from, start))}<mark>${cleanText(text.slice(start, end))}</mark>`,
    );
    from = end;
  }
  return [...parts, html`${cleanText(text.slice(from))}`];
}
