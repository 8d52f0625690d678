import { describe, expect, it } from "vitest";
import { knowledgeFolder } from "../support/knowledge-folder.ts";
import { startMain } from "../support/start-main.ts";

const PAGES = { "vpn.md": "# VPN\n\nThe VPN connects laptops.\n" };
const AT_ONCE = 50;
const QUESTIONS = 2_000;

async function ask(address: string): Promise<number> {
  const response = await fetch(`${address}/api/v1/ask`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question: `What does the VPN connect? ${"laptops ".repeat(400)}` }),
  });
  await response.arrayBuffer();
  return response.status;
}

describe("the running program", { timeout: 120_000 }, () => {
  it("fault 91: with little memory and a storm of questions refuses what is too much, and goes on", async () => {
    const folder = knowledgeFolder(PAGES);
    const main = startMain({
      KNOWLEDGE_SOURCE: folder,
      NODE_OPTIONS: "--max-old-space-size=64",
    });
    const address = await main.address();
    const statuses = new Map<number, number>();
    let left = QUESTIONS;
    const askers = Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) {
        const status = await ask(address);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    });
    await Promise.all(askers);
    expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(QUESTIONS);
    expect([...statuses.keys()].filter((status) => ![200, 429, 503].includes(status))).toEqual([]);
    expect(statuses.get(429) ?? 0).toBeGreaterThan(0);
    expect(main.child.exitCode).toBeNull();
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  it("fault 91: without the memory to live on ends with a failure, and the next start with enough serves", async () => {
    const folder = knowledgeFolder(PAGES);
    const starved = startMain({ KNOWLEDGE_SOURCE: folder, NODE_OPTIONS: "--max-old-space-size=8" });
    await starved.exited;
    expect(starved.child.signalCode ?? starved.child.exitCode).not.toBe(0);
    expect(starved.errors()).toContain("out of memory");
    const main = startMain({ KNOWLEDGE_SOURCE: folder, DATA_DIR: starved.dataDir });
    expect(await ask(await main.address())).toBe(200);
  });
});
