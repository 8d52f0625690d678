import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { ready } from "./started.ts";

/** About as long as the JSON of an answer from the shipped knowledge. */
const AS_MUCH = { text: "An answer with its citations and their snippets. ".repeat(60) };

/** The least a hono app can do with JSON: `/` says it back, `/as-much` says as much as an answer is. */
const echo = new Hono()
  .post("/", async (c) => c.json(await c.req.json()))
  .post("/as-much", async (c) => {
    const asked: unknown = await c.req.json();
    return c.json({ asked, ...AS_MUCH });
  });
const listener = getRequestListener(echo.fetch);
const server = createServer((request, response) => void listener(request, response));
server.listen(0, "127.0.0.1");
await once(server, "listening");
ready(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
process.once("disconnect", () => process.exit(0));
