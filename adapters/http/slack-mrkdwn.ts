import { html } from "hono/html";
import { webLink } from "../../src/index.ts";
import type { Html } from "./html.ts";

/** Links `<url|words>`, bold `*words*`, and the rest as words with the three entities undone: what Docent sends as mrkdwn. */
export function slackMrkdwn(text: string): readonly Html[] {
  return text.split(/(<[^<>]*>|\*[^*\n]+\*)/u).map((part, index) => {
    if (index % 2 === 0) return html`${unescape(part)}`;
    if (part.startsWith("*")) return html`<strong>${slackMrkdwn(part.slice(1, -1))}</strong>`;
    const [target = "", words] = part.slice(1, -1).split("|", 2);
    const url = webLink(unescape(target));
    const shown = unescape(words ?? target);
    return url === undefined
      ? html`${shown}`
      : html`<a href="${url}" rel="noopener noreferrer nofollow">${shown}</a>`;
  });
}

function unescape(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
