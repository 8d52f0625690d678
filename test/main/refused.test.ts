import { expect, it, onTestFinished } from "vitest";
import { adminSocketPath, callAdmin } from "../../adapters/node/admin-socket.ts";
import { BEN, ADA, GENERAL, GUILD, MANAGE_GUILD } from "../adapters/discord/setting.ts";
import { readFixture } from "../adapters/slack/harness.ts";
import { startProgram } from "../adapters/slack/program.ts";
import { createFakeDiscord, TOKEN } from "../fakes/discord/index.ts";
import { createPeople } from "../fakes/discord/people.ts";
import { visibleText } from "../fakes/slack/read-blocks.ts";
import type { AuditEntry } from "../../src/audit.ts";
import { knowledgeFolder } from "../support/knowledge-folder.ts";
import { until } from "../support/until.ts";

const PAGES = { "vpn.md": "# VPN\n\nThe VPN connects laptops.\n" };

it("faults 75 and 81: who is no admin here starts nothing from Slack or Discord, is told so alone, and is written down", async () => {
  const away = { ...GUILD, id: "8388608000000000", name: "Elsewhere" };
  const fake = await createFakeDiscord([GUILD, away]);
  onTestFinished(() => fake.stop());
  const people = createPeople(fake);
  const program = await startProgram({
    mode: "socket",
    env: {
      WEB: "on",
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: fake.apiUrl,
      DISCORD_GUILD_IDS: GUILD.id,
      KNOWLEDGE_SOURCE: knowledgeFolder(PAGES),
    },
  });
  const { slack, send, dataDir, printed } = program;
  await until(() => fake.commands.registered(GUILD.id).length > 0);
  for (const [id, who] of Object.entries({
    UMEMBER: {},
    UGUEST: { is_admin: true, is_restricted: true },
    USTRANGER: { is_admin: true, is_stranger: true, team_id: "T9" },
  })) {
    slack.workspace.people.set(id, { id, ...who });
  }
  const inSlack = async (user_id: string, team_id = "T1"): Promise<void> => {
    const before = slack.responses.length;
    const said = { command: "/docent", text: "reload", user_id, team_id };
    const response_url = slack.responseUrl().url;
    await send({ ...readFixture("slash_command"), ...said, response_url });
    await slack.until(() => slack.responses.length > before);
    const body = slack.responses.at(-1)?.body;
    expect(visibleText(body?.["blocks"])).toContain("Only admins of this workspace can do that.");
    expect(body?.["response_type"]).toBe("ephemeral");
  };
  await inSlack("UMEMBER");
  await inSlack("UGUEST");
  await inSlack("USTRANGER");
  await inSlack("UADMIN", "T2");

  const inDiscord = async (acting: Parameters<typeof people.slash>[0]): Promise<void> => {
    const given = people.slash(acting, "docent", {}, "reload");
    await people.until(() => given.shown !== "thinking" && given.shown, "the refusal");
    expect(people.sees(given).text).toContain("Only admins of this server can do that.");
    expect(people.sees(given).ephemeral).toBe(true);
  };
  await inDiscord({ user: BEN, guild: GUILD, channel: GENERAL });
  // Who manages a server of their own is nobody in ours.
  await inDiscord({ user: ADA, guild: away, channel: GENERAL, permissions: MANAGE_GUILD });

  const { json } = await callAdmin(adminSocketPath(dataDir), "audit");
  const { entries } = json as { readonly entries: readonly AuditEntry[] };
  expect(
    entries.map(({ actor, command, outcome }) => `${actor} ${command} ${outcome}`).toSorted(),
  ).toEqual([
    "discord:501 reload refused",
    "discord:502 reload refused",
    "slack:T1:UGUEST reload refused",
    "slack:T1:UMEMBER reload refused",
    "slack:T1:USTRANGER reload refused",
    "slack:T2:UADMIN reload refused",
  ]);
  // The first load, and nothing since.
  const base = /Docent answers on (http:\S+)/u.exec(printed())?.[1] ?? "";
  const measured = await (await fetch(`${base}/metrics`)).text();
  expect(measured.match(/^docent_reloads_total\{.*/gmu)).toEqual([
    'docent_reloads_total{outcome="changed"} 1',
  ]);
  expect(await program.end("SIGTERM")).toBe(0);
}, 60_000);
