import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFakeDiscord, TOKEN, type FakeDiscord } from "../../fakes/discord/index.ts";
import { strictly } from "../../fakes/discord/openapi.ts";
import { BOT } from "../../fakes/discord/payloads.ts";
import { createPeople, type People } from "../../fakes/discord/people.ts";
import { PAGES } from "../../support/pages.ts";
import { startProgram } from "../slack/program.ts";
import { ADA, BEN, FORUM, GENERAL, GUILD, HUMANS, MANAGE_GUILD } from "./setting.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const WAIT_MS = 30_000;

let folder: string;
let fake: FakeDiscord;
let people: People;
let child: ChildProcess;
const printed: string[] = [];

function run(env: Readonly<Record<string, string>>): ChildProcess {
  const started = spawn(process.execPath, ["main.ts"], {
    cwd: ROOT,
    env: {
      PATH: process.env["PATH"],
      KNOWLEDGE_SOURCE: join(folder, "knowledge"),
      DATA_DIR: join(folder, "data"),
      WEB: "off",
      LOG_LEVEL: "debug",
      DISCORD_API_URL: fake.apiUrl,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [started.stdout, started.stderr]) {
    stream.on("data", (bytes: Buffer) => void printed.push(bytes.toString("utf8")));
  }
  return started;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "docent-discord-"));
  for (const [path, markdown] of Object.entries(PAGES)) {
    const file = join(folder, "knowledge", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, markdown);
  }
  fake = await createFakeDiscord([GUILD], { check: strictly });
  people = createPeople(fake);
  child = run({ DISCORD_TOKEN: TOKEN, DISCORD_ESCALATION_CHANNEL: HUMANS.id });
  await people.until(() => fake.commands.registered().length > 0, "the commands", WAIT_MS);
}, 60_000);

afterAll(async () => {
  if (child.exitCode === null) child.kill("SIGKILL");
  await fake.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ada = { user: ADA, guild: GUILD, channel: GENERAL };
const ben = { user: BEN, guild: GUILD, channel: GENERAL };

describe("the whole program, from what people do to what they see", () => {
  it("answers a command, with choices while it is typed, and takes a vote", async () => {
    const typed = people.types(ada, "token reset");
    const choices = await people.until(() => typed.choices, "choices");
    const given = people.slash(ada, "ask", { question: choices[0]?.value ?? "" });
    await people.until(() => given.shown && given.shown !== "thinking", "the answer");
    const seen = people.sees(given);
    expect(seen.text).toContain("Open the self-service portal.");
    expect(seen.text).toMatch(/it\/vpn\.md:\d+/u);
    expect(seen.ephemeral).toBe(true);
    const vote = people.press(ada, seen, "Helpful");
    expect(JSON.stringify(await people.until(() => vote.updated, "the mark"))).toContain(
      "Helpful ✓",
    );
  });

  it("answers a mention in a thread, a direct message, and a form", async () => {
    const id = people.says(ben, `<@${BOT.id}> where is the colour printer?`);
    const [answer] = await people.until(
      () => people.seesIn(id).length > 0 && people.seesIn(id),
      "the answer",
    );
    expect(answer?.text).toContain("second floor");
    const channel = { id: fake.directChannel(BEN.id), type: 1, name: "" };
    people.says({ user: BEN, channel }, "where is the colour printer?");
    await people.until(() => people.seesIn(channel.id).length > 0, "the direct answer");
    const opened = people.slash(ben, "ask");
    const form = await people.until(() => opened.modal, "the form");
    const sent = people.submit(ben, form, "Where is the colour printer?");
    await people.until(() => sent.shown && sent.shown !== "thinking", "the answer");
    expect(people.sees(sent).text).toContain("second floor");
  });

  it("finds an answer to a message, browses topics, and hands over what it does not know", async () => {
    const found = people.menu(ada, "Find an answer", "where is the colour printer?");
    await people.until(() => found.shown && found.shown !== "thinking", "the answer");
    expect(people.sees(found).text).toContain("second floor");
    const topics = people.slash(ada, "topics");
    await people.until(() => topics.shown && topics.shown !== "thinking", "topics");
    expect(people.sees(topics).options.length).toBeGreaterThan(0);
    const unknown = people.slash(ada, "ask", { question: "Who waters the quixotic bonsai?" });
    await people.until(() => unknown.shown && unknown.shown !== "thinking", "the silence");
    const human = people.press(ada, people.sees(unknown), "Ask a human");
    await people.until(() => people.seesIn(HUMANS.id).length === 1, "the call");
    await people.until(() => human.shown, "the confirmation");
  });

  it("is looked after from Discord: a channel's mode, then an automatic answer there", async () => {
    const admin = { ...ada, channel: FORUM, permissions: MANAGE_GUILD };
    const status = people.slash(admin, "docent", {}, "status");
    await people.until(() => status.shown && status.shown !== "thinking", "the status");
    expect(people.sees(status).text).toMatch(/pages/u);
    const mode = people.slash(admin, "docent", { mode: "auto" }, "mode");
    await people.until(() => mode.shown && mode.shown !== "thinking", "the mode");
    const post = people.opens({ ...ben, channel: FORUM }, "Where is the colour printer?", "Please");
    const [answer] = await people.until(
      () => people.seesIn(post.id).length > 0 && people.seesIn(post.id),
      "the answer",
    );
    expect(answer?.text).toContain("I found this by myself");
    const refused = people.slash(ben, "docent", {}, "reload");
    await people.until(() => refused.shown && refused.shown !== "thinking", "the refusal");
  });

  it("fault 88: finishes what it took in when it is told to stop, ends with 0, has said neither token nor question, and sent nothing that Discord refuses", async () => {
    const channels = Array.from({ length: 50 }, (_, index) => ({
      id: fake.directChannel(String(30_000 + index)),
      type: 1,
      name: "",
    }));
    const asked = channels.map((channel, index) =>
      people.slash({ user: { id: String(30_000 + index), name: "x" }, channel }, "ask", {
        question: "Where is the colour printer?",
      }),
    );
    await people.until(() => asked.some((one) => one.callbacks.length > 0), "the first of fifty");
    child.kill("SIGTERM");
    const [code] = (await once(child, "exit")) as [number];
    expect(code).toBe(0);
    // Whatever Docent had taken in by then has its answer; nobody is left with "thinking".
    const taken = asked.filter((one) => one.callbacks.length > 0);
    expect(taken.map((one) => people.sees(one).text)).toEqual(
      taken.map(() => expect.stringContaining("second floor")),
    );
    expect(taken.every((one) => one.callbacks.length === 1)).toBe(true);
    const log = printed.join("");
    for (const secret of [TOKEN, "quixotic", "colour printer"]) expect(log).not.toContain(secret);
    expect(fake.problems).toEqual([]);
  });

  it("with a token that Discord refuses says in one line what to do, and ends", async () => {
    printed.length = 0;
    const refused = run({ DISCORD_TOKEN: "wrong.token.here" });
    const [code] = (await once(refused, "exit")) as [number];
    expect(code).toBe(1);
    const lines = printed
      .join("")
      .split("\n")
      .filter((line) => line.includes("DISCORD_TOKEN"));
    expect(lines).toHaveLength(1);
    expect(printed.join("")).not.toContain("wrong.token");
    expect(fake.gateway.counts.identifies).toBe(1);
  });

  it.each([
    [4_004, "DISCORD_TOKEN"],
    [4_014, "Privileged Gateway Intents"],
  ])(
    "fault 56: closed for good with %i it says once what to do, and Slack goes on",
    async (code, remedy) => {
      const refusing = await createFakeDiscord([GUILD]);
      refusing.gateway.behaviour.closeOnIdentify = code;
      const {
        slack,
        send,
        event,
        printed: said,
        end,
      } = await startProgram({
        mode: "socket",
        env: {
          DISCORD_TOKEN: TOKEN,
          DISCORD_API_URL: refusing.apiUrl,
          KNOWLEDGE_SOURCE: join(folder, "knowledge"),
        },
      });
      await people.until(() => said().includes(remedy), "the line");
      await send(event("app_mention", { text: "<@UBOT> Where is the colour printer?" }));
      await slack.until(() => slack.workspace.messages.length > 0);
      expect(
        said()
          .split("\n")
          .filter((line) => line.includes(remedy)),
      ).toHaveLength(1);
      expect(refusing.gateway.counts.identifies).toBe(1);
      expect(await end("SIGTERM")).toBe(0);
      await refusing.stop();
    },
  );
});
