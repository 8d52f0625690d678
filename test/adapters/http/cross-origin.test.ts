import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PAGES } from "./pages.ts";
import { send } from "./send.ts";
import { serve, snapshotOf } from "./serve.ts";
import type { Served } from "./serve.ts";

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const VOTE = "answer=x&vote=helpful&q=vpn";
const EVIL = { origin: "https://evil.example" };

describe("fault 82: what pages of other sites may do", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ snapshot: snapshotOf(PAGES) });
  });
  afterAll(() => served.stop());

  it.each([
    ["a form of another site", { ...FORM, ...EVIL }, 403],
    ["a form of a frame without an origin", { ...FORM, origin: "null" }, 403],
    ["a form that says it comes from elsewhere", { ...FORM, "sec-fetch-site": "cross-site" }, 403],
    ["a form from a neighbour", { ...FORM, "sec-fetch-site": "same-site" }, 403],
    ["a form that does not say where it comes from", FORM, 403],
    ["a form of our own", { ...FORM, host: "localhost:1", origin: "http://localhost:1" }, 303],
  ])("a vote by %s is treated as it should be", async (_, headers, status) => {
    expect(await send(`${served.url}/feedback`, "POST", headers, VOTE)).toBe(status);
  });

  it.each([
    "/feedback?answer=x&vote=helpful&q=vpn",
    "/api/v1/feedback?answer=x&vote=helpful",
    "/api/v1/ask?question=vpn",
  ])("nothing is changed by reading %s", async (path) => {
    expect(await send(served.url + path, "GET", {})).toBe(405);
    expect(await send(served.url + path, "HEAD", {})).toBe(405);
  });

  it("a script is refused at the API, whatever it calls its body", async () => {
    const ask = (headers: Record<string, string>): Promise<number> =>
      send(`${served.url}/api/v1/ask`, "POST", headers, '{"question":"vpn"}');
    expect(await ask({ "content-type": "application/json", ...EVIL })).toBe(403);
    expect(await ask({ "content-type": "text/plain" })).toBe(415);
  });

  it.each(["/api/v1/ask", "/api/v1/topics", "/feedback", "/"])(
    "a browser that asks first whether it may use %s is told no",
    async (path) => {
      const response = await fetch(served.url + path, {
        method: "OPTIONS",
        headers: {
          ...EVIL,
          "access-control-request-method": "POST",
          "access-control-request-headers": "content-type",
        },
      });
      await response.text();
      expect(response.status).toBe(403);
      expect(allowed(response)).toEqual([]);
    },
  );

  it("nothing is theirs to read", async () => {
    const response = await fetch(`${served.url}/api/v1/topics`, { headers: EVIL });
    await response.text();
    expect(allowed(response)).toEqual([]);
    expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });

  it.each([
    ["an image", "cross-site", "no-cors", "image", 403],
    ["a frame", "cross-site", "navigate", "iframe", 403],
    ["a script of a neighbour", "same-site", "cors", "empty", 403],
    ["a link that was followed", "cross-site", "navigate", "document", 200],
    ["a script of our own", "same-origin", "cors", "empty", 200],
    ["an address that was typed", "none", "navigate", "document", 200],
  ])("%s asks a question: %s, %s, %s gives %d", async (_, site, mode, dest, status) => {
    const before = served.log.lines.length;
    const headers = { "sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest };
    expect(await send(`${served.url}/?q=vpn`, "GET", headers)).toBe(status);
    const asked = served.log.lines.slice(before).filter(({ message }) => message === "a question");
    expect(asked).toHaveLength(status === 200 ? 1 : 0);
  });
});

function allowed(response: Response): readonly string[] {
  return [...response.headers.keys()].filter((name) => name.startsWith("access-control-"));
}
