import { describe, expect, it, onTestFinished } from "vitest";
import { adminSocketPath, callAdmin } from "../../adapters/node/admin-socket.ts";
import { plainText } from "../../src/index.ts";
import { knowledgeFolder, write } from "../support/knowledge-folder.ts";
import { hasPostgres, startPostgres, tellPostgresIsMissing } from "../support/postgres-server.ts";
import { hasRedis, startRedis, tellRedisIsMissing } from "../support/redis-server.ts";
import { startMain } from "../support/start-main.ts";
import type { RunningMain } from "../support/start-main.ts";
import { until } from "../support/until.ts";

const engines = [
  { name: "Redis", here: hasRedis, start: startRedis, tell: tellRedisIsMissing },
  { name: "PostgreSQL", here: hasPostgres, start: startPostgres, tell: tellPostgresIsMissing },
];
const page = (title: string): string => `# ${title}\n\nThe ${title} is on the fourth floor.\n`;

const say = async (main: RunningMain, line: string): Promise<string> =>
  plainText((await callAdmin(adminSocketPath(main.dataDir), line)).body);
async function version(main: RunningMain): Promise<unknown> {
  const { json } = await callAdmin(adminSocketPath(main.dataDir), "status");
  return (json as { knowledge: { version: unknown } }).knowledge.version;
}

for (const { name, here, start, tell } of engines) {
  if (!here) {
    tell();
    it(`${name} is not installed: two programs on it are left out`, () => expect(here).toBe(false));
  }

  describe.runIf(here)(`two programs on a real ${name}`, { timeout: 120_000 }, () => {
    it("fault 74: serve the same after a reload of one, also after two at once, and status shows it, until one says goodbye", async () => {
      const server = await start();
      onTestFinished(() => server.stop());
      const folder = knowledgeFolder({ "lift.md": page("lift") });
      const env = { STORE_URL: server.url, KNOWLEDGE_SOURCE: folder };
      const one = startMain(env);
      const two = startMain(env);
      await Promise.all([one.address(), two.address()]);
      await until(async () => (await say(one, "status")).includes("replicas 2, same version"));

      write(folder, { "canteen.md": page("canteen") });
      expect(await say(one, "reload")).toContain("1 page added");
      await until(async () => (await version(two)) === (await version(one)));
      expect(await say(two, "status")).toContain("2 pages");
      // The button below the reply may reach either.
      expect(await say(two, "reload show")).toContain("Nothing is answered differently.");

      write(folder, { "printer.md": page("printer") });
      await Promise.all([say(one, "reload"), say(two, "reload")]);
      expect(await version(two)).toBe(await version(one));

      // What one replica writes down, the other shows.
      expect(await say(two, "audit")).toContain("reload");
      two.child.kill("SIGTERM");
      expect(await two.exited).toBe(0);
      await until(async () => (await say(one, "status")).includes("replicas 1"));
    });
  });
}
