import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { ADA, GENERAL, GUILD, MANAGE_GUILD } from "../adapters/discord/setting.ts";
import { startProgram } from "../adapters/slack/program.ts";
import { createFakeDiscord, TOKEN } from "../fakes/discord/index.ts";
import { BOT } from "../fakes/discord/payloads.ts";
import { createPeople } from "../fakes/discord/people.ts";
import { pressOn } from "../adapters/slack/pressing.ts";
import { knowledgeFolder } from "../support/knowledge-folder.ts";
import { freshFolder } from "../support/sqlite-files.ts";

const PAGES = { "vpn.md": "# VPN\n\nThe VPN connects laptops.\n" };

it("fault 100: Docent is removed from a workspace, then from a server: nothing of either is left in a file", async () => {
  const dataDir = freshFolder();
  const bytes = (): string =>
    readdirSync(dataDir)
      .filter((name) => name.startsWith("docent.db"))
      .map((name) => readFileSync(join(dataDir, name), "latin1"))
      .join("\n");
  const fake = await createFakeDiscord([GUILD]);
  onTestFinished(() => fake.stop());
  const people = createPeople(fake);
  const { slack, send, event, end, printed } = await startProgram({
    mode: "socket",
    dataDir,
    env: {
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: fake.apiUrl,
      KNOWLEDGE_SOURCE: knowledgeFolder(PAGES),
    },
  });
  const { messages } = slack.workspace;
  await people.until(() => fake.commands.registered().length > 0, "the commands");

  await send(event("app_mention", { text: "<@UBOT> Where is the quixotelium?", channel: "CONE" }));
  await slack.until(() => messages.length === 1);
  await send(pressOn(slack, messages[0], "Tell me when you know"));
  await slack.until(() => slack.responses.length > 0);
  const admin = { user: ADA, guild: GUILD, channel: GENERAL, permissions: MANAGE_GUILD };
  const id = people.says(admin, `<@${BOT.id}> Where is the brandywhistle?`);
  await people.until(() => people.seesIn(id).length > 0, "the answer");
  const mode = people.slash(admin, "docent", { mode: "auto" }, "mode");
  await people.until(() => mode.shown && mode.shown !== "thinking", "the mode");

  slack.always("chat.postMessage", { reply: { ok: false, error: "account_inactive" } });
  await send(event("app_uninstalled", { type: "app_uninstalled" }));
  await slack.until(() => printed().includes("removed from the workspace"));
  fake.gateway.dispatch("GUILD_DELETE", { id: GUILD.id }, { intent: 1, guild: GUILD.id });
  await slack.until(() => printed().includes("removed from a Discord server"));
  expect(await end("SIGTERM")).toBe(0);
  const left = bytes();
  expect(left.length).toBeGreaterThan(1_000);
  for (const word of ["quixotelium", "brandywhistle", "slack:T1", `discord:${GUILD.id}`, "CONE"]) {
    expect([word, left.includes(word)]).toEqual([word, false]);
  }
}, 60_000);
