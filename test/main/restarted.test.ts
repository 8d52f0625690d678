import { expect, it, onTestFinished } from "vitest";
import { adminSocketPath, callAdmin } from "../../adapters/node/admin-socket.ts";
import { plainText } from "../../src/index.ts";
import { ADA, GENERAL, GUILD } from "../adapters/discord/setting.ts";
import { startProgram } from "../adapters/slack/program.ts";
import { createFakeDiscord, TOKEN } from "../fakes/discord/index.ts";
import { BOT } from "../fakes/discord/payloads.ts";
import { createPeople } from "../fakes/discord/people.ts";
import { knowledgeFolder } from "../support/knowledge-folder.ts";
import { until } from "../support/until.ts";

const QUESTION = "What does the VPN connect?";
const PAGES = {
  "vpn.md": `---\nquestions:\n  - ${QUESTION}\n---\n# VPN\n\nThe VPN connects laptops.\n`,
};

it("fault 94: discord.js fails in the running program: Discord is started again, Slack answers meanwhile, status says so, and nothing is lost", async () => {
  const fake = await createFakeDiscord([GUILD]);
  onTestFinished(() => fake.stop());
  const people = createPeople(fake);
  const program = await startProgram({
    mode: "socket",
    env: {
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: fake.apiUrl,
      KNOWLEDGE_SOURCE: knowledgeFolder(PAGES),
    },
  });
  const { slack, send, event, dataDir, printed } = program;
  const status = async (): Promise<string> =>
    callAdmin(adminSocketPath(dataDir), "status").then(
      ({ body }) => plainText(body),
      () => "not there yet",
    );
  const askInDiscord = (): string =>
    people.says({ user: ADA, guild: GUILD, channel: GENERAL }, `<@${BOT.id}> ${QUESTION}`);
  const answeredInDiscord = (id: string) => (): boolean => people.seesIn(id).length > 0;
  let asked = 0;
  const askInSlack = async (): Promise<void> => {
    asked += 1;
    const channel = `D${asked}`;
    await send(event("message_im", { text: QUESTION, user: `U${asked}`, channel }));
    await slack.until(() => slack.workspace.messages.length === asked);
  };

  await until(async () => (await status()).includes("Discord ok"));
  const before = askInDiscord();
  await until(answeredInDiscord(before));
  await askInSlack();

  // This one is under way when the failure comes.
  const during = askInDiscord();
  // discord.js takes a payload for what it should be, and rejects where nobody listens.
  fake.gateway.dispatch("GUILD_CREATE", null);
  await until(() => printed().includes("the platform that failed is started again"));
  // It is closed while it waits, and Slack does not notice.
  await until(() => fake.gateway.connected() === 0);
  const meanwhile = await status();
  expect(meanwhile).toContain("Discord starting (It failed where nobody caught it");
  expect(meanwhile).toContain("Slack ok");
  for (let count = 0; count < 4; count += 1) await askInSlack();

  await until(async () => (await status()).includes("Discord ok"));
  const after = askInDiscord();
  await until(answeredInDiscord(after));
  await askInSlack();
  for (const id of [before, during, after]) expect(people.seesIn(id)).toHaveLength(1);
  expect(slack.workspace.messages).toHaveLength(6);
  expect(fake.gateway.counts.identifies).toBe(2);
  expect(await program.end("SIGTERM")).toBe(0);
  const strays = printed()
    .split("\n")
    .filter((line) => line.includes("a failure that nobody caught"));
  expect(strays).toHaveLength(1);
  expect(JSON.parse(strays[0] ?? "")).toMatchObject({
    level: "error",
    kind: "rejection",
    platform: "discord",
    stack: expect.stringContaining("GUILD_CREATE") as unknown,
  });
}, 60_000);
