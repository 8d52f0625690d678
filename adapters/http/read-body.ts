import type { IncomingMessage } from "node:http";
import type { z } from "zod";
import { LIMITS } from "./limits.ts";
import { ProblemError } from "./problem.ts";
import type { WebContext } from "./web-env.ts";

const JSON_TYPE = /^application\/json(?:\s*;|$)/iu;
const FORM_TYPE = /^application\/x-www-form-urlencoded(?:\s*;|$)/iu;

/** The body as JSON of the given shape. Throws a problem that names each part that is wrong. */
export async function readJson<Shape extends z.ZodType>(
  c: WebContext,
  shape: Shape,
): Promise<z.output<Shape>> {
  const bytes = readBody(c, JSON_TYPE, "application/json");
  return checked(shape, parseJson(decode(Buffer.isBuffer(bytes) ? bytes : await bytes)));
}

/** The body as the fields of an HTML form. */
export async function readForm<Shape extends z.ZodType>(
  c: WebContext,
  shape: Shape,
): Promise<z.output<Shape>> {
  const text = decode(await readBody(c, FORM_TYPE, "application/x-www-form-urlencoded"));
  return checked(shape, Object.fromEntries(new URLSearchParams(text)));
}

/** What stands behind the question mark, as the given shape. */
export function readQuery<Shape extends z.ZodType>(c: WebContext, shape: Shape): z.output<Shape> {
  return checked(shape, c.req.query());
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** At once where the body came together with its headers, as small ones do. */
function readBody(c: WebContext, type: RegExp, name: string): Buffer | Promise<Buffer> {
  const { incoming } = c.env;
  const announced = Number(incoming.headers["content-length"] ?? Number.NaN);
  // Refused by what it announces, nothing of it is read. Node reads no more than was announced.
  if (announced > LIMITS.body) throw tooLarge();
  requireType(incoming, type, name);
  const whole: unknown = incoming.readableLength === announced ? incoming.read() : undefined;
  if (!Buffer.isBuffer(whole)) return readBytes(incoming);
  // To its end, where nothing is left: who serves sees to what nobody has read.
  incoming.resume();
  return whole;
}

function decode(bytes: Buffer): string {
  try {
    return UTF8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw notJson("The body is not valid UTF-8.");
    throw error;
  }
}

function requireType({ headers }: IncomingMessage, type: RegExp, name: string): void {
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding === "identity" && type.test(headers["content-type"] ?? "")) return;
  throw new ProblemError({
    name: "unsupported-media-type",
    detail:
      encoding === "identity" ? `The body must be ${name}.` : "The body must not be compressed.",
    remedy: `Send it with “Content-Type: ${name}” and without Content-Encoding.`,
  });
}

/**
 * The whole body. One that announced no length is refused as soon as it has grown too large; what is still on its way is
 * thrown away by the server for half a second, so that the caller hears why, and then the connection is closed.
 */
function readBytes(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let ended = false;
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= LIMITS.body) return;
      incoming.off("data", take).pause();
      reject(tooLarge());
    };
    incoming
      .on("data", take)
      .once("end", () => {
        ended = true;
        const [first] = chunks;
        resolve(first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks));
      })
      .once("error", reject)
      .once("close", () => {
        // An error costs its stack: none is made for each request that went well.
        if (!ended) reject(new Error("The caller went away before the body ended"));
      });
  });
}

function tooLarge(): ProblemError {
  return new ProblemError({
    name: "body-too-large",
    detail: `The body is larger than ${LIMITS.body / 1024} kB.`,
    remedy: "Send less: a question has at most 4,000 characters.",
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw notJson("The body is not valid JSON.");
    throw error;
  }
}

function notJson(detail: string): ProblemError {
  return new ProblemError({
    name: "not-json",
    detail,
    remedy: 'Send a JSON object, such as {"question": "What is Docker?"}.',
  });
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
