import { webApi } from "@slack/bolt";
import type { Exchange, Reply } from "./exchange.ts";
import type { SlackSettings } from "./settings.ts";

/** What Slack said; `scopes` where it told what the token may do. */
export interface Said {
  readonly reply: Readonly<Record<string, unknown>>;
  readonly scopes: readonly string[];
}

/** One call of the Web API. */
export type Call = (method: string, args: Readonly<Record<string, unknown>>) => Promise<Said>;

const API = "https://slack.com/api/";

/**
 * Form fields, structures as JSON, the token in its header: https://docs.slack.dev/apis/web-api. Fails as Bolt's own client
 * does. That one queues, retries and walks through every block for debug lines nobody reads, all of which we would have to
 * switch off and some of which cannot be: as much work as the rest of a question's way together.
 */
export function createCall(
  { apiUrl = API, botToken }: Pick<SlackSettings, "apiUrl" | "botToken">,
  exchange: Exchange,
): Call {
  const headers = {
    authorization: `Bearer ${botToken}`,
    "content-type": "application/x-www-form-urlencoded",
  };
  const addresses = new Map<string, URL>();
  function addressOf(method: string): URL {
    const known = addresses.get(method) ?? new URL(apiUrl + method);
    addresses.set(method, known);
    return known;
  }

  return async (method, args) => {
    let came: Reply;
    try {
      came = await exchange(addressOf(method), { headers, body: form(args) });
    } catch (error) {
      throw new webApi.WebAPIRequestError(
        error instanceof Error ? error : new Error(String(error)),
      );
    }
    const { status, statusText, text } = came;
    if (status === 429) throw tooMany(came);
    if (status !== 200) throw new webApi.WebAPIHTTPError(status, statusText, {}, text);
    const reply = parse(text);
    const { ok, error } = reply;
    if (ok === false && typeof error === "string")
      throw new webApi.WebAPIPlatformError({ ...reply, ok, error });
    if (ok !== true) throw new webApi.WebAPIRequestError(new Error("neither yes nor no"));
    const scopes = came.headers["x-oauth-scopes"];
    return { reply, scopes: typeof scopes === "string" ? scopes.trim().split(/\s*,\s*/u) : [] };
  };
}

function form(args: Readonly<Record<string, unknown>>): string {
  let fields = "";
  for (const [name, value] of Object.entries(args)) {
    if (value === undefined || value === null) continue;
    fields += `${fields === "" ? "" : "&"}${name}=${encodeURIComponent(asText(value).toWellFormed())}`;
  }
  return fields;
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A 429 that does not say for how long is one all the same. */
function tooMany({ headers }: Reply): Error {
  const seconds = Number.parseInt(headers["retry-after"] ?? "", 10);
  return Number.isNaN(seconds)
    ? new webApi.WebAPIPlatformError({ ok: false, error: "ratelimited" })
    : new webApi.WebAPIRateLimitedError(seconds);
}

/** What is no JSON object is no reply of Slack's: whether it has done what was asked is not known. */
function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null) return parsed as Record<string, unknown>;
  } catch (error) {
    throw new webApi.WebAPIRequestError(new Error("Slack's reply is not JSON", { cause: error }));
  }
  throw new webApi.WebAPIRequestError(new Error("Slack's reply is not an object"));
}
