import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PAGES } from "./pages.ts";
import { createValidation } from "./described.ts";
import type { Validate } from "./described.ts";
import { serve, snapshotOf } from "./serve.ts";
import type { Served } from "./serve.ts";

type Json = Record<string, never> & { [key: string]: unknown };

/** Made before anything listens: it takes so long that connections which are kept would be closed meanwhile. */
const anyBody = fc.oneof(
  fc.record({ question: fc.string({ unit: "binary", maxLength: 300 }) }),
  fc.record({ question: fc.jsonValue(), conversation: fc.jsonValue() }),
  fc.jsonValue(),
);

let served: Served;
let validate: Validate;

beforeAll(async () => {
  const rates = { points: 100_000, seconds: 60 };
  served = await serve({
    snapshot: snapshotOf(PAGES),
    services: { rates: { ask: rates, read: rates, refused: rates } },
  });
  validate = await createValidation(served.url);
});
afterAll(() => served.stop());

function post(path: string, body: unknown): Promise<Response> {
  return fetch(served.url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

async function ask(question: string): Promise<Json> {
  const response = await post("/api/v1/ask", { question });
  expect(response.status).toBe(200);
  return (await response.json()) as Json;
}

async function expectProblem(response: Response, status: number, name: string): Promise<Json> {
  const problem = (await response.json()) as Json;
  expect(response.status, JSON.stringify(problem)).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(problem["type"]).toBe(`urn:docent:problem:${name}`);
  expect(problem["trace"]).toBe(response.headers.get("docent-trace"));
  expect(validate("Problem", problem)).toEqual([]);
  return problem;
}

describe("asking through the API", () => {
  it("gives an answer with the lines it stands on, as the description says", async () => {
    const answer = await ask("How do I reset my VPN token?");
    expect(validate("Answer", answer)).toEqual([]);
    expect(answer["kind"]).toBe("found");
    expect(answer["text"]).toContain("Choose Reset token");
    expect(answer["citations"]).toMatchObject([
      { passage: "it/vpn.md#reset-your-vpn-token", page: "it/vpn.md", owner: "it-team" },
    ]);
  });

  it("says so where the knowledge holds no answer", async () => {
    const answer = await ask("Who won the football match yesterday?");
    expect(validate("Answer", answer)).toEqual([]);
    expect(answer).toMatchObject({
      kind: "abstained",
      text: expect.stringContaining("I don't know") as string,
    });
  });

  it("gives letters of every script as they stand in the page, the first time and again", async () => {
    const said = "Grüße aus Ωμέγα: “こんにちは” 👋";
    const other = await serve({ snapshot: snapshotOf({ "greet.md": `# Greeting\n\n${said}\n` }) });
    try {
      for (let time = 0; time < 2; time += 1) {
        const response = await fetch(`${other.url}/api/v1/ask`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ question: "greeting" }),
        });
        const bytes = new Uint8Array(await response.arrayBuffer());
        expect(response.headers.get("content-length")).toBe(String(bytes.length));
        const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
        expect(JSON.parse(text)).toMatchObject({ kind: "found", text: said });
      }
    } finally {
      await other.stop();
    }
  });

  it("gives nothing of a page that this caller may not read", async () => {
    const answer = await ask("What is the bonus budget?");
    expect(JSON.stringify(answer)).not.toContain("4711");
    expect(answer["kind"]).toBe("abstained");
  });

  it("understands a follow-up under the same conversation, and only there", async () => {
    const first = { question: "How do I reset my VPN token?", conversation: "c1" };
    await post("/api/v1/ask", first);
    const follow = { question: "and on Linux?", conversation: "c1" };
    const there = (await (await post("/api/v1/ask", follow)).json()) as Json;
    const elsewhere = (await (
      await post("/api/v1/ask", { ...follow, conversation: "c2" })
    ).json()) as Json;
    expect(there["confidence"]).not.toBe(elsewhere["confidence"]);
  });

  it.each([
    ["no JSON", "{", "not-json"],
    ["an array", "[]", "invalid-request"],
    ["no question", "{}", "invalid-request"],
    ["a number for a question", '{"question":1}', "invalid-request"],
    ["a key that is not known", '{"question":"x","quesion":"y"}', "invalid-request"],
    ["a prototype", '{"question":"x","__proto__":{"a":1}}', "invalid-request"],
    [
      "a question that is too long",
      JSON.stringify({ question: "x".repeat(4_001) }),
      "question-too-long",
    ],
    ["very deep JSON", "[".repeat(60_000), "not-json"],
  ])("refuses %s and says what is wrong", async (_, body, name) => {
    const problem = await expectProblem(await post("/api/v1/ask", body), 400, name);
    expect(problem["remedy"]).not.toBe("");
  });

  it("names the part that is wrong", async () => {
    const problem = await expectProblem(
      await post("/api/v1/ask", { question: 1 }),
      400,
      "invalid-request",
    );
    expect(problem["errors"]).toMatchObject([{ where: "question" }]);
  });

  it("takes any JSON and answers it or says what is wrong with it, never that it failed", async () => {
    await fc.assert(
      fc.asyncProperty(anyBody, async (body) => {
        const response = await post("/api/v1/ask", body);
        expect([200, 400]).toContain(response.status);
        const shape = response.status === 200 ? "Answer" : "Problem";
        expect(validate(shape, await response.json())).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("reading through the API", () => {
  it("suggests questions", async () => {
    const response = await fetch(`${served.url}/api/v1/suggest?q=how+do+i&limit=3`);
    const body = (await response.json()) as Json;
    expect(validate("Suggestions", body)).toEqual([]);
    expect(JSON.stringify(body)).toContain("How do I reset my VPN token?");
  });

  it("lists topics without what this caller may not read", async () => {
    const body = (await (await fetch(`${served.url}/api/v1/topics`)).json()) as Json;
    expect(validate("Topics", body)).toEqual([]);
    expect(JSON.stringify(body)).toContain("it/vpn.md");
    expect(JSON.stringify(body)).not.toContain("secrets.md");
  });

  it("gives every passage that a topic names, percent-encoded or not", async () => {
    const { topics } = (await (await fetch(`${served.url}/api/v1/topics`)).json()) as {
      topics: { pages: { passage: string }[] }[];
    };
    for (const { passage } of topics.flatMap(({ pages }) => pages)) {
      for (const id of [
        encodeURIComponent(passage),
        passage.replace("#", "%23").replace("<", "%3C"),
      ]) {
        const response = await fetch(`${served.url}/api/v1/passages/${id}`);
        const body = await response.json();
        expect(validate("Passage", body)).toEqual([]);
        expect(body).toMatchObject({ passage });
      }
    }
  });

  it("says the same of a passage that does not exist and of one that this caller may not read", async () => {
    const hidden = await fetch(`${served.url}/api/v1/passages/hr%2Fsecrets.md%23bonus`);
    const absent = await fetch(`${served.url}/api/v1/passages/hr%2Fsecrets.md%23malus`);
    const first = await expectProblem(hidden, 404, "not-found");
    const second = await expectProblem(absent, 404, "not-found");
    expect({ ...first, trace: "" }).toEqual({ ...second, trace: "" });
  });

  it.each(["/api/v1/topics", "/api/v1/suggest?q=vpn", "/api/v1/passages/it%2Fvpn.md%23vpn"])(
    "does not send %s again as long as the knowledge is the same",
    async (path) => {
      const first = await fetch(served.url + path);
      const etag = first.headers.get("etag") ?? "";
      expect(etag).not.toBe("");
      await first.text();
      const again = await fetch(served.url + path, { headers: { "if-none-match": etag } });
      expect(again.status).toBe(304);
      const other = await fetch(served.url + path, {
        headers: { "if-none-match": '"1-0000000000000000"' },
      });
      expect(other.status).toBe(200);
      await other.text();
    },
  );

  it("does not say that a passage which is not there has stayed the same", async () => {
    const { headers } = await fetch(`${served.url}/api/v1/topics`);
    const absent = await fetch(`${served.url}/api/v1/passages/none`, {
      headers: { "if-none-match": headers.get("etag") ?? "" },
    });
    await expectProblem(absent, 404, "not-found");
  });

  it.each(["?limit=0", "?limit=11", "?limit=many", `?q=${"x".repeat(4_001)}`])(
    "refuses suggestions for %s",
    async (query) => {
      await expectProblem(
        await fetch(`${served.url}/api/v1/suggest${query}`),
        400,
        "invalid-request",
      );
    },
  );
});

describe("feedback through the API", () => {
  it("takes a vote on an answer, and another one", async () => {
    const { id } = await ask("How do I reset my VPN token?");
    const first = await post("/api/v1/feedback", { answer: id, vote: "helpful" });
    const second = await post("/api/v1/feedback", {
      answer: id,
      vote: "not-helpful",
      note: "A picture.",
    });
    expect([first.status, second.status]).toEqual([204, 204]);
  });

  it("says that an answer is not known", async () => {
    const response = await post("/api/v1/feedback", { answer: "forged", vote: "helpful" });
    await expectProblem(response, 404, "not-found");
  });

  it("refuses a vote that is none", async () => {
    const response = await post("/api/v1/feedback", { answer: "x", vote: "so-so" });
    await expectProblem(response, 400, "invalid-request");
  });
});
