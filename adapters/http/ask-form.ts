import { html } from "hono/html";
import { LIMITS } from "./limits.ts";
import type { Html } from "./html.ts";

/** A plain form, which the script turns into a combobox with suggestions. */
export function askForm(question: string): Html {
  return html`<form class="ask" role="search" action="/" method="get">
    <label class="unseen" for="q">Your question</label>
    <div class="field">
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <circle cx="11" cy="11" r="7" />
        <path d="m20 20-4-4" />
      </svg>
      <input
        id="q"
        name="q"
        type="text"
        value="${question}"
        maxlength="4000"
        placeholder="Ask a question"
        dir="auto"
        autocomplete="off"
        autocapitalize="off"
        enterkeyhint="search"
        data-suggestions="${LIMITS.suggestions}"
      />
      <button type="submit">Ask</button>
    </div>
  </form>`;
}
