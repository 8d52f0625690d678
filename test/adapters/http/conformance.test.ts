import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DocentError } from "../../../src/index.ts";
import type { Receive, Snapshot } from "../../../src/index.ts";
import { createExpectDescribed } from "./described.ts";
import type { ExpectDescribed } from "./described.ts";
import { PAGES } from "./pages.ts";
import { serve, snapshotOf } from "./serve.ts";
import type { Served, ServeOptions } from "./serve.ts";

const SECRET = "s3cret-of-the-ci-token";
const PASSAGE = "it%2Fvpn.md%23vpn";
const JSON_TYPE = { "content-type": "application/json" };
/** Made before anything listens: it takes so long that connections which are kept would be closed meanwhile. */
const anyText = fc.string({ unit: "binary", maxLength: 80 });
const anyJson = fc.jsonValue();
const many = { points: 100_000, seconds: 60 };
const RATES = { ask: many, read: many, refused: many };

/** Every operation with a call that it takes. */
const CALLS: Readonly<Record<string, readonly [path: string, init: RequestInit]>> = {
  ask: ["/api/v1/ask", { method: "POST", headers: JSON_TYPE, body: '{"question":"vpn"}' }],
  suggest: ["/api/v1/suggest?q=vpn", {}],
  topics: ["/api/v1/topics", {}],
  readPassage: [`/api/v1/passages/${PASSAGE}`, {}],
  giveFeedback: [
    "/api/v1/feedback",
    { method: "POST", headers: JSON_TYPE, body: '{"answer":"none","vote":"helpful"}' },
  ],
};

describe("every response is one that the description has of its operation", () => {
  let served: Served;
  let expectDescribed: ExpectDescribed;
  beforeAll(async () => {
    served = await serve({ snapshot: snapshotOf(PAGES), services: { rates: RATES } });
    expectDescribed = await createExpectDescribed(served.url);
  });
  afterAll(() => served.stop());

  const call = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(served.url + path, init);
  const post = (path: string, body: unknown, headers: object = {}): Promise<Response> =>
    call(path, {
      method: "POST",
      headers: { ...JSON_TYPE, ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });

  it.each(Object.entries(CALLS))(
    "%s, and once more while the knowledge is the same",
    async (id, made) => {
      const response = await call(...made);
      const etag = response.headers.get("etag");
      await expectDescribed(id, response);
      if (etag === null) return;
      await expectDescribed(id, await call(made[0], { headers: { "if-none-match": etag } }));
    },
  );

  it("an answer, a silence, a greeting and nothing", async () => {
    for (const question of ["How do I reset my VPN token?", "qwertz", "vnp gatway", "hello", "?!"])
      await expectDescribed("ask", await post("/api/v1/ask", { question }));
  });

  it("a vote that counts", async () => {
    const asked = await post("/api/v1/ask", { question: "How do I reset my VPN token?" });
    const { id } = (await expectDescribed("ask", asked)) as { id: string };
    const vote = { answer: id, vote: "not-helpful", note: "A picture." };
    const response = await post("/api/v1/feedback", vote);
    expect(response.status).toBe(204);
    await expectDescribed("giveFeedback", response);
  });

  it.each([
    ["a broken body", "{", {}, 400],
    ["a wrong body", {}, {}, 400],
    ["another type", "{}", { "content-type": "text/plain" }, 415],
    ["another site", "{}", { origin: "https://evil.example" }, 403],
    ["a large body", " ".repeat(64 * 1024 + 1), {}, 413],
  ])("%s", async (_, body, headers, status) => {
    for (const [id, path] of [
      ["ask", "/api/v1/ask"],
      ["giveFeedback", "/api/v1/feedback"],
    ] as const) {
      const response = await post(path, body, headers);
      expect(response.status).toBe(status);
      await expectDescribed(id, response);
    }
  });

  it("a passage that is not there, and a limit that is none", async () => {
    await expectDescribed("readPassage", await call("/api/v1/passages/none"));
    await expectDescribed("suggest", await call("/api/v1/suggest?limit=0"));
  });

  it("whatever is typed, named or voted on", async () => {
    const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyJson, async (text, limit, vote) => {
        const queries = [`q=${encoded(text)}`, `q=${encoded(text)}&limit=${encoded(limit)}`];
        for (const query of queries)
          await expectDescribed("suggest", await call(`/api/v1/suggest?${query}`));
        if (!/^\.{0,2}$/u.test(text))
          await expectDescribed("readPassage", await call(`/api/v1/passages/${encoded(text)}`));
        for (const body of [vote, { answer: text, vote: "helpful", note: limit }])
          await expectDescribed("giveFeedback", await post("/api/v1/feedback", body));
      }),
      { numRuns: 60 },
    );
  });
});

describe("in trouble, too, every response is one that the description has", () => {
  let expectDescribed: ExpectDescribed;
  beforeAll(async () => {
    const healthy = await serve({ snapshot: snapshotOf(PAGES) });
    expectDescribed = await createExpectDescribed(healthy.url);
    await healthy.stop();
  });

  /** What becomes of every operation on such a server. */
  async function statuses(options: Partial<ServeOptions>, headers = {}): Promise<number[]> {
    const served = await serve({ snapshot: snapshotOf(PAGES), ...options });
    const met: number[] = [];
    for (const [id, [path, init]] of Object.entries(CALLS)) {
      const response = await fetch(served.url + path, {
        ...init,
        headers: { ...(init.headers as object), ...headers },
      });
      met.push(response.status);
      await expectDescribed(id, response);
    }
    await served.stop();
    return met;
  }

  it("without a token, and with a wrong one", async () => {
    const config = { web: { tokens: [{ name: "ci", secret: SECRET }] } };
    expect(new Set(await statuses({ config }))).toEqual(new Set([401]));
    const wrong = { authorization: `Bearer ${SECRET}x` };
    expect(new Set(await statuses({ config }, wrong))).toEqual(new Set([401]));
  });

  it("beyond the rate", async () => {
    const none = { points: 0, seconds: 60 };
    const services = { rates: { ask: none, read: none, refused: none } };
    expect(new Set(await statuses({ services }))).toEqual(new Set([429]));
  });

  it.each([
    [new DocentError("deadline-exceeded", "too late", { remedy: "none" }), 503],
    [new Error("broken"), 500],
  ])("where the knowledge fails with %s", async (error, status) => {
    const fail = async (): Promise<never> => {
      throw error;
    };
    const snapshot: Snapshot = { ...snapshotOf(PAGES), suggest: fail, read: fail, topics: fail };
    expect(await statuses({ snapshot })).toEqual([200, status, status, status, 404]);
  });

  it.each([
    [{ kind: "too-hard" }, 503],
    [{ kind: "no-knowledge" }, 503],
    [{ kind: "limited", retryInMs: 1 }, 429],
    [{ kind: "broken", id: "7f3a" }, 500],
  ] as const)("where the door says %j", async (notice, status) => {
    const receive: Receive = async (message) => {
      await message.apologise(notice);
      return "apologised";
    };
    const [asked] = await statuses({ services: { receive } });
    expect(asked).toBe(status);
  });
});
