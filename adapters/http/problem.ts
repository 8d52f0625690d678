import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { WebContext } from "./web-env.ts";

/** What may go wrong for a caller; the list is closed and the names do not change. */
export const PROBLEMS = {
  "invalid-request": { status: 400, title: "The request is not as described" },
  "not-json": { status: 400, title: "The body is not JSON" },
  "question-too-long": { status: 400, title: "The question is too long" },
  unauthorized: { status: 401, title: "A token is needed" },
  "foreign-origin": { status: 403, title: "The request comes from another site" },
  "not-found": { status: 404, title: "There is nothing here" },
  "method-not-allowed": { status: 405, title: "This address does not take this method" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "The body is of another type" },
  "unknown-host": { status: 421, title: "Docent is not known by this name" },
  "rate-limited": { status: 429, title: "Too many requests" },
  "internal-error": { status: 500, title: "Something went wrong on our side" },
  "no-knowledge": { status: 503, title: "No knowledge is loaded" },
  "question-too-hard": { status: 503, title: "The question takes too long" },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string }>;

export type ProblemName = keyof typeof PROBLEMS;

/** An error as RFC 9457 describes it: what is wrong, where, and what to do. */
export interface WebProblem {
  readonly name: ProblemName;
  readonly detail: string;
  readonly remedy: string;
  /** Parts of the request that are to blame. */
  readonly errors?: readonly { readonly where: string; readonly message: string }[];
  readonly retryInMs?: number;
  /** What the admins find it by, where that is not the trace. */
  readonly id?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The stable name of a problem, as `type` carries it. */
export function problemType(name: ProblemName): string {
  return `urn:docent:problem:${name}`;
}

/** Thrown anywhere below a route; drawn by the application as JSON or as a page. */
export class ProblemError extends Error {
  readonly problem: WebProblem;

  constructor(problem: WebProblem) {
    super(problem.detail);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** Headers that belong to a problem however it is drawn. */
export function problemHeaders({ retryInMs, headers }: WebProblem): Record<string, string> {
  return {
    ...headers,
    ...(retryInMs !== undefined && {
      "retry-after": String(Math.max(1, Math.ceil(retryInMs / 1_000))),
    }),
  };
}

export function problemResponse(c: WebContext, problem: WebProblem): Response {
  const { status, title } = PROBLEMS[problem.name];
  const body = {
    type: problemType(problem.name),
    title,
    status,
    detail: problem.detail,
    remedy: problem.remedy,
    ...(problem.errors !== undefined && { errors: problem.errors }),
    ...(problem.id !== undefined && { id: problem.id }),
    trace: c.get("trace"),
  };
  return c.body(JSON.stringify(body), status, {
    ...problemHeaders(problem),
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  });
}
