import type { APIMessageTopLevelComponent } from "discord.js";
import { html } from "hono/html";
import { discordMarkdown } from "./discord-markdown.ts";
import type { Html } from "./html.ts";

/** https://docs.discord.com/developers/components/reference: the kinds Docent sends; the library itself is not loaded for them. */
const KIND = { row: 1, button: 2, section: 9, text: 10, separator: 14, container: 17 } as const;

type Component =
  | APIMessageTopLevelComponent
  | Extract<APIMessageTopLevelComponent, { components: unknown }>["components"][number]
  | Extract<APIMessageTopLevelComponent, { accessory: unknown }>["accessory"];

/** Components v2 as Discord draws them. */
export function discordMessage(components: readonly Component[]): Html {
  return html`${components.map(drawComponent)}`;
}

function drawComponent(component: Component): Html {
  const kind: number = component.type;
  switch (kind) {
    case KIND.container:
      return html`<div class="embed">
        ${"components" in component ? discordMessage(component.components) : ""}
      </div>`;
    case KIND.text:
      return html`<div class="text">
        ${"content" in component ? discordMarkdown(component.content) : ""}
      </div>`;
    case KIND.section:
      return html`<div class="section">
        ${"components" in component ? discordMessage(component.components) : ""}
        ${"accessory" in component ? drawComponent(component.accessory) : ""}
      </div>`;
    case KIND.separator:
      return html`<hr />`;
    case KIND.row:
      return html`<div class="buttons">
        ${"components" in component ? discordMessage(component.components) : ""}
      </div>`;
    case KIND.button: {
      const words = "label" in component ? component.label : undefined;
      const style = "style" in component && component.style === 1 ? " primary" : "";
      return html`<span class="press${style}" dir="auto">${words ?? ""}</span>`;
    }
    default:
      // Said, not hidden: whoever looks here wants to know what is sent.
      return html`<p class="undrawn">
        A component of type ${component.type}, which this preview cannot draw.
      </p>`;
  }
}
