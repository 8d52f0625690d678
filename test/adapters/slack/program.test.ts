import { describe, expect, it, onTestFinished } from "vitest";
import { createFakeDiscord, TOKEN } from "../../fakes/discord/index.ts";
import { BOT } from "../../fakes/discord/payloads.ts";
import { createPeople } from "../../fakes/discord/people.ts";
import { buttonLabels, visibleText } from "../../fakes/slack/read-blocks.ts";
import { HANDBOOK, RESET } from "../../support/handbook.ts";
import { knowledgeFolder } from "../../support/knowledge-folder.ts";
import { BEN, GENERAL, GUILD } from "../discord/setting.ts";
import { readFixture, ts } from "./harness.ts";
import type { Mode } from "./harness.ts";
import { pressOn } from "./pressing.ts";
import { endLeases, startProgram } from "./program.ts";

const QUESTION = "How much does a senior backend developer earn in India?";
const SOURCE = "careers/";
/** A process has to start, read its knowledge and connect. */
const PATIENCE_MS = 60_000;

/** A few pages: reading all that comes with Docent takes a program as long as everything else at its start. */
const fewPages = () => ({ KNOWLEDGE_SOURCE: knowledgeFolder(HANDBOOK) });

describe.each<Mode>(["socket", "http"])("the program, over %s", (mode) => {
  it(
    "answers every way of asking, follows edits and deletions, counts votes and stops when it is told to",
    async () => {
      const { slack, send, event, end, printed } = await startProgram({ mode });
      const { messages, views } = slack.workspace;

      const mention = event("app_mention", { text: `<@UBOT> ${QUESTION}` });
      await send(mention);
      await slack.until(() => messages.length === 1);
      const [answer] = messages;
      expect(answer?.thread).toBe(ts(mention));
      expect(visibleText(answer?.blocks)).toContain(SOURCE);
      expect(buttonLabels(answer?.blocks)).toContain("Helpful");

      await send(pressOn(slack, answer, "Helpful"));
      const direct = event("message_im", { text: QUESTION });
      await send(direct);
      await slack.until(() => messages.some(({ channel }) => channel === "D1"));
      const alone = messages.find(({ channel }) => channel === "D1");
      await send(pressOn(slack, alone, "Helpful"));
      await slack.until(() => buttonLabels(alone?.blocks).includes("Helpful ✓"));
      // The first vote was on a message that others see, too: it is counted, and not drawn as everybody's.
      expect(buttonLabels(answer?.blocks)).toContain("Helpful");

      const { url } = slack.responseUrl();
      await send({
        ...readFixture("slash_command"),
        text: QUESTION,
        response_url: url,
        trigger_id: "t1",
      });
      await slack.until(() => slack.responses.length === 1);
      expect(visibleText(slack.responses[0]?.body["blocks"])).toContain(SOURCE);

      await send({
        ...readFixture("message_shortcut"),
        message: { type: "message", user: "U2", text: QUESTION, ts: "1.1" },
        response_url: slack.responseUrl().url,
        trigger_id: "t2",
      });
      await slack.until(() => slack.responses.length === 2);
      await send({ ...readFixture("global_shortcut"), trigger_id: slack.workspace.trigger() });
      await slack.until(() => views.size === 1);

      await send(event("app_home_opened"));
      await slack.until(() => views.has("U1"));
      await send(event("app_home_opened", { tab: "messages" }));
      await slack.until(() => slack.callsOf("assistant.threads.setSuggestedPrompts").length === 1);

      const edited = event("message_changed");
      const message = {
        type: "message",
        user: "U1",
        text: "<@UBOT> who won the match yesterday",
        team: "T1",
        ts: ts(mention),
      };
      Object.assign(edited["event"] as object, {
        message: { ...message, edited: { user: "U1", ts: ts(edited) } },
        previous_message: { ...message, text: "before" },
      });
      await send(edited);
      await slack.until(() => visibleText(answer?.blocks).includes("I don't know"));
      await send(event("message_deleted", { deleted_ts: ts(mention) }));
      await slack.until(() => !messages.some(({ channel }) => channel === "C1"));

      slack.workspace.people.set("U1", { id: "U1", is_admin: true });
      const admin = {
        command: "/docent",
        text: "status",
        response_url: slack.responseUrl().url,
        trigger_id: "t3",
      };
      await send({ ...readFixture("slash_command"), ...admin });
      await slack.until(() => slack.responses.length === 3);
      const status = visibleText(slack.responses[2]?.body["blocks"]);
      expect(status).toContain("pages");
      expect(status).toContain("of votes helpful");

      expect(await end("SIGTERM")).toBe(0);
      expect(printed()).not.toContain(slack.botToken);
      expect(printed()).not.toContain("senior backend developer");
    },
    PATIENCE_MS,
  );

  it(
    "fault 88: answers what it has accepted before it stops",
    async () => {
      const { slack, send, event, end } = await startProgram({ mode, env: fewPages() });
      const people = Array.from({ length: 50 }, (_, index) => ({
        user: `U${index + 10}`,
        channel: `C${index}`,
      }));
      await Promise.all(
        people.map((fields) => send(event("app_mention", { text: `<@UBOT> ${RESET}`, ...fields }))),
      );
      expect(await end("SIGTERM")).toBe(0);
      expect(slack.workspace.messages).toHaveLength(50);
    },
    PATIENCE_MS,
  );
});

describe("the program when it dies", () => {
  it(
    "fault 89: answers after a kill what it had accepted, and nothing twice",
    async () => {
      const env = fewPages();
      const first = await startProgram({ mode: "socket", env });
      const { slack } = first;
      slack.always("chat.postMessage", { hang: true });
      await first.send(first.event("app_mention", { text: `<@UBOT> ${RESET}` }));
      await slack.until(() => slack.callsOf("chat.postMessage").length === 1);
      await first.end("SIGKILL");
      await endLeases(first.dataDir);
      slack.always("chat.postMessage", undefined);
      await startProgram({ mode: "socket", slack, dataDir: first.dataDir, env });
      await slack.until(() => slack.workspace.messages.length > 0);
      expect(slack.workspace.messages).toHaveLength(1);
    },
    PATIENCE_MS,
  );
});

describe("the program with a token that is refused", () => {
  it(
    "fault 54: lives on, says once what to do, is not ready, and answers on Discord",
    async () => {
      const discord = await createFakeDiscord([GUILD]);
      onTestFinished(() => discord.stop());
      const { slack, origin, end, printed } = await startProgram({
        mode: "socket",
        env: { ...fewPages(), WEB: "on", DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl },
      });
      const states = async (): Promise<Readonly<Record<string, string>>> =>
        ((await (await fetch(`${origin}/readyz`)).json()) as { states: Record<string, string> })
          .states;
      slack.always("apps.connections.open", { reply: { ok: false, error: "invalid_auth" } });
      while (!["failed", "degraded"].includes((await states())["slack"] ?? "")) {
        for (const socket of slack.socket.live) socket.disconnect("refresh_requested");
        await slack.until(() => printed().includes("invalid_auth"));
      }
      const people = createPeople(discord);
      await people.until(() => discord.commands.registered().length > 0, "Discord", PATIENCE_MS);
      const asked = { user: BEN, guild: GUILD, channel: GENERAL };
      const question = people.says(asked, `<@${BOT.id}> ${RESET}`);
      await people.until(() => people.seesIn(question).length === 1, "the answer", PATIENCE_MS);
      expect(await states()).toMatchObject({ slack: "failed", discord: "ok" });
      const loud = printed()
        .split("\n")
        .filter((line) => line.includes("invalid_auth"));
      expect(loud).toHaveLength(1);
      expect(loud[0]).toContain("Copy the token again");
      expect(printed()).not.toContain("nobody caught");
      expect(await end("SIGTERM")).toBe(0);
    },
    PATIENCE_MS,
  );
});
