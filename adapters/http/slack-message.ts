import type { ActionsBlock, ContextBlock, KnownBlock, TableBlock } from "@slack/types";
import { html } from "hono/html";
import type { Html } from "./html.ts";
import { slackMrkdwn } from "./slack-mrkdwn.ts";
import { slackRichText } from "./slack-rich-text.ts";

/** Block Kit as Slack draws it, for the kinds of block that Docent sends. */
export function slackMessage(blocks: readonly KnownBlock[]): Html {
  return html`${blocks.map(drawBlock)}`;
}

function drawBlock(block: KnownBlock): Html {
  switch (block.type) {
    case "rich_text":
      return html`${slackRichText(block.elements)}`;
    case "table":
      return drawTable(block);
    case "divider":
      return html`<hr />`;
    case "context":
      return drawContext(block);
    case "actions":
      return drawActions(block);
    case "context_actions":
      return html`<div class="buttons">
        ${block.elements.map((element) =>
          element.type === "feedback_buttons"
            ? html`${press(element.positive_button.text.text)}${press(element.negative_button.text.text)}`
            : press(element.text?.text ?? element.type),
        )}
      </div>`;
    default:
      // Said, not hidden: whoever looks here wants to know what is sent.
      return html`<p class="undrawn">
        A block of type ${block.type}, which this preview cannot draw.
      </p>`;
  }
}

function drawContext({ elements }: ContextBlock): Html {
  return html`<p class="context">
    ${elements.map((element) => {
      if (element.type === "plain_text") return html`<span dir="auto">${element.text}</span> `;
      if (element.type === "mrkdwn")
        return html`<span dir="auto">${slackMrkdwn(element.text)}</span> `;
      return html`<span>${element.alt_text}</span> `;
    })}
  </p>`;
}

function drawActions({ elements }: ActionsBlock): Html {
  return html`<div class="buttons">
    ${elements.map((element) =>
      element.type === "button" ? press(element.text.text, element.style) : press(element.type),
    )}
  </div>`;
}

/** Looks like a button and is none: nothing can be pressed in a picture. */
function press(words: string, style?: string): Html {
  return html`<span class="press${style === "primary" ? " primary" : ""}" dir="auto"
    >${words}</span
  >`;
}

function drawTable({ rows, column_settings }: TableBlock): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Table in Slack">
    <table>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell, column) => {
                const side = column_settings?.[column]?.align ?? "left";
                const words =
                  cell.type === "rich_text"
                    ? html`${slackRichText(cell.elements)}`
                    : html`${"text" in cell ? cell.text : ""}`;
                return html`<td class="${side}" dir="auto">${words}</td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
