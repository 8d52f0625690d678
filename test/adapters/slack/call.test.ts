import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCall } from "../../../adapters/slack/call.ts";
import type { Exchange, Reply } from "../../../adapters/slack/exchange.ts";
import { failureOf } from "../../../adapters/slack/failure.ts";

const said = (text: string, more: Partial<Reply> = {}): Reply => ({
  status: 200,
  statusText: "OK",
  headers: {},
  text,
  ...more,
});

function calling(exchange: Exchange) {
  return createCall({ botToken: "xoxb-1", apiUrl: "https://slack.example/api/" }, exchange);
}

const failing = async (exchange: Exchange): Promise<unknown> => {
  const error = await calling(exchange)("chat.postMessage", {}).catch((caught: unknown) => caught);
  return failureOf(error);
};

describe("a call of the Web API", () => {
  it("sends form fields with structures as JSON, and the token in its header and nowhere else", async () => {
    const posts: { url: string; body: string; headers: Readonly<Record<string, string>> }[] = [];
    const call = calling(async (url, post) => {
      posts.push({ url: url.href, ...post });
      return said('{"ok":true,"ts":"1.2"}', { headers: { "x-oauth-scopes": "a:b, c:d" } });
    });
    const blocks = [{ type: "divider" }];
    const args = { channel: "C1", blocks, limit: 3, inclusive: false, left: undefined, out: null };
    expect(await call("chat.postMessage", args)).toEqual({
      reply: { ok: true, ts: "1.2" },
      scopes: ["a:b", "c:d"],
    });
    expect(posts[0]?.url).toBe("https://slack.example/api/chat.postMessage");
    expect(posts[0]?.headers).toMatchObject({ authorization: "Bearer xoxb-1" });
    expect(Object.fromEntries(new URLSearchParams(posts[0]?.body))).toEqual({
      channel: "C1",
      blocks: '[{"type":"divider"}]',
      limit: "3",
      inclusive: "false",
    });
  });

  it("brings any text to the other side as it is, lone surrogates excepted", () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        let body = "";
        const call = calling(async (_, post) => {
          body = post.body;
          return said('{"ok":true}');
        });
        await call("chat.postMessage", { text, blocks: [{ text }] });
        const sent = new URLSearchParams(body);
        expect(sent.get("text")).toBe(text.toWellFormed());
        const [block] = JSON.parse(sent.get("blocks") ?? "") as { text: string }[];
        expect(block?.text.toWellFormed()).toBe(text.toWellFormed());
      }),
    ));

  it.each<[string, Reply, unknown]>([
    [
      "no",
      said('{"ok":false,"error":"not_in_channel"}'),
      { kind: "refused", code: "not_in_channel" },
    ],
    [
      "that it is in trouble",
      said('{"ok":false,"error":"internal_error"}'),
      { kind: "unsure", code: "internal_error" },
    ],
    ["neither yes nor no", said("{}"), { kind: "unsure", code: "unreachable" }],
    ["something that is no JSON", said("<html>"), { kind: "unsure", code: "unreachable" }],
    ["JSON that is no object", said("null"), { kind: "unsure", code: "unreachable" }],
    ["500", said("oops", { status: 500 }), { kind: "unsure", code: "http_500" }],
    ["302", said("", { status: 302 }), { kind: "unsure", code: "http_302" }],
    [
      "later",
      said("", { status: 429, headers: { "retry-after": "30" } }),
      { kind: "limited", retryInMs: 30_000 },
    ],
    ["later, but not when", said("", { status: 429 }), { kind: "limited", retryInMs: 5000 }],
    [
      "later, but nonsense about when",
      said("", { status: 429, headers: { "retry-after": "soon" } }),
      { kind: "limited", retryInMs: 5000 },
    ],
  ])("tells what it means when Slack says %s", async (_, reply, failure) => {
    expect(await failing(async () => reply)).toEqual(failure);
  });

  it("does not know whether it was done where nothing came back", async () => {
    expect(await failing(() => Promise.reject(new Error("reset")))).toEqual({
      kind: "unsure",
      code: "unreachable",
    });
  });
});
