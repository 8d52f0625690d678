import { html } from "hono/html";
import { discordInlines } from "./discord-inlines.ts";
import type { Html } from "./html.ts";

/** Discord's Markdown as Discord reads it, line by line, for the marks that Docent writes. */
export function discordMarkdown(markdown: string): readonly Html[] {
  const drawn: Html[] = [];
  const lines = markdown.split("\n");
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? "";
    const fence = /^```([\w+#.-]*)$/u.exec(line);
    if (fence !== null) {
      const end = lines.indexOf("```", at + 1);
      const last = end < 0 ? lines.length : end;
      drawn.push(drawCode(lines.slice(at + 1, last).join("\n")));
      at = last + 1;
      continue;
    }
    const run = runFrom(lines, at);
    drawn.push(run.drawn);
    at = run.next;
  }
  return drawn;
}

interface Run {
  readonly drawn: Html;
  readonly next: number;
}

/** What starts with this line: neighbouring list entries and quoted lines belong together, every other line is its own. */
function runFrom(lines: readonly string[], at: number): Run {
  const line = lines[at] ?? "";
  const heading = /^(#{1,3}) (.*)$/u.exec(line);
  if (heading !== null)
    return one(html`<p class="heading" dir="auto">${discordInlines(heading[2] ?? "")}</p>`, at);
  const small = /^-# (.*)$/u.exec(line);
  if (small !== null)
    return one(html`<p class="small" dir="auto">${discordInlines(small[1] ?? "")}</p>`, at);
  if (line.startsWith("> ")) {
    const quoted = takeWhile(lines, at, (each) => each.startsWith("> "));
    const inner = quoted.map((each) => each.slice(2)).join("\n");
    return {
      drawn: html`<blockquote>${discordMarkdown(inner)}</blockquote>`,
      next: at + quoted.length,
    };
  }
  if (LIST_LINE.test(line)) {
    const entries = takeWhile(lines, at, (each) => LIST_LINE.test(each));
    return {
      drawn: html`<div class="list">${entries.map(drawEntry)}</div>`,
      next: at + entries.length,
    };
  }
  return one(
    line === "" ? html`<div class="gap"></div>` : html`<p dir="auto">${discordInlines(line)}</p>`,
    at,
  );
}

const LIST_LINE = /^( *)(-|\d{1,9}\.) (.*)$/u;

function drawEntry(line: string): Html {
  const [, spaces = "", marker = "", words = ""] = LIST_LINE.exec(line) ?? [];
  const depth = Math.min(8, Math.floor(spaces.length / 2));
  return html`<p class="entry indent-${depth}" dir="auto">
    <span class="marker">${marker === "-" ? "•" : marker}</span
    ><span>${discordInlines(words)}</span>
  </p>`;
}

function drawCode(text: string): Html {
  return html`<pre
    class="scroll"
    tabindex="0"
    role="group"
    aria-label="Code in Discord"
  ><code>${text}</code></pre>`;
}

function one(drawn: Html, at: number): Run {
  return { drawn, next: at + 1 };
}

function takeWhile(
  lines: readonly string[],
  from: number,
  fits: (line: string) => boolean,
): readonly string[] {
  const end = lines.findIndex((line, index) => index >= from && !fits(line));
  return lines.slice(from, end < 0 ? lines.length : end);
}
