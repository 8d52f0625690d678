import {
  Client,
  Events,
  GatewayIntentBits,
  MessageFlags,
  Partials,
  type Interaction,
  type Message,
} from "discord.js";
import { TOKEN } from "../../test/fakes/discord/index.ts";

/** The least a discord.js bot can do for the same calls as Docent's. What Docent is measured against. */
const [apiUrl = ""] = process.argv.slice(2);
const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
const client = new Client({
  intents: [Guilds, GuildMessages, DirectMessages],
  partials: [Partials.Channel],
  allowedMentions: { parse: [] },
  enforceNonce: true,
  rest: { api: apiUrl },
});

async function interact(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: "echo", value: "echo" }]);
  else if (interaction.isButton()) await interaction.update({ content: "echo" });
  else if (interaction.isChatInputCommand()) {
    await interaction.reply({ content: "echo", flags: MessageFlags.Ephemeral });
  }
}

async function answer(message: Message): Promise<void> {
  if (message.author.bot || client.user === null || !message.mentions.has(client.user)) return;
  const thread = await message.startThread({ name: "echo" });
  await thread.send("echo");
}

client.on(Events.InteractionCreate, (interaction) => void interact(interaction));
client.on(Events.MessageCreate, (message) => void answer(message));
await client.login(TOKEN);
