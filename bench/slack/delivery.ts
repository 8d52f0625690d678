import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import type { FakeSlack } from "../../test/fakes/slack/fake-slack.ts";

/** Brings an event to the bot; resolves when it is acknowledged. */
export type Deliver = (payload: Readonly<Record<string, unknown>>) => Promise<void>;

export function overSocket(slack: FakeSlack): Deliver {
  return async (payload) => {
    await slack.socket.deliver("events_api", payload);
  };
}

/** The driver's own cost stays small: connections are kept, and nothing is parsed. */
export function overHttp(port: number, secret: string): Deliver {
  const agent = new Agent({ keepAlive: true, maxSockets: 1024 });
  return (payload) =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(payload);
      const timestamp = Math.floor(Date.now() / 1000);
      const signature = createHmac("sha256", secret)
        .update(`v0:${timestamp}:${body}`)
        .digest("hex");
      const headers = {
        "content-type": "application/json",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": `v0=${signature}`,
      };
      const where = { agent, port, host: "127.0.0.1", path: "/slack/events", method: "POST" };
      const sending = request({ ...where, headers }, (response) => {
        response.resume();
        response.once("end", () =>
          response.statusCode === 200
            ? resolve()
            : reject(new Error(`answered with ${response.statusCode}`)),
        );
      });
      sending.once("error", reject);
      sending.end(body);
    });
}
