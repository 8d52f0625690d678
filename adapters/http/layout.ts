import { counted } from "../../src/index.ts";
import { html } from "hono/html";
import type { SnapshotFacts } from "../../src/index.ts";
import { assetAddress } from "./assets.ts";
import type { Html } from "./html.ts";

export interface Frame {
  readonly title: string;
  readonly main: Html;
  readonly facts: SnapshotFacts;
  /** Which entry of the menu this page is. */
  readonly here?: "topics" | "docs";
}

/** A whole page: everything it needs comes from this server, and nothing in it is inline. */
export function layout({ title, main, facts, here }: Frame): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="${assetAddress("icon.svg")}" type="image/svg+xml" />
        <link rel="stylesheet" href="${assetAddress("docent.css")}" />
        <script type="module" src="${assetAddress("docent.js")}"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="bar">
          <a class="brand" href="/"
            ><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
              <path d="M4 4.5A2.5 2.5 0 0 1 6.5 2H20v15H6.5A2.5 2.5 0 0 0 4 19.5z" />
              <path d="M4 19.5A2.5 2.5 0 0 0 6.5 22H20v-5" />
              <path class="line" d="M8.5 8.5h7" /></svg
            >Docent</a
          >
          <nav aria-label="Docent">
            <a href="/topics" ${current(here === "topics")}>Topics</a>
            <a href="/docs" ${current(here === "docs")}>API</a>
          </nav>
        </header>
        <main id="main" tabindex="-1">${main}</main>
        <footer class="foot">
          <p>
            ${counted(facts.pages, "page")} · ${counted(facts.passages, "passage")} · knowledge
            <code>${facts.version}</code>
          </p>
        </footer>
        <div id="status" class="unseen" role="status"></div>
      </body>
    </html>`;
}

/** Marks the link to where one is. */
export function current(is: boolean): Html | string {
  return is ? html` aria-current="page"` : "";
}
