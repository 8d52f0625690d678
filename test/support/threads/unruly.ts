import { appendFileSync, existsSync } from "node:fs";
import { systemClock } from "../../../adapters/node/clock.ts";
import { openSource } from "../../../adapters/node/open-source.ts";
import { serveSnapshot } from "../../../adapters/node/serve-snapshot.ts";
import { buildSnapshot } from "../../../src/building.ts";
import type { Pages } from "../../../src/index.ts";

/** A thread that does what a question or a page tells it: a stand-in for what nobody has thought of. */
serveSnapshot({
  open: ({ address, ...options }) => openSource(address, { ...options, clock: systemClock }),
  build: async (pages, options) => {
    misbehave(wordsOf(pages));
    const snapshot = await buildSnapshot(pages, options);
    return {
      ...snapshot,
      answer: async (query, asked) => {
        misbehave(query.text);
        return snapshot.answer(query, asked);
      },
    };
  },
});

function wordsOf({ pages }: Pages): string {
  return pages.map((page) => page.markdown).join("\n");
}

function misbehave(words: string): void {
  const [, what, until = ""] = /UNRULY:(\w+) ?(\S*)/.exec(words) ?? [];
  if (what === "loop") while (!existsSync(until));
  if (what === "eat") {
    const eaten: unknown[] = [];
    for (;;) eaten.push(Array.from({ length: 100_000 }, (_, index) => ({ index })));
  }
  if (what === "note") appendFileSync(until, "built\n");
  if (what === "die") process.exit(3);
}
