import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Hono } from "hono";
import type { WebEnv } from "./web-env.ts";

const TYPES = {
  "docent.css": "text/css; charset=utf-8",
  "docent.js": "text/javascript; charset=utf-8",
  "icon.svg": "image/svg+xml",
} as const;

type Name = keyof typeof TYPES;

interface Asset {
  readonly body: string;
  readonly type: string;
  readonly tag: string;
}

const ASSETS: ReadonlyMap<string, Asset> = new Map(
  Object.entries(TYPES).map(([name, type]) => {
    const body = readFileSync(new URL(`assets/${name}`, import.meta.url), "utf8");
    return [
      name,
      { body, type, tag: createHash("sha256").update(body).digest("hex").slice(0, 12) },
    ];
  }),
);

/** The address of an asset; it changes with the content, so that browsers may keep it for good. */
export function assetAddress(name: Name): string {
  return `/assets/${name}?v=${ASSETS.get(name)?.tag}`;
}

/** The page's style, script and icon, as they are in the folder. */
export function createAssets(): Hono<WebEnv> {
  const assets = new Hono<WebEnv>();
  assets.get("/assets/:name", (c) => {
    const asset = ASSETS.get(c.req.param("name"));
    if (asset === undefined) return c.notFound();
    const latest = c.req.query("v") === asset.tag;
    return c.body(asset.body, 200, {
      "content-type": asset.type,
      "cache-control": latest ? "private, max-age=31536000, immutable" : "private, no-cache",
    });
  });
  return assets;
}
