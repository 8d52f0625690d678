import {
  Client,
  Events,
  GatewayIntentBits,
  MessageFlags,
  Partials,
  type Interaction,
  type Message,
} from "discord.js";
import { createDiscord } from "../adapters/discord/index.ts";
import { TOKEN } from "../test/fakes/discord/index.ts";
import { PAGES } from "../test/support/pages.ts";
import { createRealCore } from "../test/support/real-core.ts";

/**
 * One of the two bots that `bench/discord.ts` compares, in a process of its own: `echo` does as little as discord.js
 * can for the same calls, `docent` is the adapter with the real core. Says "ready", and its memory when asked.
 */
const [kind = "", apiUrl = ""] = process.argv.slice(2);

if (kind === "echo") await echo();
else await docent();
process.send?.("ready");
process.on("message", () => process.send?.({ rss: process.memoryUsage().rss }));
process.on("disconnect", () => process.exit(0));

async function docent(): Promise<void> {
  const { services } = createRealCore(PAGES);
  const config = {
    token: TOKEN,
    apiUrl,
    guildIds: [],
    adminRoles: [],
    channelMode: "mention",
    shards: "auto",
  } as const;
  await createDiscord(config, services).start();
}

async function echo(): Promise<void> {
  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    enforceNonce: true,
    rest: { api: apiUrl },
  });
  const interact = async (interaction: Interaction): Promise<void> => {
    if (interaction.isAutocomplete()) await interaction.respond([{ name: "echo", value: "echo" }]);
    else if (interaction.isButton()) await interaction.update({ content: "echo" });
    else if (interaction.isChatInputCommand()) {
      await interaction.reply({ content: "echo", flags: MessageFlags.Ephemeral });
    }
  };
  const answer = async (message: Message): Promise<void> => {
    if (message.author.bot || client.user === null || !message.mentions.has(client.user)) return;
    const thread = await message.startThread({ name: "echo" });
    await thread.send("echo");
  };
  client.on(Events.InteractionCreate, (interaction) => void interact(interaction));
  client.on(Events.MessageCreate, (message) => void answer(message));
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(TOKEN);
  await ready;
}
