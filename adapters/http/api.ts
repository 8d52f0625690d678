import { Hono } from "hono";
import { passageJson } from "./answer-json.ts";
import { createAnswerText } from "./answer-text.ts";
import { askOnce } from "./ask-once.ts";
import { entityTag } from "./entity-tag.ts";
import { sendJson } from "./frame.ts";
import { limitRate, refuseOver } from "./gate.ts";
import { noticeProblem } from "./notice-problem.ts";
import { openApiDocument } from "./openapi.ts";
import { ProblemError } from "./problem.ts";
import type { Spend } from "./rate-limits.ts";
import { readJson, readQuery } from "./read-body.ts";
import { askShape, feedbackShape, suggestQuery } from "./schemas.ts";
import type { WebContext, WebEnv } from "./web-env.ts";
import type { WebParts } from "./web-parts.ts";

/** The API: everything the page can do, for programs. What it does is described in `operations.ts`. */
export function createApi(services: WebParts, spend: Spend, withTokens: boolean): Hono<WebEnv> {
  const { assistant, knowledge } = services;
  const api = new Hono<WebEnv>();
  const read = limitRate("read", spend);
  const textOf = createAnswerText();

  /** What depends on the knowledge and the caller alone: not sent again as long as both are the same. */
  async function send(c: WebContext, payload: () => Promise<object>): Promise<Response> {
    const tag = entityTag(knowledge.snapshot.facts.version, c.get("asker"));
    c.header("vary", "authorization");
    if (c.req.header("if-none-match")?.includes(tag) === true)
      return c.body(null, 304, { etag: tag });
    return c.json(await payload(), 200, { etag: tag });
  }

  api.post("/api/v1/ask", async (c) => {
    // A step less than `limitRate`, on the way of what is asked for most.
    refuseOver(await spend("ask", c.get("asker").id));
    const { question, conversation } = await readJson(c, askShape);
    const asked = await askOnce(services, {
      text: question,
      asker: c.get("asker"),
      trace: c.get("trace"),
      conversation,
    });
    if (asked.kind === "notice") throw new ProblemError(noticeProblem(asked.notice));
    return sendJson(c, textOf(asked.answer));
  });

  api.get("/api/v1/suggest", read, (c) => {
    const { q, limit } = readQuery(c, suggestQuery);
    return send(c, async () => ({
      suggestions: await assistant.suggest(q, c.get("asker"), limit),
    }));
  });

  api.get("/api/v1/topics", read, (c) =>
    send(c, async () => ({ topics: await assistant.topics(c.get("asker")) })),
  );

  api.get("/api/v1/passages/:id{.+}", read, async (c) => {
    const passage = await assistant.read(c.req.param("id"), c.get("asker"));
    // Before the ETag is looked at: what is not there has not stayed the same.
    if (passage !== undefined) return send(c, async () => passageJson(passage));
    throw new ProblemError({
      name: "not-found",
      detail: "No passage has this id.",
      remedy: "Take the id from a citation, and percent-encode it.",
    });
  });

  api.post("/api/v1/feedback", read, async (c) => {
    const { answer, vote, note } = await readJson(c, feedbackShape);
    if (await assistant.rate(answer, c.get("asker"), vote, note)) return c.body(null, 204);
    throw new ProblemError({
      name: "not-found",
      detail: "No answer has this id any more.",
      remedy: "Votes count for a week after the answer; ask again.",
    });
  });

  const description = JSON.stringify(openApiDocument(withTokens), null, 2);
  api.get("/openapi.json", read, (c) =>
    c.body(description, 200, { "content-type": "application/json" }),
  );

  return api;
}
