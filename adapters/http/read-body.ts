import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { z } from "zod";
import { LIMITS } from "./limits.ts";
import { ProblemError } from "./problem.ts";
import type { WebContext, WebEnv } from "./web-env.ts";

/**
 * Refuses a large body by its announced length, and one that announced none as soon as it grows too large. What is still
 * on its way is thrown away for half a second, so that the caller hears why, and then the connection is closed.
 */
export const limitBody: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (c.req.header("transfer-encoding") !== undefined) return limitStream(c, next);
  // Node reads no more than was announced. Looking at the length alone leaves the body's fast way to JSON open.
  if (Number(c.req.header("content-length") ?? 0) > LIMITS.body) throw tooLarge();
  return next();
};

const limitStream = bodyLimit({
  maxSize: LIMITS.body,
  onError: () => {
    throw tooLarge();
  },
});

function tooLarge(): ProblemError {
  return new ProblemError({
    name: "body-too-large",
    detail: `The body is larger than ${LIMITS.body / 1024} kB.`,
    remedy: "Send less: a question has at most 4,000 characters.",
  });
}

/** The body as JSON of the given shape. Throws a problem that names each part that is wrong. */
export async function readJson<Shape extends z.ZodType>(
  c: WebContext,
  shape: Shape,
): Promise<z.output<Shape>> {
  requireType(c, /^application\/json(?:\s*;|$)/iu, "application/json");
  return checked(shape, parseJson(await c.req.arrayBuffer()));
}

/** The body as the fields of an HTML form. */
export async function readForm<Shape extends z.ZodType>(
  c: WebContext,
  shape: Shape,
): Promise<z.output<Shape>> {
  requireType(
    c,
    /^application\/x-www-form-urlencoded(?:\s*;|$)/iu,
    "application/x-www-form-urlencoded",
  );
  return checked(shape, Object.fromEntries(new URLSearchParams(await c.req.text())));
}

/** What stands behind the question mark, as the given shape. */
export function readQuery<Shape extends z.ZodType>(c: WebContext, shape: Shape): z.output<Shape> {
  return checked(shape, c.req.query());
}

function requireType(c: WebContext, type: RegExp, name: string): void {
  const encoding = c.req.header("content-encoding") ?? "identity";
  if (encoding === "identity" && type.test(c.req.header("content-type") ?? "")) return;
  throw new ProblemError({
    name: "unsupported-media-type",
    detail:
      encoding === "identity" ? `The body must be ${name}.` : "The body must not be compressed.",
    remedy: `Send it with “Content-Type: ${name}” and without Content-Encoding.`,
  });
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

function parseJson(body: ArrayBuffer): unknown {
  try {
    return JSON.parse(UTF8.decode(body)) as unknown;
  } catch (error) {
    throw new ProblemError({
      name: "not-json",
      detail:
        error instanceof SyntaxError
          ? "The body is not valid JSON."
          : "The body is not valid UTF-8.",
      remedy: 'Send a JSON object, such as {"question": "What is Docker?"}.',
    });
  }
}

function checked<Shape extends z.ZodType>(shape: Shape, given: unknown): z.output<Shape> {
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, 10).map((issue) => ({
    where: issue.path.length === 0 ? "(the whole)" : issue.path.map(String).join("."),
    message: issue.message,
  }));
  throw new ProblemError({
    name: "invalid-request",
    detail: errors.map(({ where, message }) => `${where}: ${message}`).join("; "),
    remedy: "The description is at /docs, and for programs at /openapi.json.",
    errors,
  });
}
