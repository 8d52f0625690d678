import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { explain } from "../../../src/index.ts";
import type { Adapter, Health, Receive } from "../../../src/index.ts";
import { PAGES } from "./pages.ts";
import { serve, snapshotOf } from "./serve.ts";
import type { Served, ServeOptions } from "./serve.ts";

const snapshot = snapshotOf(PAGES);

async function using(
  options: Partial<ServeOptions>,
  work: (served: Served) => Promise<void>,
): Promise<void> {
  const served = await serve({ snapshot, ...options });
  try {
    await work(served);
  } finally {
    await served.stop();
  }
}

const platform = (name: string, state: Health["state"]): Pick<Adapter, "name" | "health"> => ({
  name,
  health: () => ({ state, note: "xoxb-note" }),
});

async function ask(url: string): Promise<Response> {
  return fetch(`${url}/api/v1/ask`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"question":"vpn"}',
  });
}

describe("health and metrics", () => {
  it.each([
    ["ok", 200],
    ["degraded", 200],
    ["starting", 503],
    ["failed", 503],
    ["stopped", 503],
  ] as const)("with a platform that is %s, readiness is %d", async (state, status) => {
    await using({ services: { platforms: () => [platform("slack", state)] } }, async ({ url }) => {
      const response = await fetch(`${url}/readyz`);
      expect(response.status).toBe(status);
      const body = await response.text();
      expect(JSON.parse(body)).toMatchObject({
        ready: status === 200,
        knowledge: { version: snapshot.facts.version },
        states: { slack: state, store: "ok" },
      });
      expect(body).not.toContain("xoxb");
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
    });
  });

  it("fault 84: counts questions and requests, by route and never by address or word", async () => {
    await using({}, async ({ url }) => {
      await (await ask(url)).text();
      for (let count = 0; count < 200; count += 1) {
        await (await fetch(`${url}/secret-${count}?q=canary-${count}`)).text();
        await (await fetch(`${url}/passages/canary-${count}`)).text();
      }
      const text = await (await fetch(`${url}/metrics`)).text();
      expect(text).toMatch(/docent_answers_total\{kind="found",reason="",platform="http"\} 1/u);
      expect(text).toMatch(/docent_http_requests_total\{route="\/api\/v1\/ask",status="2xx"\} 1/u);
      expect(text).toMatch(/docent_http_requests_total\{route="none",status="4xx"\} 200/u);
      expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
      expect(text).not.toMatch(/canary|secret-/u);
      expect(text.split("\n").length).toBeLessThan(1_000);
    });
  });
});

describe("without a page", () => {
  it("serves health, metrics and what is mounted, and nothing else", async () => {
    const config = { web: undefined } as never;
    await using({ config }, async ({ url }) => {
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      expect((await fetch(`${url}/metrics`)).status).toBe(200);
      for (const path of [
        "/",
        "/?q=vpn",
        "/topics",
        "/docs",
        "/api/v1/topics",
        "/assets/docent.js",
      ]) {
        expect((await fetch(url + path)).status, path).toBe(404);
      }
    });
  });

  it("fault 84: keeps metrics to itself where other machines come in", async () => {
    const config = { web: undefined, listen: { host: "0.0.0.0", port: 0 } } as never;
    await using({ config }, async ({ url }) => {
      const local = url.replace("0.0.0.0", "127.0.0.1");
      expect((await fetch(`${local}/healthz`)).status).toBe(200);
      expect((await fetch(`${local}/metrics`)).status).toBe(404);
    });
  });
});

describe("what is mounted", () => {
  it("sees requests as they were sent, before the gate and its limits", async () => {
    const seen: { host: string; body: string }[] = [];
    const mounts: ServeOptions["services"] = {
      mounts: {
        "/slack/events": async (request, response) => {
          const parts: Buffer[] = [];
          for await (const part of request) parts.push(part as Buffer);
          seen.push({ host: request.headers.host ?? "", body: Buffer.concat(parts).toString() });
          response.end("mounted");
        },
      },
    };
    await using(
      { services: mounts, config: { web: { tokens: [{ name: "a", secret: "bbbbbbbb" }] } } },
      async ({ url }) => {
        const response = await fetch(`${url}/slack/events?x=1`, { method: "POST", body: "a=%20b" });
        expect(await response.text()).toBe("mounted");
        expect(seen).toMatchObject([{ body: "a=%20b" }]);
        expect((await fetch(`${url}/slack/eventsx`)).status).toBe(401);
      },
    );
  });
});

describe("starting and stopping", () => {
  it("says what to do where the port is taken", async () => {
    const other = createServer();
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const config = { listen: { host: "127.0.0.1", port } };
    const error = await serve({ snapshot, config }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(explain(error)).toContain(`127.0.0.1:${port}: another program listens there`);
    expect(explain(error)).toContain("Set PORT");
    other.close();
  });

  it("lets a question that was accepted have its answer before it stops", async () => {
    const { promise: goOn, resolve: release } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const receive: Receive = async (message) => {
      arrive();
      await goOn;
      await message.apologise({ kind: "too-hard" });
      return "apologised";
    };
    const served = await serve({ snapshot, services: { receive } });
    const asking = ask(served.url);
    await arrived;
    const stopping = served.stop();
    expect(served.web.health().state).toBe("stopped");
    await expect(fetch(`${served.url}/healthz`)).rejects.toThrow();
    release();
    expect((await asking).status).toBe(503);
    await stopping;
  });

  it("can be stopped twice, and before it has started", async () => {
    const served = await serve({ snapshot });
    await served.stop();
    await served.stop();
    expect(served.web.health()).toEqual({ state: "stopped" });
    await served.web.resume({ anything: true });
  });
});

describe("what the door says instead of an answer", () => {
  it.each([
    [{ kind: "limited", retryInMs: 2_500 }, 429, "rate-limited"],
    [{ kind: "too-long", limit: 4_000, length: 5_000 }, 400, "question-too-long"],
    [{ kind: "too-hard" }, 503, "question-too-hard"],
    [{ kind: "no-knowledge" }, 503, "no-knowledge"],
    [{ kind: "broken", id: "7f3a" }, 500, "internal-error"],
  ] as const)("%j becomes %d", async (notice, status, name) => {
    const receive: Receive = async (message) => {
      await message.apologise({ kind: "busy" });
      await message.apologise(notice);
      return "apologised";
    };
    await using({ services: { receive } }, async ({ url }) => {
      const response = await ask(url);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ type: `urn:docent:problem:${name}` });
      expect(response.headers.get("retry-after")).toBe(
        { limited: "3", "no-knowledge": "60" }[notice.kind as "limited"] ?? null,
      );
      const page = await (
        await fetch(`${url}/?q=vpn`, { headers: { accept: "text/html" } })
      ).text();
      expect(page).toContain('class="card trouble"');
    });
  });

  it("is busy where the door turns the question away without a word", async () => {
    await using({ services: { receive: async () => "busy" } }, async ({ url }) => {
      const response = await ask(url);
      expect([response.status, response.headers.get("retry-after")]).toEqual([429, "60"]);
    });
  });

  it("is our fault, with an id that stands in the log, where anything else fails", async () => {
    const fail = (): never => {
      throw new Error("the disk is full of xoxb-canary");
    };
    const failing = await serve({
      snapshot,
      services: {
        knowledge: {
          get snapshot() {
            return fail();
          },
        },
      },
    });
    const response = await fetch(`${failing.url}/api/v1/topics`);
    const body = await response.text();
    expect(response.status).toBe(500);
    expect(body).not.toContain("disk");
    const { id } = JSON.parse(body) as { id: string };
    expect(failing.log.lines.filter(({ level }) => level === "error")).toMatchObject([
      { fields: { trace: id } },
    ]);
    await failing.stop();
  });
});
