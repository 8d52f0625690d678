import { setTimeout as pause } from "node:timers/promises";
import type { Acting } from "../../test/fakes/discord/interaction-payload.ts";
import { BOT, snowflake } from "../../test/fakes/discord/payloads.ts";
import type { Bot } from "./bots.ts";

/** One thing that somebody does, as milliseconds from the gateway's frame to the bot's call. */
export type Turn = (bot: Bot, number: number) => Promise<number>;

const QUESTIONS = [
  "How much does a senior backend developer earn in India?",
  "What is an index in a database?",
  "How do I roll back a deployment?",
];

/** discord.js sends at most 50 requests a second: mentions, two requests each, are paced below that. */
const MENTION_PAUSE_MS = 60;

/** Somebody else and somewhere else each time: nobody asks more often than the limits allow. */
function acting({ fake }: Bot, number: number): Acting {
  const guild = fake.world.guilds[number % fake.world.guilds.length];
  const channel = guild?.channels[number % guild.channels.length];
  if (guild === undefined || channel === undefined) throw new Error("the fake has no guild");
  return { user: { id: String(50_000 + number), name: "Ada" }, guild, channel };
}

async function answered(bot: Bot, key: string, startedAt: number): Promise<number> {
  await bot.people.until(() => bot.arrivals.has(key), `${bot.name}: ${key}`);
  return (bot.arrivals.get(key) ?? Number.NaN) - startedAt;
}

const question = (number: number): string => QUESTIONS[number % QUESTIONS.length] ?? "";

export const TURNS: Readonly<Record<string, Turn>> = {
  slash(bot, number) {
    const who = acting(bot, number);
    const startedAt = performance.now();
    const given = bot.people.slash(who, "ask", { question: question(number) });
    return answered(bot, given.token, startedAt);
  },
  autocomplete(bot, number) {
    const who = acting(bot, number);
    const startedAt = performance.now();
    return answered(bot, bot.people.types(who, "senior developer ear").token, startedAt);
  },
  async button(bot, number) {
    const { people } = bot;
    const who = acting(bot, number);
    const given = people.slash(who, "ask", { question: question(number) });
    await people.until(() => given.shown, "an answer to press");
    const shown = people.sees(given);
    const startedAt = performance.now();
    const pressed = people.pressId(who, shown, shown.buttons[0]?.id ?? "echo");
    return answered(bot, pressed.token, startedAt);
  },
  async mention(bot, number) {
    await pause(MENTION_PAUSE_MS);
    const who = acting(bot, number);
    const id = snowflake();
    const startedAt = performance.now();
    bot.people.says(who, `<@${BOT.id}> ${question(number)}`, {}, id);
    return answered(bot, `/channels/${id}/messages`, startedAt);
  },
};
