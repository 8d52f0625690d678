import { Hono } from "hono";
import type { Health } from "../../src/index.ts";
import type { WebEnv } from "./web-env.ts";
import type { WebParts } from "./web-parts.ts";

/**
 * `/healthz` says that the process answers; `/readyz` that it can answer questions: knowledge, store and each platform.
 * Open to everybody, so they name states and nothing else.
 */
export function createProbes({ knowledge, store, platforms }: WebParts): Hono<WebEnv> {
  const probes = new Hono<WebEnv>();

  probes.get("/healthz", (c) => c.json({ status: "ok" }, 200, { "cache-control": "no-store" }));

  probes.get("/readyz", (c) => {
    const { facts } = knowledge.snapshot;
    const states: Record<string, Health["state"]> = { store: store.health().state };
    for (const platform of platforms()) states[platform.name] = platform.health().state;
    const ready = facts.passages > 0 && Object.values(states).every(isServing);
    const { version, pages, passages } = facts;
    return c.json({ ready, knowledge: { version, pages, passages }, states }, ready ? 200 : 503, {
      "cache-control": "no-store",
    });
  });

  return probes;
}

/** Degraded is still worth asking; what starts, failed or stopped is not. */
function isServing(state: Health["state"]): boolean {
  return state === "ok" || state === "degraded";
}
