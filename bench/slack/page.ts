import type { AnyBlock, KnownBlock, RichTextBlock, RichTextElement } from "@slack/types";

/** Block Kit as HTML, near enough to Slack's look to judge an answer by eye. Every word is escaped. */
export function drawMessage(name: string, blocks: readonly KnownBlock[]): string {
  return `<article><b class="name">${html(name)}</b> <small>APP</small>${blocks.map(block).join("")}</article>`;
}

/** A modal or Home, in a frame of its own. */
export function drawView(title: string, blocks: readonly AnyBlock[]): string {
  const known = blocks.filter((one): one is KnownBlock => one.type !== undefined);
  return `<article class="view"><b class="name">${html(title)}</b>${known.map(block).join("")}</article>`;
}

/** What was asked, or what is shown, above what is drawn for it. */
export function drawCaption(words: string): string {
  return `<p><b>${html(words)}</b></p>`;
}

export function drawPage(title: string, messages: readonly string[]): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${html(title)}</title><style>${STYLE}</style>
<main>${messages.join("\n")}</main></html>\n`;
}

const STYLE = `
body { margin: 0; background: #f8f8f8; font: 15px/1.46 Lato, "DejaVu Sans", sans-serif; color: #1d1c1d }
main { max-width: 46rem; margin: 0 auto; padding: 1rem }
article { background: #fff; border: 1px solid #ddd; border-radius: 8px; padding: .8rem 1rem; margin: 0 0 1rem }
small { background: #ddd; border-radius: 2px; padding: 0 .2rem; font-size: 10px }
.context { color: #616061; font-size: 13px; margin: .3rem 0 }
.context span { margin-right: .4rem }
.rich { margin: .3rem 0; white-space: pre-wrap }
pre { background: #f8f8f8; border: 1px solid #ddd; border-radius: 4px; padding: .5rem; margin: .3rem 0; font-size: 12px }
code { background: #f8f8f8; border: 1px solid #ddd; border-radius: 3px; color: #e01e5a; padding: 0 .2rem; font-size: 12px }
blockquote { border-left: 4px solid #ddd; margin: .3rem 0; padding-left: .8rem }
table { border-collapse: collapse; margin: .4rem 0 } td { border: 1px solid #ddd; padding: .3rem .6rem; vertical-align: top }
button { background: #fff; border: 1px solid #bbb; border-radius: 4px; padding: .3rem .7rem; margin: .2rem .4rem .2rem 0; font: inherit; font-weight: 700; font-size: 13px }
.view { border: 2px solid #1264a3 }
input { width: 95%; border: 1px solid #bbb; border-radius: 4px; padding: .4rem; font: inherit }
ul, ol { margin: .2rem 0; padding-left: 1.6rem } a { color: #1264a3 } hr { border: 0; border-top: 1px solid #ddd }
`;

function block(each: KnownBlock): string {
  switch (each.type) {
    case "rich_text":
      return rich(each);
    case "divider":
      return "<hr>";
    case "table":
      return `<table>${each.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${tableCell(cell)}</td>`).join("")}</tr>`)
        .join("")}</table>`;
    case "context":
      return `<div class="context">${each.elements
        .map((one) =>
          one.type === "image"
            ? ""
            : `<span>${one.type === "mrkdwn" ? mrkdwn(one.text) : html(one.text)}</span>`,
        )
        .join("")}</div>`;
    case "context_actions":
      return each.elements
        .map((one) =>
          one.type === "feedback_buttons"
            ? press(one.positive_button.text.text) + press(one.negative_button.text.text)
            : "",
        )
        .join("");
    case "input":
      return `<div><b>${html(each.label.text)}</b><br><input placeholder="${html(placeholder(each.element))}"></div>`;
    case "actions":
      return `<div>${each.elements.map((one) => (one.type === "button" ? press(one.text.text) : "")).join("")}</div>`;
    default:
      return "";
  }
}

function placeholder(element: object): string {
  const { placeholder: words } = element as { readonly placeholder?: { readonly text: string } };
  return words?.text ?? "";
}

function rich({ elements }: RichTextBlock): string {
  return elements
    .map((part) => {
      switch (part.type) {
        case "rich_text_section":
          return `<div class="rich">${inline(part.elements)}</div>`;
        case "rich_text_preformatted":
          return `<pre>${inline(part.elements)}</pre>`;
        case "rich_text_quote":
          return `<blockquote class="rich">${inline(part.elements)}</blockquote>`;
        case "rich_text_list": {
          const tag = part.style === "ordered" ? "ol" : "ul";
          const start =
            "offset" in part && typeof part.offset === "number"
              ? ` start="${part.offset + 1}"`
              : "";
          const items = part.elements.map((one) => `<li>${inline(one.elements)}</li>`).join("");
          return `<${tag}${start} style="margin-left:${(part.indent ?? 0) * 1.5}rem">${items}</${tag}>`;
        }
      }
    })
    .join("");
}

function inline(elements: readonly RichTextElement[]): string {
  return elements
    .map((one) => {
      if (one.type === "user") return `<b>@${html(one.user_id)}</b>`;
      if (one.type !== "text" && one.type !== "link") return "";
      const words = html(one.type === "link" ? (one.text ?? one.url) : one.text);
      const { bold, italic, strike, code } = one.style ?? {};
      const styled = [bold && "b", italic && "i", strike && "s", code && "code"]
        .filter((tag) => typeof tag === "string")
        .reduce((inner, tag) => `<${tag}>${inner}</${tag}>`, words);
      return one.type === "link" ? `<a href="${html(one.url)}">${styled}</a>` : styled;
    })
    .join("");
}

function tableCell(
  cell: RichTextBlock | { readonly type: string; readonly text?: string },
): string {
  return "elements" in cell ? rich(cell) : html(cell.text ?? "");
}

function mrkdwn(text: string): string {
  return text
    .replaceAll(/<([^|>]+)\|([^>]*)>/gu, '<a href="$1">$2</a>')
    .replaceAll(/\*([^*]+)\*/gu, "<b>$1</b>");
}

function press(words: string): string {
  return `<button>${html(words)}</button>`;
}

function html(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
