import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFakeDiscord, TOKEN, type FakeDiscord } from "../../test/fakes/discord/index.ts";
import type { FakeGuild } from "../../test/fakes/discord/payloads.ts";
import { createPeople, type People } from "../../test/fakes/discord/people.ts";

/** A bot in a process of its own, with a Discord of its own in this one. */
export interface Bot {
  readonly name: string;
  readonly fake: FakeDiscord;
  readonly people: People;
  /** When the first call came in, by what its path holds: an interaction's token, a thread's messages. */
  readonly arrivals: Map<string, number>;
  /** Megabytes. */
  memory(): number;
  end(): Promise<void>;
}

/** Communities with so many channels each; numbered so that they all belong to shard 0 of 1. */
export function guilds(count: number, channels: number): FakeGuild[] {
  return Array.from({ length: count }, (_, guild) => ({
    id: String(4_194_304_000_000_000n + (BigInt(guild) << 24n)),
    name: `Guild ${guild}`,
    channels: Array.from({ length: channels }, (__, channel) => ({
      id: String(5_194_304_000_000_000n + (BigInt(guild) << 24n) + BigInt(channel)),
      type: 0,
      name: `channel-${channel}`,
    })),
  }));
}

async function begin(
  name: string,
  world: readonly FakeGuild[],
  start: (fake: FakeDiscord) => ChildProcess,
): Promise<Omit<Bot, "end"> & { readonly child: ChildProcess }> {
  const arrivals = new Map<string, number>();
  const fake = await createFakeDiscord(world, {
    check: ({ path }) => {
      const key = /token-[^/]+|^\/channels\/\d+\/messages$/u.exec(path)?.[0];
      if (key !== undefined && !arrivals.has(key)) arrivals.set(key, performance.now());
      return [];
    },
  });
  const child = start(fake);
  const memory = (): number =>
    Number(execFileSync("ps", ["-o", "rss=", "-p", String(child.pid)], { encoding: "utf8" })) /
    1_024;
  return { name, fake, people: createPeople(fake), arrivals, child, memory };
}

async function end(child: ChildProcess, fake: FakeDiscord): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
  await fake.stop();
}

/** The least a discord.js bot can do. */
export async function startEcho(world: readonly FakeGuild[]): Promise<Bot> {
  const script = new URL("echo-bot.ts", import.meta.url).pathname;
  const bot = await begin("echo", world, ({ apiUrl }) =>
    spawn(process.execPath, [script, apiUrl], { stdio: "inherit" }),
  );
  await bot.people.until(() => bot.fake.gateway.connected() === 1, "the echo bot");
  return { ...bot, end: () => end(bot.child, bot.fake) };
}

/** Docent as an operator starts it: included knowledge, embedded store, search in its own thread. */
export async function startDocent(world: readonly FakeGuild[]): Promise<Bot> {
  const dataDir = mkdtempSync(join(tmpdir(), "docent-bench-"));
  const bot = await begin("docent", world, ({ apiUrl }) =>
    spawn(process.execPath, ["main.ts"], {
      cwd: new URL("../../", import.meta.url),
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        DISCORD_TOKEN: TOKEN,
        DISCORD_API_URL: apiUrl,
        DATA_DIR: dataDir,
        LOG_LEVEL: "error",
        WEB: "off",
      },
    }),
  );
  // Registered once all guilds are there.
  await bot.people.until(() => bot.fake.commands.registered().length > 0, "Docent", 120_000);
  return {
    ...bot,
    async end() {
      await end(bot.child, bot.fake);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
