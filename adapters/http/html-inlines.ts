import { html } from "hono/html";
import { cleanText } from "../../src/index.ts";
import type { Inline } from "../../src/index.ts";
import { linkAddress } from "./addresses.ts";
import type { Html } from "./html.ts";

type Words = Html | string;

/** Text inside a block, escaped. `page` is where its relative links start from. */
export function drawInlines(inlines: readonly Inline[], page: string): readonly Words[] {
  return inlines.map((inline) => drawInline(inline, page));
}

function drawInline(inline: Inline, page: string): Words {
  switch (inline.kind) {
    case "text":
      return html`${cleanText(inline.text)}`;
    case "code":
      return html`<code>${cleanText(inline.text)}</code>`;
    case "break":
      // A string: a template of one space is formatted to nothing.
      return inline.hard ? html`<br />` : "\n";
    case "strong":
      return html`<strong>${drawInlines(inline.children, page)}</strong>`;
    case "emphasis":
      return html`<em>${drawInlines(inline.children, page)}</em>`;
    case "mark":
      return html`<mark>${drawInlines(inline.children, page)}</mark>`;
    case "link":
      return drawLink(inline.href, drawInlines(inline.children, page), page);
    case "image":
      // Images would be loaded from elsewhere, which the page never does: a link says what it shows.
      return drawLink(inline.href, [html`${cleanText(inline.alt) || "image"}`], page);
  }
}

function drawLink(href: string, words: readonly Words[], page: string): Words {
  const address = linkAddress(href, page);
  if (address === undefined) return html`${words}`;
  return address.startsWith("/")
    ? html`<a href="${address}">${words}</a>`
    : html`<a href="${address}" rel="noopener noreferrer nofollow">${words}</a>`;
}
