import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noKnowledge } from "../../../src/reload/no-knowledge.ts";
import { expectHarmless } from "./harmless.ts";
import { PAGES } from "./pages.ts";
import { serve, snapshotOf } from "./serve.ts";
import type { Served } from "./serve.ts";

let served: Served;
beforeAll(async () => {
  served = await serve({ snapshot: snapshotOf(PAGES) });
});
afterAll(() => served.stop());

async function page(path: string, status = 200): Promise<string> {
  const response = await fetch(served.url + path, {
    headers: { accept: "text/html" },
    redirect: "manual",
  });
  const html = await response.text();
  expect(response.status, html).toBe(status);
  expect(response.headers.get("content-type")).toBe("text/html; charset=UTF-8");
  return html;
}

const mainOf = (html: string): string => /<main[^>]*>(.*)<\/main>/su.exec(html)?.[1] ?? "";

describe("the pages without a script", () => {
  it("begin with a field, questions to start with, and topics", async () => {
    const html = await page("/");
    expect(html).toContain('<form class="ask" role="search" action="/" method="get">');
    expect(html).toContain("How do I reset my VPN token?");
    expect(html).toContain('href="/topics#topic-');
    expectHarmless(mainOf(html));
  });

  it("answer a question at an address that can be shared", async () => {
    const html = await page("/?q=How+do+I+reset+my+VPN+token%3F");
    expect(html).toContain('value="How do I reset my VPN token?"');
    expect(html).toContain("token portal");
    expect(html).toContain('href="/passages/it/vpn.md%23reset-your-vpn-token?lines=');
    expectHarmless(mainOf(html));
  });

  it("show a passage in full with the cited lines lit", async () => {
    const html = await page("/passages/it/vpn.md%23reset-your-vpn-token?lines=18-18#cited");
    expect(html).toMatch(/<li[^>]*class="lit"[^>]*>/u);
    expect(html).toContain("line 18");
  });

  it("do not speak of lit lines where a shared link names some that lie elsewhere by now", async () => {
    const html = await page("/passages/it/vpn.md%23reset-your-vpn-token?lines=400-401#cited");
    expect(html).toContain("Reset token");
    expect(html).not.toMatch(/class="(?:lit|legend)"/u);
  });

  it("follow a link from one page of the knowledge to another", async () => {
    const html = await page("/passages/it/vpn.md%23vpn");
    expect(html).toContain('href="/passages/it/printers.md%23printers"');
    const response = await fetch(`${served.url}/passages/it/printers.md`, { redirect: "manual" });
    expect(response.headers.get("location")).toBe("/passages/it/printers.md%23printers");
  });

  it.each(["/?q=%20%20", "/?q=", "/?x=1", "/?q=&q=vpn"])(
    "take %s for no question",
    async (path) => {
      expect(await page(path)).toContain("What would you like to know?");
    },
  );

  it("greet back, and offer questions to start with", async () => {
    const html = await page("/?q=hello");
    expect(html).toContain("Always glad to help: ask me a question");
    expect(html).toContain("How do I reset my VPN token?");
  });

  it("count a vote once and come back to the same answer", async () => {
    const asked = await page("/?q=How+do+I+reset+my+VPN+token%3F");
    const answer = /name="answer" value="([\w-]+)"/u.exec(asked)?.[1] ?? "";
    const vote = new URLSearchParams({
      answer,
      vote: "not-helpful",
      q: "How do I reset my VPN token?",
    });
    const response = await fetch(`${served.url}/feedback`, {
      method: "POST",
      body: vote,
      headers: { origin: served.url },
      redirect: "manual",
    });
    expect(response.status).toBe(303);
    const again = await page(response.headers.get("location") ?? "");
    expect(again).toContain(`name="answer" value="${answer}"`);
    expect(again).toMatch(/value="not-helpful"\s+aria-pressed="true"/u);
    expect(again).toMatch(/<form\s+class="missing"\s+method="post"\s+action="\/feedback"\s*>/u);
  });

  it("say what is wrong, what to do, and how to find it in the log", async () => {
    const response = await fetch(`${served.url}/nowhere`, { headers: { accept: "text/html" } });
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(html).toContain("There is nothing here");
    expect(html).toContain(response.headers.get("docent-trace") ?? "none");
  });

  it("say in words when to come back, where a program finds it in a header", async () => {
    const once = { points: 1, seconds: 60 };
    const strict = await serve({
      snapshot: snapshotOf(PAGES),
      services: { rates: { ask: once, read: once, refused: once } },
    });
    const visit = (): Promise<Response> =>
      fetch(`${strict.url}/?q=vpn`, { headers: { accept: "text/html" } });
    await (await visit()).text();
    const refused = await visit();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    const html = await refused.text();
    expect(html).toMatch(/Please come back in (?:1 minute|\d+ seconds)\./u);
    expect(html).not.toContain("Retry-After");
    await strict.stop();
  });

  it("say what to do where no knowledge is loaded", async () => {
    const bare = await serve({ snapshot: noKnowledge(new Error("the folder is empty")) });
    const visit = (path: string): Promise<Response> =>
      fetch(bare.url + path, { headers: { accept: "text/html" } });
    const home = await (await visit("/")).text();
    expect(home).toContain("KNOWLEDGE_SOURCE");
    expect(home).not.toContain("0 pages of your own");
    expect(await (await visit("/topics")).text()).toContain("There is nothing here");
    const asked = await visit("/?q=vpn");
    expect(asked.status).toBe(503);
    expect(await asked.text()).toContain("No knowledge is loaded");
    await bare.stop();
  });

  it("say the same of a page that is not there and of one that this reader may not read", async () => {
    const strip = (html: string): string => html.replaceAll(/<code>[\w-]{12}<\/code>/gu, "");
    expect(strip(await page("/passages/hr/secrets.md%23bonus", 404))).toBe(
      strip(await page("/passages/hr/none.md%23bonus", 404)),
    );
  });

  it("show what a chat would show, without leaving a trace of a question", async () => {
    const before = served.log.lines.length;
    const html = await page("/?q=VPN+gateways&view=chats");
    expect(html).toContain("As in Slack");
    expect(html).toContain("gateway-asia");
    expect(served.log.lines.slice(before).map(({ message }) => message)).not.toContain(
      "a question",
    );
    expectHarmless(mainOf(html));
  });

  it.each(["", "&view=why", "&view=chats"])(
    "fault 83: never run what a page or a question brings along (view %j)",
    async (view) => {
      const question = 'xylophone attack "><script>window.pwned=1</script></title></style>\u202E';
      const html = await page(`/?q=${encodeURIComponent(question)}${view}`);
      expectHarmless(mainOf(html));
      expect(html.match(/<script/gu)).toHaveLength(1);
      expect(html).toContain("&lt;script&gt;");
    },
  );

  it("fault 87: write one line a question, with the trace and without the question", async () => {
    const before = served.log.lines.length;
    const response = await fetch(
      `${served.url}/?q=${encodeURIComponent('vpn CANARY\r\n{"level":"error"} \u001B[31m')}`,
    );
    const trace = response.headers.get("docent-trace") ?? "none";
    expect(await response.text()).toMatch(new RegExp(`<details.*<code>${trace}</code>`, "su"));
    const lines = served.log.lines.slice(before).filter(({ message }) => message === "a question");
    expect(lines).toMatchObject([{ fields: { trace, adapter: "http" } }]);
    expect(served.log.text()).not.toContain("CANARY");
  });

  it("give assets that browsers may keep, because their address changes with them", async () => {
    const html = await page("/");
    for (const [, address = ""] of html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/gu)) {
      const response = await fetch(served.url + address);
      expect(response.headers.get("cache-control")).toContain("immutable");
      expect((await response.text()).length).toBeGreaterThan(100);
      const bare = await fetch(served.url + address.replace(/\?.*/u, ""), {
        headers: { "if-none-match": response.headers.get("etag") ?? "" },
      });
      expect(bare.status).toBe(304);
    }
  });
});
