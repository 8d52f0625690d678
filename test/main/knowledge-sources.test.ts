import { mkdirSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { adminSocketPath, callAdmin } from "../../adapters/node/admin-socket.ts";
import { plainText } from "../../src/index.ts";
import { removeRepository, testRepository } from "../support/git.ts";
import { knowledgeFolder, write } from "../support/knowledge-folder.ts";
import { startMain } from "../support/start-main.ts";
import type { RunningMain } from "../support/start-main.ts";
import { until } from "../support/until.ts";

const vpn = (what: string): string => `# VPN\n\nThe VPN connects ${what}.\n`;

async function ask(main: RunningMain): Promise<string> {
  const response = await fetch(`${await main.address()}/api/v1/ask`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question: "What does the VPN connect?" }),
  });
  return response.text();
}

async function say(main: RunningMain, line: string): Promise<string> {
  return plainText((await callAdmin(adminSocketPath(main.dataDir), line)).body);
}

describe("the running program", { timeout: 120_000 }, () => {
  it("fetches a repository at each reload, names the commit, and keeps what it has where the repository is gone", async () => {
    const repository = testRepository({ "kb/vpn.md": vpn("laptops") });
    const main = startMain({ KNOWLEDGE_SOURCE: `git+${repository.url}#main:kb` });
    expect(await ask(main)).toContain("The VPN connects laptops.");
    const commit = repository.commit({ "kb/vpn.md": vpn("printers") });
    expect(await say(main, "reload")).toContain("1 page changed");
    expect(await ask(main)).toContain("The VPN connects printers.");
    expect(await say(main, "status")).toContain(commit.slice(0, 7));

    removeRepository(repository);
    const { ok, json } = await callAdmin(adminSocketPath(main.dataDir), "reload");
    expect(ok).toBe(false);
    expect(json).toMatchObject({ error: "source-failed" });
    expect(await say(main, "status")).toContain("Not reloaded, the old knowledge stays");
    expect(await ask(main)).toContain("The VPN connects printers.");
  });

  it("takes up what changes by itself where it watches, and nothing from a folder that was emptied", async () => {
    const folder = knowledgeFolder({ "vpn.md": vpn("laptops") });
    const main = startMain({ KNOWLEDGE_SOURCE: folder, KNOWLEDGE_WATCH: "true" });
    expect(await ask(main)).toContain("The VPN connects laptops.");
    write(folder, { "vpn.md": vpn("printers") });
    await until(async () => (await ask(main)).includes("The VPN connects printers."));
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    const refused = (): boolean => main.log().some(({ msg }) => msg === "knowledge not loaded");
    await until(async () => refused());
    expect(await ask(main)).toContain("The VPN connects printers.");
  });
});
