import { Hono } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { DocentError } from "../../src/index.ts";
import { createApi } from "./api.ts";
import { createAssets } from "./assets.ts";
import { createFrame } from "./frame.ts";
import { createGate, limitRate } from "./gate.ts";
import { layout } from "./layout.ts";
import { RATES } from "./limits.ts";
import { isLoopbackName } from "./origin.ts";
import { createPages } from "./pages.ts";
import { createProbes } from "./probes.ts";
import { problemHeaders, problemResponse, ProblemError, PROBLEMS } from "./problem.ts";
import type { WebProblem } from "./problem.ts";
import { problemPage } from "./problem-page.ts";
import { createRateLimits } from "./rate-limits.ts";
import type { WebContext, WebEnv } from "./web-env.ts";
import type { WebConfig, WebParts } from "./web-parts.ts";

/** Everything that is served, from the probes that anybody may ask to the pages behind the gate. */
export function createApp(config: WebConfig, services: WebParts): Hono<WebEnv> {
  const { exposition, knowledge, log } = services;
  const app = new Hono<WebEnv>();
  const spend = createRateLimits(services.rates ?? RATES);
  const tokens = config.web?.tokens ?? [];

  app.use(createFrame(services));
  app.route("/", createProbes(services));

  if (config.web !== undefined || isLoopbackName(config.listen.host)) {
    app.use(createGate(tokens, spend));
    app.get("/metrics", limitRate("read", spend), async (c) =>
      c.body(await exposition.text(), 200, { "content-type": exposition.contentType }),
    );
  }
  if (config.web !== undefined) {
    app.route("/", createAssets());
    app.route("/", createApi(services, spend, tokens.length > 0));
    app.route("/", createPages(config, services, spend));
  }

  // After all others: who got an answer never comes by here.
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c: WebContext, methods) =>
        answer(c, {
          name: "method-not-allowed",
          detail: `${c.req.path} takes ${methods.join(" and ")}.`,
          remedy: "The description is at /docs.",
          headers: { allow: methods.join(", ") },
        }),
    }),
  );

  function answer(c: WebContext, problem: WebProblem): Response | Promise<Response> {
    if (!wantsPage(c)) return problemResponse(c, problem);
    const { title, status } = PROBLEMS[problem.name];
    const main = problemPage(problem, c.get("trace"), c.req.query("q"));
    const page = layout({ title: `${title} · Docent`, main, facts: knowledge.snapshot.facts });
    return c.html(page, status, problemHeaders(problem));
  }

  app.notFound((c) =>
    answer(c, {
      name: "not-found",
      detail: "There is nothing at this address, or nothing that you may read.",
      remedy: "Look through the topics, or ask.",
    }),
  );

  app.onError((error, c) => {
    if (error instanceof ProblemError) return answer(c, error.problem);
    const trace = c.get("trace");
    // Who hung up in the middle of a request hears nothing more.
    if (c.env.incoming.destroyed) log.debug({ trace }, "a caller went away");
    else log.error({ trace, error }, "a request failed");
    return answer(c, failure(error, trace));
  });

  return app;
}

function failure(error: Error, trace: string): WebProblem {
  if (error instanceof DocentError && error.code === "deadline-exceeded") {
    return {
      name: "question-too-hard",
      detail: "That takes too long to look up.",
      remedy: "Ask it in fewer words.",
    };
  }
  return {
    name: "internal-error",
    detail: `Something went wrong on our side (id ${trace}). Nothing you did.`,
    remedy: "Try again; if it stays so, give the admins the id.",
    id: trace,
  };
}

/** People get a page, programs a problem. */
function wantsPage(c: WebContext): boolean {
  return !c.req.path.startsWith("/api/") && (c.req.header("accept") ?? "").includes("text/html");
}
