import { html } from "hono/html";
import type { Html } from "./html.ts";

/**
 * Bars as SVG in a box of 100 by 10 that is stretched to its cell: lengths are attributes, colours are classes, so that
 * nothing is styled inline. The numbers beside them say the same in words.
 */

/** From the left; `share` of the width. */
export function bar(share: number): Html {
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="10" rx="1" />
    <rect class="fill" width="${length(share)}" height="10" rx="1" />
  </svg>`;
}

/** From the middle: to the right where it is positive, to the left where it is negative. */
export function twoSidedBar(share: number): Html {
  const size = length(Math.abs(share)) / 2;
  const start = share < 0 ? 50 - size : 50;
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="10" rx="1" />
    <rect
      class="${share < 0 ? "against" : "fill"}"
      x="${start}"
      width="${size}"
      height="10"
      rx="1"
    />
    <rect class="zero" x="49.8" width="0.4" height="10" />
  </svg>`;
}

/** How far along a way from 0 to 1, with a mark where it is far enough. */
export function scale(share: number, enough: number): Html {
  return html`<svg class="scale" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="10" />
    <rect class="${share < enough ? "against" : "fill"}" width="${length(share)}" height="10" />
    <rect class="mark" x="${length(enough) - 0.3}" width="0.6" height="10" />
  </svg>`;
}

function length(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 10;
}
