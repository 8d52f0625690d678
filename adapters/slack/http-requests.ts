import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { Clock, Log, Metrics } from "../../src/index.ts";
import { TIMES } from "./limits.ts";
import type { Intake } from "./intake.ts";
import { createVerifier } from "./signature.ts";

/** Serves Slack's signed requests; false: the path is not Slack's, and nothing was written. */
export type HandleRequest = (request: IncomingMessage, response: ServerResponse) => boolean;

const EVENTS_PATH = "/slack/events";
/** Slack's own payloads are far below; what is larger is not read to its end. */
const BODY_LIMIT = 1_000_000;
/** Slack waits three seconds; a listener that has not answered by then is told apart by a bare 200. */
const ANSWER_WITHIN_MS = 2500;

const payload = z.looseObject({ type: z.string().optional() });

/**
 * One path for events, commands and interactions, as Slack allows. The signature is checked over the raw bytes before
 * anything is parsed; whoever cannot sign gets a 401 and no more.
 */
export function createRequests(
  signingSecret: string,
  intake: Pick<Intake, "take" | "isOpen">,
  { clock, log, metrics }: { readonly clock: Clock; readonly log: Log; readonly metrics: Metrics },
): HandleRequest {
  const verify = createVerifier(signingSecret, clock);
  let warnedAt = Number.NEGATIVE_INFINITY;

  /** Once in a while: whoever recorded a request could send it again and again. */
  function warnOfClock(): void {
    const now = clock.now();
    if (Math.abs(now - warnedAt) < TIMES.clockWarning) return;
    warnedAt = now;
    log.warn(
      {
        remedy:
          "Set this machine's clock, best by NTP; if it is right, somebody sends old requests again.",
      },
      "Slack's requests are refused: they are signed for another time than this machine's clock shows",
    );
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (body === undefined) {
      metrics.count("slack_requests_refused_total", { why: "too-large" });
      end(response, 413, { connection: "close" });
      return;
    }
    const verdict = verify({
      timestamp: one(request.headers["x-slack-request-timestamp"]),
      signature: one(request.headers["x-slack-signature"]),
      body,
    });
    if (verdict !== "valid") {
      metrics.count("slack_requests_refused_total", { why: verdict });
      if (verdict === "clock") warnOfClock();
      end(response, verdict === "replayed" ? 200 : 401);
      return;
    }
    const parsed = parse(body.toString("utf8"), request.headers["content-type"] ?? "");
    if (typeof parsed === "number") {
      metrics.count("slack_requests_refused_total", { why: "unreadable" });
      end(response, parsed);
      return;
    }
    if (parsed["ssl_check"] !== undefined) end(response, 200);
    else if (parsed["type"] === "url_verification")
      json(response, { challenge: parsed["challenge"] });
    else await handOn(parsed, request, response);
  }

  async function handOn(
    body: Record<string, unknown>,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const finish = (content?: unknown): void => {
      callOff();
      if (response.headersSent) return;
      if (content === undefined || content === "") end(response, 200);
      else if (typeof content === "string")
        end(response, 200, { "content-type": "text/plain" }, content);
      else json(response, content);
    };
    const callOff = clock.after(ANSWER_WITHIN_MS, () => finish());
    const retryNum = one(request.headers["x-slack-retry-num"]);
    const retryReason = one(request.headers["x-slack-retry-reason"]);
    await intake.take({
      body,
      ack: async (content?: unknown) => finish(content),
      ...(retryNum !== undefined && { retryNum: Number(retryNum) }),
      ...(retryReason !== undefined && { retryReason }),
    });
    // Nothing was taken: it was closed in the meantime.
    if (!response.headersSent) end(response, 503);
    callOff();
  }

  return (request, response) => {
    const path = (request.url ?? "").split("?", 1)[0];
    if (path !== EVENTS_PATH) return false;
    if (request.method !== "POST") {
      end(response, 405, { allow: "POST" });
      return true;
    }
    // We are starting or stopping: Slack shall try again, and its next try must not look like a replay.
    if (!intake.isOpen()) {
      end(response, 503);
      return true;
    }
    serve(request, response).catch((error: unknown) => {
      log.warn({ error }, "a request of Slack's broke off");
      if (!response.headersSent) end(response, 400);
    });
    return true;
  };
}

/** Undefined where it is larger than the limit: the rest is let go by. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > BODY_LIMIT) return undefined;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(part)) continue;
    length += part.length;
    if (length > BODY_LIMIT) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The body, or the status that refuses it. A content type may carry a charset; it decides how the body is read. */
function parse(text: string, contentType: string): Record<string, unknown> | number {
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase();
  try {
    if (type === "application/json") return payload.parse(JSON.parse(text));
    if (type !== "application/x-www-form-urlencoded") return 415;
    const form = new URLSearchParams(text);
    const nested = form.get("payload");
    return nested === null ? Object.fromEntries(form) : payload.parse(JSON.parse(nested));
  } catch {
    return 400;
  }
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function end(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
  body = "",
): void {
  response.writeHead(status, headers).end(body);
}

function json(response: ServerResponse, content: unknown): void {
  end(response, 200, { "content-type": "application/json" }, JSON.stringify(content));
}
