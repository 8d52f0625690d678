import { createHmac } from "node:crypto";

export interface SignedPost {
  readonly url: string;
  readonly secret: string;
  readonly body: string;
  /** Epoch seconds. */
  readonly timestamp: number;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as Slack signs it; `headers` may spoil it. */
export function signedPost({
  url,
  secret,
  body,
  timestamp,
  contentType,
  headers,
}: SignedPost): Promise<Response> {
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
  return fetch(url, {
    method: "POST",
    body,
    headers: {
      "content-type": contentType ?? "application/json",
      "x-slack-request-timestamp": String(timestamp),
      "x-slack-signature": signature,
      ...headers,
    },
  });
}

/** A payload as Slack sends it over HTTP: events as JSON, commands and interactions as forms. */
export function encoded(payload: Readonly<Record<string, unknown>>): {
  readonly body: string;
  readonly contentType: string;
} {
  const form = "application/x-www-form-urlencoded";
  if ("event" in payload || "challenge" in payload)
    return { body: JSON.stringify(payload), contentType: "application/json" };
  if (typeof payload["command"] === "string") {
    const fields = Object.entries(payload).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    return { body: new URLSearchParams(fields).toString(), contentType: form };
  }
  return {
    body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
    contentType: form,
  };
}
