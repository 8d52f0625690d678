import { request as plain } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { request as encrypted } from "node:https";
import { DocentError } from "../../src/index.ts";
import type { Clock } from "../../src/index.ts";

/**
 * `fetch` for texts, with a bound on the whole exchange, body included: a server that sends its headers and then nothing is
 * as hung as one that sends nothing. On Node's own client, whose connections are kept alive: a call costs about half of what
 * the built-in `fetch` takes. Redirects are not followed. Of a reply only `text` can be read.
 */
export function createTimedFetch(clock: Clock, ms: number): typeof fetch {
  return async (input, { method = "GET", headers, body } = {}) => {
    if (body !== undefined && body !== null && typeof body !== "string") {
      throw new DocentError("platform-refused", "Only texts can be sent to Slack", {
        remedy: "Send what is not text in another way.",
      });
    }
    const url = new URL(input instanceof Request ? input.url : input);
    const bytes = Buffer.from(body ?? "");
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    const request = url.protocol === "https:" ? encrypted : plain;
    const options = { method, headers: { ...plainly(headers), "content-length": bytes.length } };
    const sending = request(url, options, (response) => read(response, resolve, reject));
    sending.on("error", reject);
    sending.end(bytes);
    const callOff = clock.after(ms, () => {
      sending.destroy(new Error(`no answer within ${ms} ms`));
    });
    try {
      return await promise;
    } finally {
      callOff();
    }
  };
}

/** The whole reply; events cost a tenth of what reading it as an iterator would. */
function read(
  response: IncomingMessage,
  resolve: (response: Response) => void,
  reject: (error: unknown) => void,
): void {
  const parts: Buffer[] = [];
  response.on("data", (part: Buffer) => parts.push(part));
  response.on("error", reject);
  response.on("end", () => {
    const { statusCode: status = 0, statusMessage: statusText = "", headers } = response;
    const content = Buffer.concat(parts).toString("utf8");
    try {
      const head = new Response(null, { status, statusText, headers: listed(headers) });
      // With the content in it, it would be a stream: half the cost of the call.
      resolve(Object.defineProperty(head, "text", { value: async () => content }));
    } catch (error) {
      reject(error); // A status that there is none of.
    }
  });
}

function plainly(headers: RequestInit["headers"]): Readonly<Record<string, string>> {
  if (headers instanceof Headers || Array.isArray(headers))
    return Object.fromEntries(new Headers(headers));
  return { ...headers } as Record<string, string>;
}

function listed(headers: IncomingHttpHeaders): [string, string][] {
  return Object.entries(headers).map(([name, value]) => [name, String(value)]);
}
