import { describe, expect, it } from "vitest";
import { adminSocketPath, callAdmin } from "../../adapters/node/admin-socket.ts";
import { plainText } from "../../src/index.ts";
import { createFakeDiscord, TOKEN } from "../fakes/discord/index.ts";
import { knowledgeFolder, write } from "../support/knowledge-folder.ts";
import { startMain } from "../support/start-main.ts";
import { until } from "../support/until.ts";

const PAGES = { "vpn.md": "# VPN\n\nThe VPN connects laptops.\n" };
const PATIENCE_MS = 60_000;

describe("the running program", { timeout: PATIENCE_MS }, () => {
  it("fault 95: reads the knowledge again at SIGHUP and goes on", async () => {
    const folder = knowledgeFolder(PAGES);
    const main = startMain({ KNOWLEDGE_SOURCE: folder });
    const address = await main.address();
    write(folder, { "lift.md": "# Lift\n\nThe lift goes to the fourth floor.\n" });
    main.child.kill("SIGHUP");
    const loaded = () => main.log().filter(({ msg }) => msg === "knowledge loaded");
    await until(() => loaded().length === 2);
    expect(loaded().map(({ pages }) => pages)).toEqual([1, 2]);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    const shown = async () =>
      plainText((await callAdmin(adminSocketPath(main.dataDir), "reload show")).body);
    await until(async () => (await shown()).includes("was replaced by"));
    main.child.kill("SIGTERM");
    expect(await main.exited).toBe(0);
  });

  it("fault 95: lives on when nobody reads what it prints any more, and repeats nothing about it", async () => {
    const main = startMain({ KNOWLEDGE_SOURCE: knowledgeFolder(PAGES), LOG_LEVEL: "debug" });
    const address = await main.address();
    main.child.stdout?.destroy();
    main.child.stderr?.destroy();
    // Each writes to the log, and so meets the closed pipe.
    for (let request = 0; request < 20; request += 1) {
      expect((await fetch(`${address}/readyz`)).status).toBe(200);
    }
    main.child.kill("SIGHUP");
    const { ok } = await callAdmin(adminSocketPath(main.dataDir), "reload");
    expect(ok).toBe(true);
    const measured = await (await fetch(`${address}/metrics`)).text();
    expect(measured).not.toMatch(/docent_stray_failures_total\{.*\} [1-9]/u);
    main.child.kill("SIGTERM");
    expect(await main.exited).toBe(0);
  });

  it("fault 96: with a wrong setting says all that is wrong, ends with 78, and has not spoken to any platform", async () => {
    const discord = await createFakeDiscord([]);
    const main = startMain({
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.apiUrl,
      PORT: "http",
      ACCESS_GROUPS: "people",
    });
    expect(await main.exited).toBe(78);
    expect(main.out()).toBe("");
    expect(main.errors()).toMatch(/^2 settings are wrong: /u);
    expect(main.errors()).toContain("PORT is not a port");
    expect(main.errors()).toContain("ACCESS_GROUPS cannot be read at its group 1");
    expect(main.errors()).not.toContain("    at ");
    expect([discord.rest.calls.length, discord.gateway.counts.identifies]).toEqual([0, 0]);
    await discord.stop();
  });
});
