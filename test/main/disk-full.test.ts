import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { knowledgeFolder } from "../support/knowledge-folder.ts";
import { startMain } from "../support/start-main.ts";
import type { RunningMain } from "../support/start-main.ts";
import { until } from "../support/until.ts";

const QUESTION = "What does the VPN connect?";
const PAGES = {
  "vpn.md": `---\nquestions:\n  - ${QUESTION}\n---\n# VPN\n\nThe VPN connects laptops.\n`,
};
const COMMAND = "prlimit";
const here = spawnSync(COMMAND, ["--version"]).status === 0;

if (!here) {
  console.log("Left out: a full disk, because prlimit is not installed (Debian: util-linux).");
  it("prlimit is not installed: a full disk is left out", () => expect(here).toBe(false));
}

/** No file of the process may grow beyond this any more: what it writes fails as on a full disk. */
function limitFiles({ child }: RunningMain, bytes: string): void {
  const { status, stderr } = spawnSync(COMMAND, [`--pid=${child.pid}`, `--fsize=${bytes}:`]);
  expect([status, String(stderr)]).toEqual([0, ""]);
}

describe.runIf(here)("fault 70: the disk is full", { timeout: 60_000 }, () => {
  it("answers go on, health says so, nothing half-written is trusted, and it recovers without a restart", async () => {
    const main = startMain({ KNOWLEDGE_SOURCE: knowledgeFolder(PAGES) });
    const address = await main.address();
    const ask = async (): Promise<unknown> => {
      const response = await fetch(`${address}/api/v1/ask`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ question: QUESTION }),
      });
      return ((await response.json()) as { kind: unknown }).kind;
    };
    const store = async (): Promise<unknown> => {
      const response = await fetch(`${address}/readyz`);
      return ((await response.json()) as { states: { store: unknown } }).states.store;
    };
    expect(await ask()).toBe("found");
    limitFiles(main, "4096");
    for (let count = 0; count < 10; count += 1) expect(await ask()).toBe("found");
    await until(async () => (await store()) === "degraded");
    const measured = await (await fetch(`${address}/metrics`)).text();
    expect(measured).toMatch(/^docent_store_failures_total\{operation="\w+"\} [1-9]/mu);

    limitFiles(main, "unlimited");
    // The heartbeats of the process find it.
    await until(async () => (await store()) === "ok");
    expect(await ask()).toBe("found");
    main.child.kill("SIGTERM");
    expect(await main.exited).toBe(0);
    expect(readdirSync(main.dataDir).filter((name) => name.includes("corrupt"))).toEqual([]);
    const file = new DatabaseSync(join(main.dataDir, "docent.db"), { readOnly: true });
    expect(file.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    file.close();
  });
});
