import { expect, it, onTestFinished } from "vitest";
import { ADA, GENERAL, GUILD, MANAGE_GUILD } from "./adapters/discord/setting.ts";
import { readFixture } from "./adapters/slack/harness.ts";
import { startProgram } from "./adapters/slack/program.ts";
import { createFakeDiscord, TOKEN } from "./fakes/discord/index.ts";
import { BOT } from "./fakes/discord/payloads.ts";
import { createPeople } from "./fakes/discord/people.ts";
import { knowledgeFolder, write } from "./support/knowledge-folder.ts";
import {
  asideOf,
  FORMS,
  misspelt,
  OPEN,
  pageOf,
  SECRETS,
  synonymsOf,
} from "./support/secret-pages.ts";
import { until } from "./support/until.ts";

const INSIDERS = ["UIN1", "UIN2", "UIN3"];
const READERS = `[${INSIDERS.map((user) => `slack:user:${user}`).join(", ")}]`;
const PAGES = {
  "far/closed.md": pageOf(SECRETS, undefined, "tomorrow") + asideOf(SECRETS),
  "far/_access.yaml": `audience: ${READERS}\n`,
  "open.md": pageOf(OPEN, "[public]", "today"),
  "synonyms.yaml": synonymsOf(SECRETS),
};
/** What an outsider may type without having been told: nothing of it is a word of the closed page. */
const TYPED = [
  ...SECRETS.map((word) => `What is ${misspelt(word)} good for?`),
  ...OPEN.map((word) => `how do I request a ${misspelt(word)}?`),
  `What is ${OPEN[0]} good for?`,
  "what is QBK short for",
  "time off",
  "guide",
  "who invented it?",
];
const PATHS = [
  "/",
  "/topics",
  "/docs",
  "/openapi.json",
  "/readyz",
  "/metrics",
  "/nowhere",
  "/passages/far%2Fclosed.md%23guide-to",
  "/api/v1/topics",
  "/api/v1/passages/far%2Fclosed.md%23guide-to",
  ...TYPED.flatMap((text) => {
    const q = encodeURIComponent(text);
    return [`/?q=${q}`, `/?q=${q}&view=why`, `/?q=${q}&view=chats`, `/api/v1/suggest?q=${q}`];
  }),
  ...["gui", "wh", "quix", "zan", "mol"].map((typed) => `/api/v1/suggest?q=${typed}`),
];
const LINES = [
  "status",
  "problems",
  "gaps",
  "gaps draft 1",
  "reload",
  "reload show",
  "audit",
  "why time off",
];

it("no page, message, view, choice or button that Slack, Discord or the web is given holds a word of a page its reader may not read", async () => {
  const fake = await createFakeDiscord([GUILD]);
  onTestFinished(() => fake.stop());
  const people = createPeople(fake);
  const folder = knowledgeFolder(PAGES);
  const program = await startProgram({
    mode: "socket",
    env: {
      WEB: "on",
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: fake.apiUrl,
      KNOWLEDGE_SOURCE: folder,
      SLACK_ADMINS: "UADMIN",
    },
  });
  const { slack, send, event, printed } = program;
  const { messages, views } = slack.workspace;
  await until(() => fake.commands.registered().length > 0);
  const base = /Docent answers on (http:\S+)/u.exec(printed())?.[1] ?? "";

  for (const user of INSIDERS) {
    const text = `What is ${SECRETS[0]} good for?`;
    await send(event("message_im", { text, user, channel: `D${user}` }));
    await slack.until(() => messages.some(({ channel }) => channel === `D${user}`));
  }
  // They are told: the page is there for those who may read it.
  expect(JSON.stringify(messages.map(({ blocks }) => blocks))).toContain("far/closed.md");

  const from = slack.calls.length;
  const seen = (): number => messages.length;
  for (const [index, text] of TYPED.entries()) {
    const before = seen();
    await send(event("message_im", { text, user: `UOUT${index}`, channel: `DOUT${index}` }));
    await slack.until(() => seen() > before);
  }
  await send(event("app_home_opened", { user: "UOUT0" }));
  await slack.until(() => views.has("UOUT0"));
  async function command(name: string, text: string, user: string): Promise<void> {
    const before = slack.responses.length;
    const response_url = slack.responseUrl().url;
    const said = { command: name, text, user_id: user, channel_id: "DADMIN", response_url };
    await send({ ...readFixture("slash_command"), ...said });
    await slack.until(() => slack.responses.length > before);
  }
  await command("/ask", TYPED[0] ?? "", "UOUT1");
  write(folder, { "far/more.md": pageOf(SECRETS, undefined, "tomorrow") });
  for (const line of LINES) await command("/docent", line, "UADMIN");

  const admin = { user: ADA, guild: GUILD, channel: GENERAL, permissions: MANAGE_GUILD };
  const shown = (given: ReturnType<typeof people.slash>): Promise<unknown> =>
    people.until(() => given.shown !== "thinking" && given.shown, "an answer");
  for (const typed of ["", "gui", "quix", "zan", "how do I req"]) {
    const choices = people.types(admin, typed);
    await people.until(() => choices.choices, "choices");
  }
  await shown(people.slash(admin, "ask", { question: TYPED[1] ?? "" }));
  await shown(people.slash(admin, "topics"));
  await shown(people.slash(admin, "help"));
  await shown(people.slash(admin, "docent", {}, "problems"));
  await shown(people.slash(admin, "docent", {}, "reload"));
  const asked = people.says(admin, `<@${BOT.id}> ${TYPED[2]}`);
  await people.until(() => people.seesIn(asked).length > 0, "the answer to a mention");

  const pages: string[] = [];
  for (const path of PATHS) {
    const accept = path.startsWith("/api/") ? "application/json" : "text/html";
    const response = await fetch(base + path, { headers: { accept } });
    pages.push(`${path} ${await response.text()}`);
  }
  for (const text of TYPED.slice(0, 4)) {
    const response = await fetch(`${base}/api/v1/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ question: text }),
    });
    pages.push(await response.text());
  }

  const others = slack.calls.slice(from).filter(({ args }) => !/DUIN/u.test(JSON.stringify(args)));
  const given: Readonly<Record<string, readonly unknown[]>> = {
    slack: [...others.map(({ args }) => args), ...slack.responses],
    discord: fake.rest.calls.map(({ body }) => body),
    web: pages,
  };
  for (const [where, all] of Object.entries(given)) {
    expect(all.length).toBeGreaterThan(10);
    for (const one of all) {
      const text = JSON.stringify(one ?? "").toLowerCase();
      const told = [...SECRETS, ...FORMS, "closed.md#", "tomorrow"].filter((word) =>
        text.includes(word),
      );
      expect([where, told, told.length === 0 ? "" : text.slice(0, 2_000)]).toEqual([where, [], ""]);
    }
  }
  expect(await program.end("SIGTERM")).toBe(0);
}, 120_000);
