import { readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { adminSocketPath, callAdmin } from "../../adapters/node/admin-socket.ts";
import { plainText } from "../../src/index.ts";
import { emptyFolder, knowledgeFolder, write } from "../support/knowledge-folder.ts";
import { startMain } from "../support/start-main.ts";
import type { RunningMain } from "../support/start-main.ts";
import { until } from "../support/until.ts";

const PATIENCE_MS = 120_000;
const QUESTION = "What does the VPN connect?";

function vpn(what: string): Readonly<Record<string, string>> {
  return {
    "vpn.md": `---\nquestions:\n  - ${QUESTION}\n---\n# VPN\n\nThe VPN connects ${what}.\n`,
  };
}

/** What an operator, an admin and somebody who asks see of a running Docent. */
async function seen(main: RunningMain) {
  const address = await main.address();
  const socket = adminSocketPath(main.dataDir);
  const ask = async (): Promise<string> => {
    const response = await fetch(`${address}/api/v1/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ question: QUESTION }),
    });
    return response.text();
  };
  const ready = async (): Promise<{ readonly status: number; readonly knowledge: unknown }> => {
    const response = await fetch(`${address}/readyz`);
    const { knowledge } = (await response.json()) as { readonly knowledge: unknown };
    return { status: response.status, knowledge };
  };
  const reloads = async (outcome: string): Promise<number> => {
    const metrics = await (await fetch(`${address}/metrics`)).text();
    const counter = new RegExp(`docent_reloads_total\\{outcome="${outcome}"\\} (\\d+)`, "u");
    return Number(counter.exec(metrics)?.[1] ?? 0);
  };
  const admin = (line: string): ReturnType<typeof callAdmin> => callAdmin(socket, line);
  const says = async (line: string): Promise<string> => plainText((await admin(line)).body);
  return { admin, says, ask, ready, reloads };
}

describe("the running program", { timeout: PATIENCE_MS }, () => {
  it("fault 31: starts without knowledge, says so, and takes it up once it is there", async () => {
    const folder = join(emptyFolder(), "not-there-yet");
    const main = startMain({ KNOWLEDGE_SOURCE: folder });
    const { ready, ask, says } = await seen(main);
    expect(await ready()).toMatchObject({ status: 503, knowledge: { version: "none" } });
    expect(await says("status")).toContain("There is no knowledge folder");
    write(folder, vpn("laptops"));
    await until(async () => (await ready()).status === 200);
    expect(await ask()).toContain("The VPN connects laptops.");
  });

  it.each([
    ["is empty", (folder: string) => rmSync(join(folder, "vpn.md"))],
    ["is gone", (folder: string) => rmSync(folder, { recursive: true })],
    ["has no page that can be read", (folder: string) => write(folder, { "vpn.md": "\0\0" })],
  ])(
    "fault 77: keeps what it knows where the folder %s, and tells all who look",
    async (_what, spoil) => {
      const folder = knowledgeFolder(vpn("laptops"));
      const main = startMain({ KNOWLEDGE_SOURCE: folder });
      const { admin, ask, ready, reloads, says } = await seen(main);
      const before = await ask();
      spoil(folder);
      const { ok, json } = await admin("reload");
      expect(ok).toBe(false);
      expect(JSON.stringify(json)).toMatch(/knowledge-(?:empty|missing)/u);
      const answer = (text: string): unknown => (JSON.parse(text) as { body?: unknown }).body;
      expect(answer(await ask())).toEqual(answer(before));
      expect(await reloads("failed")).toBe(1);
      expect(await ready()).toMatchObject({ status: 200, knowledge: { pages: 1 } });
      expect(await says("status")).toContain("Not reloaded, the old knowledge stays");
    },
  );

  it("fault 76, 78: makes one reload, or two, of a hundred that come at once", async () => {
    const folder = knowledgeFolder(vpn("laptops"));
    const main = startMain({ KNOWLEDGE_SOURCE: folder });
    const { admin, ask, reloads } = await seen(main);
    write(folder, vpn("printers"));
    const replies = await Promise.all(Array.from({ length: 100 }, () => admin("reload")));
    expect(replies.every(({ ok }) => ok)).toBe(true);
    expect(await ask()).toContain("The VPN connects printers.");
    // One at the start, and one for all of those.
    expect(await reloads("changed")).toBe(2);
    expect(await reloads("unchanged")).toBeLessThanOrEqual(1);
  });

  it("fault 79: serves all of its pages after it was killed while it reloaded, again and again", async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [
        `p${at}.md`,
        `# Page ${at}\n\nThis is page ${at}.\n`,
      ]),
    );
    const folder = knowledgeFolder({ ...pages, ...vpn("laptops") });
    const dataDir = emptyFolder();
    for (const what of ["printers", "phones", "cameras"]) {
      const main = startMain({ KNOWLEDGE_SOURCE: folder, DATA_DIR: dataDir });
      const { ask, admin } = await seen(main);
      await ask();
      write(folder, vpn(what));
      const cut = admin("reload").catch(() => undefined);
      main.child.kill("SIGKILL");
      await Promise.all([cut, main.exited]);
    }
    const main = startMain({ KNOWLEDGE_SOURCE: folder, DATA_DIR: dataDir });
    const { ask } = await seen(main);
    expect(await ask()).toContain("The VPN connects cameras.");
    expect(main.log().find(({ msg }) => msg === "knowledge loaded")).toMatchObject({ pages: 301 });
  });

  it("fault 73: is not misled by kept versions that are torn: it starts from the pages, and a rollback says so", async () => {
    const folder = knowledgeFolder(vpn("laptops"));
    const dataDir = emptyFolder();
    const first = startMain({ KNOWLEDGE_SOURCE: folder, DATA_DIR: dataDir });
    const before = await seen(first);
    write(folder, vpn("printers"));
    expect((await before.admin("reload")).ok).toBe(true);
    first.child.kill("SIGTERM");
    await first.exited;
    const versions = join(dataDir, "versions");
    for (const name of readdirSync(versions)) truncateSync(join(versions, name), 40);
    writeFileSync(join(versions, "0-0000.json.gz"), "no version at all");

    const { ask, admin } = await seen(startMain({ KNOWLEDGE_SOURCE: folder, DATA_DIR: dataDir }));
    expect(await ask()).toContain("The VPN connects printers.");
    const { ok, json } = await admin("rollback");
    expect(ok).toBe(false);
    expect(JSON.stringify(json)).toContain("knowledge-unreadable");
    expect(await ask()).toContain("The VPN connects printers.");
  });
});
