import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PAGES } from "./pages.ts";
import { send } from "./send.ts";
import { serve, snapshotOf } from "./serve.ts";
import type { Served } from "./serve.ts";

const SECRET = "s3cret-of-the-ci-token";
const TOKENS = [
  { name: "ci", secret: SECRET },
  { name: "hr", secret: "another-secret-for-hr" },
  { name: "busy", secret: "a-secret-for-the-busy" },
];
const snapshot = snapshotOf(PAGES);
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString("base64")}`;

describe("a web with tokens", () => {
  let served: Served;
  beforeAll(async () => {
    const many = { points: 10_000, seconds: 60 };
    served = await serve({
      snapshot,
      config: { web: { tokens: TOKENS } },
      services: {
        rates: { ask: { points: 5, seconds: 60 }, read: many, refused: { points: 3, seconds: 60 } },
      },
    });
  });
  afterAll(() => served.stop());

  const get = (path: string, authorization?: string): Promise<Response> =>
    fetch(served.url + path, authorization === undefined ? {} : { headers: { authorization } });

  it.each([
    "/",
    "/?q=vpn",
    "/topics",
    "/docs",
    "/openapi.json",
    "/metrics",
    "/api/v1/topics",
    "/assets/docent.css",
  ])("does not show %s without one", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain("gateway");
  });

  it("is asked by its user name and password in a browser, and by its header in a program", async () => {
    expect((await get("/")).headers.get("www-authenticate")).toMatch(/^Basic /u);
    expect((await get("/api/v1/topics")).headers.get("www-authenticate")).toMatch(/^Bearer /u);
  });

  it("lets in whoever has one, either way", async () => {
    for (const authorization of [
      `Bearer ${SECRET}`,
      `bearer ${SECRET}`,
      basic(`ci:${SECRET}`),
      basic(`hr:another-secret-for-hr`),
    ]) {
      expect((await get("/topics", authorization)).status, authorization).toBe(200);
    }
  });

  it("shows a token what its label may read, and no other", async () => {
    const ask = async (token: string): Promise<string> => {
      const response = await fetch(`${served.url}/api/v1/ask`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ question: "What is the bonus budget?" }),
      });
      return response.text();
    };
    expect(await ask("another-secret-for-hr")).toContain("4711");
    expect(await ask(SECRET)).not.toContain("4711");
  });

  it("gives different ETags to those who may read different things", async () => {
    const one = (await get("/api/v1/topics", `Bearer ${SECRET}`)).headers.get("etag");
    const other = (await get("/api/v1/topics", "Bearer another-secret-for-hr")).headers.get("etag");
    expect(one).not.toBe(other);
  });

  it("limits each token by itself, and says when to come back", async () => {
    const ask = (): Promise<Response> => get("/?q=vpn", basic(`busy:a-secret-for-the-busy`));
    const statuses = new Set<number>();
    let last = await ask();
    for (let count = 0; count < 6; count += 1) {
      statuses.add(last.status);
      last = await ask();
    }
    expect([...statuses, last.status]).toContain(200);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await get("/?q=vpn", `Bearer ${SECRET}`)).status).toBe(200);
  });

  it("fault 61: turns away who has none before the body has come", async () => {
    const socket = connect(Number(new URL(served.url).port), "127.0.0.1");
    const head = ["host: localhost", "content-length: 1000"];
    socket.write(`POST /api/v1/ask HTTP/1.1\r\n${head.join("\r\n")}\r\n\r\n`);
    const [said] = (await once(socket, "data")) as [Buffer];
    expect(said.toString()).toMatch(/^HTTP\/1\.1 401 /u);
    socket.destroy();
  });

  it("faults 61 and 86: stops listening to whoever guesses, and writes no guess down", async () => {
    const answers = [];
    for (let count = 0; count < 5; count += 1)
      answers.push((await get("/topics", `Bearer guess-${count}`)).status);
    expect(answers).toEqual([401, 401, 401, 429, 429]);
    expect(served.log.text()).not.toContain("guess-");
    expect(served.log.text()).not.toContain(SECRET);
  });

  it("answers probes without a token", async () => {
    expect((await get("/healthz")).status).toBe(200);
    expect((await get("/readyz")).status).toBe(200);
  });
});

describe("a web without tokens", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ snapshot });
  });
  afterAll(() => served.stop());

  it.each(["docent.evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "[::2]"])(
    "does not answer to the name %j, which another site may point here",
    async (host) => {
      expect(await send(`${served.url}/topics`, "GET", { host })).toBe(421);
    },
  );

  it.each(["localhost:8080", "127.0.0.1", "[::1]:1", "docent.localhost"])(
    "answers to %s",
    async (host) => {
      expect(await send(`${served.url}/topics`, "GET", { host })).toBe(200);
    },
  );

  it("limits each address by itself", async () => {
    const few = { points: 2, seconds: 60 };
    const strict = await serve({
      snapshot,
      services: { rates: { ask: few, read: few, refused: few } },
    });
    const read = (localAddress: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const sent = request(`${strict.url}/topics`, { localAddress }, (response) => {
          response.resume().on("end", () => resolve(response.statusCode ?? 0));
        });
        sent.on("error", reject).end();
      });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push(await read("127.0.0.1"));
    expect(statuses).toEqual([200, 200, 429]);
    expect(await read("127.0.0.2")).toBe(200);
    await strict.stop();
  });

  it("sends its policy with everything, errors included", async () => {
    for (const path of [
      "/",
      "/nowhere",
      "/api/v1/nowhere",
      "/assets/docent.js",
      "/healthz",
      "/api/v1/ask",
    ]) {
      const { headers } = await fetch(served.url + path);
      expect(headers.get("content-security-policy"), path).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
    const { status, headers } = await fetch(`${served.url}/api/v1/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"question":"vpn"}',
    });
    expect(status).toBe(200);
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; frame-/u);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("docent-trace")).toMatch(/^[\w-]{12}$/u);
  });
});
