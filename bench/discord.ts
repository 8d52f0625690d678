import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { createFakeDiscord, type FakeDiscord } from "../test/fakes/discord/index.ts";
import type { Acting } from "../test/fakes/discord/interaction-payload.ts";
import { BOT, snowflake, type FakeGuild } from "../test/fakes/discord/payloads.ts";
import { createPeople, type People } from "../test/fakes/discord/people.ts";

/**
 * Docent against an echo bot, both on the real discord.js and in processes of their own, against a fake Discord in this
 * one: from the gateway's frame to the call that answers it. Turns alternate, so that both meet the same machine.
 * `--check` ends with 1 where a goal is missed.
 */
const GOAL_RATIO = 1.3;
const GOAL_RSS_MB = 512;
const GUILDS = 2_500;
/** discord.js sends at most 50 requests a second: mentions, two requests each, are paced below that. */
const MENTION_PAUSE_MS = 60;

interface Bot {
  readonly name: string;
  readonly fake: FakeDiscord;
  readonly people: People;
  readonly child: ChildProcess;
  /** When a call came in, by what its path holds. */
  readonly arrivals: Map<string, number>;
}

const ADA = { id: "501", name: "Ada" };

function guilds(count: number): FakeGuild[] {
  return Array.from({ length: count }, (_, guild) => ({
    id: String(4_194_304_000_000_000n + (BigInt(guild) << 24n)),
    name: `Guild ${guild}`,
    channels: Array.from({ length: 25 }, (_, channel) => ({
      id: String(5_194_304_000_000_000n + (BigInt(guild) << 24n) + BigInt(channel)),
      type: 0,
      name: `channel-${channel}`,
    })),
  }));
}

async function begin(name: string, count: number): Promise<Bot> {
  const arrivals = new Map<string, number>();
  const fake = await createFakeDiscord(guilds(count), {
    check: ({ path }) => {
      const key = /token-[^/]+|^\/channels\/\d+\/messages$/u.exec(path)?.[0];
      if (key !== undefined) arrivals.set(key, performance.now());
      return [];
    },
  });
  const child = fork(new URL("discord-bot.ts", import.meta.url), [name, fake.apiUrl], {
    execArgv: [],
  });
  await once(child, "message");
  return { name, fake, people: createPeople(fake), child, arrivals };
}

async function end({ fake, child }: Bot): Promise<void> {
  child.disconnect();
  await once(child, "exit");
  await fake.stop();
}

async function rss({ child }: Bot): Promise<number> {
  const answer = once(child, "message");
  child.send("memory");
  const [message] = (await answer) as [{ rss: number }];
  return message.rss / 1_048_576;
}

/** One thing that somebody does, as milliseconds until Docent's call came in. */
type Turn = (bot: Bot) => Promise<number>;

const acting = ({ fake }: Bot): Acting => {
  const [guild] = fake.world.guilds;
  const [channel] = guild?.channels ?? [];
  if (guild === undefined || channel === undefined) throw new Error("the fake has no guild");
  return { user: ADA, guild, channel };
};

async function answered(bot: Bot, key: string, startedAt: number): Promise<number> {
  await bot.people.until(() => bot.arrivals.has(key), `${bot.name}: ${key}`);
  return (bot.arrivals.get(key) ?? Number.NaN) - startedAt;
}

const TURNS: Readonly<Record<string, Turn>> = {
  slash(bot) {
    const startedAt = performance.now();
    const given = bot.people.slash(acting(bot), "ask", {
      question: "Where is the colour printer?",
    });
    return answered(bot, given.token, startedAt);
  },
  autocomplete(bot) {
    const startedAt = performance.now();
    return answered(bot, bot.people.types(acting(bot), "colour prin").token, startedAt);
  },
  async button(bot) {
    const { people } = bot;
    const given = people.slash(acting(bot), "ask", { question: "Where is the colour printer?" });
    await people.until(() => given.shown, "an answer to press");
    const shown = people.sees(given);
    const startedAt = performance.now();
    const pressed = people.pressId(acting(bot), shown, shown.buttons[0]?.id ?? "echo");
    return answered(bot, pressed.token, startedAt);
  },
  async mention(bot) {
    await pause(MENTION_PAUSE_MS);
    const id = snowflake();
    const startedAt = performance.now();
    bot.people.says(acting(bot), `<@${BOT.id}> where is the colour printer?`, {}, id);
    return answered(bot, `/channels/${id}/messages`, startedAt);
  },
};

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function compare(
  name: string,
  turn: Turn,
  bots: readonly Bot[],
  rounds: number,
): Promise<number> {
  const times = new Map(bots.map((bot) => [bot.name, [] as number[]]));
  for (let round = 0; round < rounds + rounds / 4; round += 1) {
    for (const bot of bots) {
      const ms = await turn(bot);
      if (round >= rounds / 4) times.get(bot.name)?.push(ms);
    }
  }
  const p50 = new Map<string, number>();
  for (const [bot, list] of times) {
    list.sort((one, other) => one - other);
    p50.set(bot, at(list, 0.5));
    console.log(
      `${name.padEnd(13)} ${bot.padEnd(7)} p50 ${at(list, 0.5).toFixed(2)} ms   p99 ${at(list, 0.99).toFixed(2)} ms`,
    );
  }
  const ratio = (p50.get("docent") ?? Number.NaN) / (p50.get("echo") ?? Number.NaN);
  console.log(`${name.padEnd(13)} ratio   ${ratio.toFixed(2)} (goal: at most ${GOAL_RATIO})`);
  return ratio;
}

const bots = [await begin("echo", 1), await begin("docent", 1)];
const missed: string[] = [];
for (const [name, turn] of Object.entries(TURNS)) {
  const ratio = await compare(name, turn, bots, name === "mention" ? 80 : 400);
  if (!(ratio <= GOAL_RATIO)) missed.push(name);
}
for (const bot of bots)
  console.log(`memory        ${bot.name.padEnd(7)} ${(await rss(bot)).toFixed(0)} MB`);
await Promise.all(bots.map(end));

const many = await begin("docent", GUILDS);
for (const turn of Object.values(TURNS)) await turn(many);
const memory = await rss(many);
console.log(
  `${GUILDS} guilds   docent  ${memory.toFixed(0)} MB on one shard (goal: under ${GOAL_RSS_MB})`,
);
if (memory >= GOAL_RSS_MB) missed.push("memory");
await end(many);

if (missed.length > 0) console.log(`goals missed: ${missed.join(", ")}`);
if (missed.length > 0 && process.argv.includes("--check")) process.exitCode = 1;
