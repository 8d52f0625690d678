import { once } from "node:events";
import { connect } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWebServer } from "../../../adapters/http/server.ts";
import type { WebEnv } from "../../../adapters/http/web-env.ts";
import { PAGES } from "./pages.ts";
import { serve, snapshotOf } from "./serve.ts";
import type { Served } from "./serve.ts";

let served: Served;
beforeAll(async () => {
  served = await serve({ snapshot: snapshotOf(PAGES) });
});
afterAll(() => served.stop());

/** Everything a server says to these bytes until it closes the connection. */
async function raw(port: number, ...parts: readonly (string | Buffer)[]): Promise<string> {
  const socket: Socket = connect(port, "127.0.0.1");
  const heard: Buffer[] = [];
  socket.on("data", (data) => heard.push(data));
  // A server that closes while we still write resets the connection: what it said before is what counts.
  socket.on("error", () => undefined);
  await once(socket, "connect");
  for (const part of parts) {
    if (socket.destroyed || !socket.writable) break;
    if (!socket.write(part)) {
      await new Promise((resolve) => socket.once("drain", resolve).once("close", resolve));
    }
  }
  if (!socket.closed) await once(socket, "close");
  return Buffer.concat(heard).toString("utf8");
}

const portOf = (url: string): number => Number(new URL(url).port);
const HEAD =
  "POST /api/v1/ask HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\n";

async function expectStillServing(): Promise<void> {
  expect((await fetch(`${served.url}/?q=vpn`)).status).toBe(200);
}

describe("what a request may be", () => {
  it("fault 2: refuses ten megabytes by their announced length, without taking them in", async () => {
    const before = process.memoryUsage.rss();
    const piece = Buffer.alloc(64 * 1024, "a");
    const pieces = Array.from({ length: 160 }, () => piece);
    const said = await raw(
      portOf(served.url),
      `${HEAD}content-length: ${10 * 1024 * 1024}\r\n\r\n`,
      ...pieces,
    );
    expect(said).toMatch(/^HTTP\/1\.1 413 /u);
    expect(said).toContain("urn:docent:problem:body-too-large");
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * 1024 * 1024);
    await expectStillServing();
  });

  it("fault 2: refuses a body that announces nothing as soon as it has grown too large", async () => {
    const chunk = `10000\r\n${"a".repeat(0x10000)}\r\n`;
    const said = await raw(
      portOf(served.url),
      `${HEAD}transfer-encoding: chunked\r\n\r\n`,
      ...Array.from({ length: 160 }, () => chunk),
    );
    expect(said).toMatch(/^HTTP\/1\.1 413 /u);
    await expectStillServing();
  });

  it("takes a body up to the limit", async () => {
    const body = JSON.stringify({ question: "vpn" }).padEnd(64 * 1024, " ");
    const response = await fetch(`${served.url}/api/v1/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    expect(response.status).toBe(200);
  });

  it.each([
    ["a form", "application/x-www-form-urlencoded", "question=vpn", undefined],
    ["no type", "", '{"question":"vpn"}', undefined],
    ["a type that begins like JSON", "application/jsonp", '{"question":"vpn"}', undefined],
    ["a compressed body", "application/json", gzipSync(Buffer.alloc(10 * 1024 * 1024)), "gzip"],
  ])("fault 63: refuses %s", async (_, type, body, encoding) => {
    const headers: Record<string, string> = { "content-type": type };
    if (encoding !== undefined) headers["content-encoding"] = encoding;
    const response = await fetch(`${served.url}/api/v1/ask`, { method: "POST", headers, body });
    expect(response.status).toBe(415);
    await expectStillServing();
  });

  it("refuses a body that is not UTF-8", async () => {
    const response = await fetch(`${served.url}/api/v1/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: Buffer.from([0x22, 0xff, 0xfe, 0x22]),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("UTF-8");
  });

  it("refuses headers that are too large", async () => {
    expect(
      await raw(
        portOf(served.url),
        `GET /?q=${"x".repeat(60_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
      ),
    ).toMatch(/ 431 /u);
    await expectStillServing();
  });

  it("takes the longest question in the most expensive spelling", async () => {
    const question = "ह".repeat(4_000);
    const response = await fetch(`${served.url}/?q=${encodeURIComponent(question)}`);
    expect(response.status).toBe(200);
  });

  it("says how long a question may be", async () => {
    const response = await fetch(`${served.url}/?q=${"x".repeat(4_001)}`, {
      headers: { accept: "text/html" },
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("I can read questions up to 4000");
  });

  it.each([
    "GET / HTTP/9.9\r\n\r\n",
    "\u0000\u0001\u0002\r\n\r\n",
    "GET /\r\nhost: a\r\n\r\n",
    `${HEAD}content-length: 1\r\ncontent-length: 2\r\n\r\n{}`,
    `${HEAD}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
  ])("closes the connection on what is not HTTP (%#)", async (bytes) => {
    expect(await raw(portOf(served.url), bytes)).toMatch(/^HTTP\/1\.1 4\d\d /u);
    await expectStillServing();
  });

  it.each([
    "/%",
    "/%ff",
    "/passages/%E0%A4%A",
    "/passages/..%2F..%2Fetc%2Fpasswd",
    "/assets/..%2Findex.ts",
    "/assets/docent.css%00",
    "//evil.example/",
    "/\\evil.example",
  ])("answers the odd address %s with a page of ours and nothing of the disk", async (path) => {
    const said = await raw(
      portOf(served.url),
      `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`,
    );
    expect(said).toMatch(/^HTTP\/1\.1 4\d\d /u);
    expect(said).not.toMatch(/root:|createWeb/u);
    await expectStillServing();
  });
});

describe("slow callers", () => {
  /** The same server as always, with less patience, so that the test has not to wait for ten seconds. */
  async function impatient(): Promise<{ port: number; close: () => Promise<void> }> {
    const app = new Hono<WebEnv>();
    app.post("/", async (c) => c.text(await c.req.text()));
    app.onError((_, c) => c.text("aborted", 400));
    const server = createWebServer(
      app,
      {},
      { headers: 60, request: 120, keepAlive: 60, sweep: 20 },
    );
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return {
      port: (server.address() as AddressInfo).port,
      close: async () => {
        server.closeAllConnections();
        server.close();
        await once(server, "close");
      },
    };
  }

  it.each([
    ["never finishes its headers", "POST / HTTP/1.1\r\nhost: a\r\nx-slow: "],
    ["never finishes its body", "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nabc"],
  ])("fault 63: a caller that %s is let go", async (_, bytes) => {
    const { port, close } = await impatient();
    expect(await raw(port, bytes)).toMatch(/^HTTP\/1\.1 408 /u);
    await close();
  });

  it("has the patience that the limits say, and no more connections than they say", () => {
    const server = createWebServer(new Hono<WebEnv>(), {});
    expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 15_000]);
    expect(server.maxConnections).toBe(1_024);
  });
});
