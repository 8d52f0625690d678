import { guilds, startDocent, startEcho, type Bot } from "./discord/bots.ts";
import { TURNS, type Turn } from "./discord/turns.ts";

/**
 * An echo bot against Docent as an operator starts it, both on the real discord.js and in processes of their own, against
 * a fake Discord in this one: from the gateway's frame to the call that answers it. Turns alternate, so that both meet the
 * same machine. `--check` ends with 1 where a goal is missed.
 */
const GOAL_RATIO = 1.3;
const GOAL_CHOICES_MS = 100;
const GOAL_RSS_MB = 512;
const ROUNDS = 400;
const MENTIONS = 80;
const MANY = 2_500;

const missed: string[] = [];
let asked = 0;

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The first fifth warms up. */
async function compare(name: string, turn: Turn, echo: Bot, docent: Bot): Promise<void> {
  const rounds = name === "mention" ? MENTIONS : ROUNDS;
  const times = new Map<Bot, number[]>([
    [echo, []],
    [docent, []],
  ]);
  for (let round = 0; round < rounds * 1.25; round += 1) {
    asked += 1;
    for (const [bot, list] of times) {
      const ms = await turn(bot, asked);
      if (round >= rounds / 4) list.push(ms);
    }
  }
  for (const [bot, list] of times) {
    console.log(
      `${name.padEnd(13)} ${bot.name.padEnd(7)} p50 ${at(list, 0.5).toFixed(2)} ms   p99 ${at(list, 0.99).toFixed(2)} ms`,
    );
  }
  const own = times.get(docent) ?? [];
  const ratio = at(own, 0.5) / at(times.get(echo) ?? [], 0.5);
  console.log(`${name.padEnd(13)} ratio   ${ratio.toFixed(2)} (goal: at most ${GOAL_RATIO})`);
  if (!(ratio <= GOAL_RATIO)) missed.push(name);
  if (name === "autocomplete" && !(at(own, 0.99) < GOAL_CHOICES_MS)) missed.push("choices at p99");
}

const world = guilds(20, 200);
const echo = await startEcho(world);
const docent = await startDocent(world);
for (const [name, turn] of Object.entries(TURNS)) await compare(name, turn, echo, docent);
for (const bot of [echo, docent]) {
  console.log(`memory        ${bot.name.padEnd(7)} ${bot.memory().toFixed(0)} MB`);
  await bot.end();
}

const many = await startDocent(guilds(MANY, 25));
for (const turn of Object.values(TURNS)) await turn(many, (asked += 1));
const memory = many.memory();
console.log(
  `${MANY} guilds   docent  ${memory.toFixed(0)} MB on one shard (goal: under ${GOAL_RSS_MB})`,
);
if (memory >= GOAL_RSS_MB) missed.push("memory");
await many.end();

if (missed.length > 0) console.log(`goals missed: ${missed.join(", ")}`);
if (missed.length > 0 && process.argv.includes("--check")) process.exitCode = 1;
