import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Hono } from "hono";
import type { WebEnv } from "./web-env.ts";

/** In the order of the cascade; sent as one file. */
const STYLES = [
  "colours",
  "text",
  "frame",
  "ask",
  "home",
  "body",
  "answer",
  "passage",
  "why",
  "chats",
  "api",
  "narrow",
];

type Name = "docent.css" | "docent.js" | "suggest.js" | "icon.svg";

interface Asset {
  readonly body: string;
  readonly type: string;
  readonly tag: string;
}

const ASSETS: ReadonlyMap<string, Asset> = new Map<Name, Asset>([
  ["docent.css", asset("text/css", STYLES.map((name) => read(`${name}.css`)).join("\n"))],
  ["docent.js", asset("text/javascript", read("docent.js"))],
  ["suggest.js", asset("text/javascript", read("suggest.js"))],
  ["icon.svg", asset("image/svg+xml", read("icon.svg"))],
]);

function read(name: string): string {
  return readFileSync(new URL(`assets/${name}`, import.meta.url), "utf8");
}

function asset(type: string, body: string): Asset {
  const tag = createHash("sha256").update(body).digest("hex").slice(0, 12);
  return { body, type: `${type}; charset=utf-8`, tag };
}

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
    const etag = `"${asset.tag}"`;
    if (c.req.header("if-none-match") === etag) return c.body(null, 304, { etag });
    const named = c.req.query("v") === asset.tag;
    return c.body(asset.body, 200, {
      etag,
      "content-type": asset.type,
      "cache-control": named ? "private, max-age=31536000, immutable" : "private, no-cache",
    });
  });
  return assets;
}
