import type { IncomingMessage, ServerResponse } from "node:http";

/** The whole body. */
export async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** Form fields, those that hold JSON parsed as Slack does. */
export function readArgs(body: string, contentType: string): Record<string, unknown> {
  if (contentType.startsWith("application/json"))
    return JSON.parse(body) as Record<string, unknown>;
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      /^[[{]/u.test(value) && STRUCTURED.has(name) ? JSON.parse(value) : value,
    ]),
  );
}

const STRUCTURED = new Set([
  "blocks",
  "chunks",
  "view",
  "metadata",
  "prompts",
  "attachments",
  "loading_messages",
]);

/** Answers with JSON. */
export function send(
  response: ServerResponse,
  reply: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, { "content-type": "application/json", ...headers })
    .end(JSON.stringify(reply));
}
