import type { RichTextBlock, RichTextElement } from "@slack/types";
import { html } from "hono/html";
import { webLink } from "../../src/index.ts";
import type { Html } from "./html.ts";

type Part = RichTextBlock["elements"][number];
/** `offset` is documented for the element and missing in the published types. */
type List = Extract<Part, { type: "rich_text_list" }> & { readonly offset?: number };

/** Rich text as Slack draws it. */
export function slackRichText(parts: readonly Part[]): readonly Html[] {
  return parts.map((part) => {
    switch (part.type) {
      case "rich_text_section":
        return html`<p dir="auto">${elements(part.elements)}</p>`;
      case "rich_text_quote":
        return html`<blockquote dir="auto">${elements(part.elements)}</blockquote>`;
      case "rich_text_preformatted":
        return html`<pre class="scroll" tabindex="0" role="group" aria-label="Code in Slack">
${elements(part.elements)}</pre>`;
      case "rich_text_list":
        return drawList(part);
    }
  });
}

function drawList(list: List): Html {
  const lines = list.elements.map((one) => html`<li dir="auto">${elements(one.elements)}</li>`);
  const indent = html` class="indent-${Math.min(8, list.indent ?? 0)}"`;
  return list.style === "ordered"
    ? html`<ol${indent} start="${(list.offset ?? 0) + 1}">${lines}</ol>`
    : html`<ul${indent}>${lines}</ul>`;
}

function elements(some: readonly RichTextElement[]): readonly Html[] {
  return some.map((element) => {
    if (element.type === "text") return styled(html`${element.text}`, element.style);
    if (element.type !== "link") return html`<span class="undrawn">${element.type}</span>`;
    const url = webLink(element.url);
    const words = html`${element.text ?? element.url}`;
    return styled(
      url === undefined
        ? words
        : html`<a href="${url}" rel="noopener noreferrer nofollow">${words}</a>`,
      element.style,
    );
  });
}

type Style = Extract<RichTextElement, { type: "text" }>["style"];

function styled(words: Html, style: Style): Html {
  let drawn = words;
  if (style?.code === true) drawn = html`<code>${drawn}</code>`;
  if (style?.bold === true) drawn = html`<strong>${drawn}</strong>`;
  if (style?.italic === true) drawn = html`<em>${drawn}</em>`;
  return drawn;
}
