import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { adminSocketPath, callAdmin } from "../adapters/node/admin-socket.ts";
import { plainText } from "../src/index.ts";
import { ADA, BEN, GENERAL, GUILD } from "./adapters/discord/setting.ts";
import { startProgram } from "./adapters/slack/program.ts";
import { createFakeDiscord, TOKEN } from "./fakes/discord/index.ts";
import { createPeople } from "./fakes/discord/people.ts";
import { visibleText } from "./fakes/slack/read-blocks.ts";
import { knowledgeFolder } from "./support/knowledge-folder.ts";
import { until } from "./support/until.ts";

const QUESTION = "When is the zanzibarine bonus paid?";
const ANSWER = "The zanzibarine bonus is paid in May.";
const SILENCE = "I don't know";

const PAGES = {
  "it/vpn.md":
    "---\nquestions:\n  - What does the VPN connect?\n---\n# VPN\n\nThe VPN connects laptops.\n",
  "hr/_access.yaml": "audience: [people]\n",
  "hr/bonus.md": `---\nquestions:\n  - ${QUESTION}\n---\n# Bonus\n\n${ANSWER}\n`,
  "hr/typo.md": "---\naudience: [peple]\n---\n# Typo\n\nThe mollusquery is here.\n",
};

it("a group named once opens its pages in Slack, in Discord, over HTTP and in a shell, and to nobody else", async () => {
  const discord = await createFakeDiscord([GUILD]);
  onTestFinished(() => discord.stop());
  const env = {
    KNOWLEDGE_SOURCE: knowledgeFolder(PAGES),
    ACCESS_GROUPS:
      "people = slack:group:S1, discord:role:7001, http:token:wiki, shell:local; board = slack:user:U9",
  };
  const program = await startProgram({
    mode: "socket",
    env: {
      ...env,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.apiUrl,
      WEB: "on",
      API_TOKENS: "wiki:secret-of-the-wiki,ci:secret-of-the-ci",
    },
  });
  const { slack, send, event, printed, dataDir } = program;
  const { messages, groups } = slack.workspace;
  groups.set("S1", ["U1"]);

  await send(event("message_im", { text: QUESTION }));
  await slack.until(() => messages.length === 1);
  expect(visibleText(messages[0]?.blocks)).toContain(ANSWER);
  await send(event("message_im", { text: QUESTION, user: "U2", channel: "D2" }));
  await slack.until(() => messages.length === 2);
  expect(visibleText(messages[1]?.blocks)).toContain(SILENCE);
  await send(event("app_mention", { text: `<@UBOT> ${QUESTION}` }));
  await slack.until(() => messages.length === 3);
  expect(visibleText(messages[2]?.blocks)).toContain(SILENCE);

  const people = createPeople(discord);
  await people.until(() => discord.gateway.connected() === 1, "Discord");
  for (const [user, expected] of [
    [ADA, ANSWER],
    [BEN, SILENCE],
  ] as const) {
    const asked = people.slash({ user, guild: GUILD, channel: GENERAL }, "ask", {
      question: QUESTION,
    });
    await people.until(() => people.sees(asked).text.includes(expected), expected);
  }

  await until(() => /Docent answers on http:\S+/u.test(printed()));
  const base = /Docent answers on (http:\S+)/u.exec(printed())?.[1] ?? "";
  for (const [secret, kind] of [
    ["secret-of-the-wiki", "found"],
    ["secret-of-the-ci", "abstained"],
  ]) {
    const response = await fetch(`${base}/api/v1/ask`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
      body: JSON.stringify({ question: QUESTION }),
    });
    expect(await response.json()).toMatchObject({ kind });
  }

  const shell = async (line: string): Promise<string> =>
    plainText((await callAdmin(adminSocketPath(dataDir), line)).body);
  expect(await shell("can-see U1 hr/bonus.md")).toContain(
    "Yes: hr/bonus.md is for people (hr/_access.yaml:1), and U1 has slack:group:S1.",
  );
  expect(await shell("can-see U2 hr/bonus.md")).toMatch(/^No: /u);
  expect(await shell(`can-see ${ADA.id} hr/bonus.md`)).toContain("has discord:role:7001.");
  expect(await shell(`can-see ${BEN.id} hr/bonus.md`)).toMatch(/^No: /u);
  expect(await shell("can-see U0 hr/typo.md")).toContain(
    "is for peple (its own front matter, line 2)",
  );
  expect(await shell("problems")).toContain("did you mean people? Write people.");

  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["cli.ts", "ask", "--json", QUESTION],
    { env: { PATH: process.env["PATH"] ?? "", DATA_DIR: dataDir, ...env } },
  );
  expect(JSON.parse(stdout)).toMatchObject({ kind: "found" });
}, 60_000);
