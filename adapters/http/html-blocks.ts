import { html } from "hono/html";
import { cleanText, inlineText } from "../../src/index.ts";
import type { Align, Block, Inline, Lines } from "../../src/index.ts";
import { drawInlines } from "./html-inlines.ts";
import type { Html } from "./html.ts";

export interface BlockOptions {
  /** Where relative links start from. */
  readonly page: string;
  /** Lines to light; the first of them gets the anchor `cited`. */
  readonly cited?: Lines | undefined;
}

/** Blocks as HTML, with each list item, row, line of code and paragraph that is cited lit. */
export function drawBlocks(blocks: readonly Block[], { page, cited }: BlockOptions): Html {
  let anchored = false;

  /** Attributes of what stands on these lines. */
  function lit([first, last]: Lines): Html | string {
    if (cited === undefined || last < cited[0] || first > cited[1]) return "";
    const anchor = anchored ? "" : html` id="cited"`;
    anchored = true;
    return html` class="lit"${anchor}`;
  }

  const inlines = (some: readonly Inline[]): readonly (Html | string)[] => drawInlines(some, page);
  const all = (some: readonly Block[]): readonly Html[] => some.map(draw);

  function draw(block: Block): Html {
    switch (block.kind) {
      case "paragraph":
        return html`<p dir="auto" ${lit(block.lines)}>${inlines(block.children)}</p>`;
      case "heading":
        return html`<h3 dir="auto">${inlines(block.children)}</h3>`;
      case "list": {
        const drawn = block.items.map((one) => {
          const attributes = lit(one.lines);
          return html`<li dir="auto" ${attributes}>${itemBlocks(one.children)}</li>`;
        });
        if (!block.ordered)
          return html`<ul>
            ${drawn}
          </ul>`;
        return block.start === 1
          ? html`<ol>
              ${drawn}
            </ol>`
          : html`<ol start="${block.start}">
              ${drawn}
            </ol>`;
      }
      case "table":
        return drawTable(block);
      case "code":
        return drawCode(block);
      case "quote":
        return html`<blockquote>${all(block.children)}</blockquote>`;
      case "rule":
        return html`<hr />`;
    }
  }

  /** The words of an item stand beside its marker, not in a paragraph of their own. */
  function itemBlocks(children: readonly Block[]): readonly Html[] {
    return children.map((child, index) =>
      index === 0 && child.kind === "paragraph"
        ? html`<span>${inlines(child.children)}</span>`
        : unlit(child),
    );
  }

  /** Inside something that is lit already. */
  function unlit(block: Block): Html {
    return block.kind === "paragraph"
      ? html`<p dir="auto">${inlines(block.children)}</p>`
      : draw(block);
  }

  function drawTable({ header, rows, align }: Extract<Block, { kind: "table" }>): Html {
    const names = header.map((words) => cleanText(inlineText(words)).trim());
    const heading = (words: readonly Inline[], column: number): Html =>
      // An empty heading would be announced with every cell below it.
      names[column] === ""
        ? html`<td></td>`
        : html`<th scope="col" class="${alignment(align[column])}" dir="auto">
            ${inlines(words)}
          </th>`;
    const cell = (words: readonly Inline[], column: number): Html =>
      // The name stands before the cell where a narrow screen shows rows as blocks.
      html`<td class="${alignment(align[column])}" data-label="${names[column] ?? ""}" dir="auto">
        ${inlines(words)}
      </td>`;
    const head = names.some((name) => name !== "")
      ? html`<thead>
          <tr>
            ${header.map(heading)}
          </tr>
        </thead>`
      : "";
    return html`<div class="scroll" tabindex="0" role="group" aria-label="Table">
      <table class="stack">
        ${head}
        <tbody>
          ${rows.map((row) => html`<tr${lit(row.lines)}>${row.cells.map(cell)}</tr>`)}
        </tbody>
      </table>
    </div>`;
  }

  function drawCode({
    text,
    language,
    lines: [first, last],
  }: Extract<Block, { kind: "code" }>): Html {
    const name = language === "" ? "Code" : `Code, ${cleanText(language)}`;
    const lines = cleanText(text).split("\n");
    // The fence stands on the block's first line, where it has one.
    const start = last - first + 1 > lines.length ? first + 1 : first;
    const drawn =
      cited === undefined
        ? lines.join("\n")
        : lines.map(
            (line, index) =>
              html`<span${lit([start + index, start + index])}>${`${line}\n`}</span>`,
          );
    return html`<pre
      class="scroll"
      tabindex="0"
      role="group"
      aria-label="${name}"
    ><code>${drawn}</code></pre>`;
  }

  return html`${all(blocks)}`;
}

function alignment(align: Align | undefined): string {
  return align === "right" || align === "center" ? align : "left";
}
