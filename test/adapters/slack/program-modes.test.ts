import { describe, expect, it } from "vitest";
import { visibleText } from "../../fakes/slack/read-blocks.ts";
import { HANDBOOK, RESET, UNSURE } from "../../support/handbook.ts";
import { readFixture, ts } from "./harness.ts";
import type { Mode } from "./harness.ts";
import { pressOn } from "./pressing.ts";
import type { Program } from "./program.ts";
import { shareProgram } from "./shared-program.ts";

const ANSWER = "in the portal, under Security";
const OFF = "I am switched off in this channel";

/** What stands of ours in a channel. */
const ours = ({ slack }: Program, channel: string) =>
  slack.workspace.messages.filter(
    (message) => message.channel === channel && message.user === slack.workspace.botUser,
  );
const answers = (program: Program, channel: string): string[] =>
  ours(program, channel).map(({ blocks }) => visibleText(blocks));

/** Asks by name there and waits for the answer: what was sent before would have been answered before. */
async function mention(program: Program, channel: string, text = RESET): Promise<void> {
  const asked = program.event("app_mention", { text: `<@UBOT> ${text}`, channel, user: "U90" });
  await program.send(asked);
  await program.slack.until(() =>
    ours(program, channel).some(({ thread }) => thread === ts(asked)),
  );
}

/** An administrator's command, typed in a channel; resolves with what only they are told. */
async function docent(program: Program, channel_id: string, text: string): Promise<string> {
  const { slack, send } = program;
  slack.workspace.people.set("UADMIN", { id: "UADMIN", is_admin: true });
  const { id, url } = slack.responseUrl();
  const typed = { command: "/docent", text, channel_id, user_id: "UADMIN", trigger_id: id };
  await send({ ...readFixture("slash_command"), ...typed, response_url: url });
  const said = () => slack.responses.find((one) => one.id === id);
  await slack.until(() => said() !== undefined);
  return visibleText(said()?.body["blocks"]);
}

const toldOff = ({ slack }: Program, user: string) =>
  slack.callsOf("chat.postEphemeral", (args) => args["user"] === user);

describe.each<Mode>(["socket", "http"])("channels of the program, over %s", (mode) => {
  describe("where SLACK_CHANNEL_MODE is auto", () => {
    const program = shareProgram({ mode, env: { SLACK_CHANNEL_MODE: "auto" }, pages: HANDBOOK });

    it("answers by itself what it is sure of, and leaves the thread at Not it", async () => {
      const { slack, send, event } = program();
      const question = event("message_channel", { text: RESET, channel: "C1", user: "U1" });
      await send(question);
      await slack.until(() => ours(program(), "C1").length === 1);
      const [answer] = ours(program(), "C1");
      expect(answer?.thread).toBe(ts(question));
      expect(visibleText(answer?.blocks)).toContain(ANSWER);
      expect(visibleText(answer?.blocks)).toContain("I answered by myself");
      await send(pressOn(slack, answer, "Not it"));
      await slack.until(() => ours(program(), "C1").length === 0);
      const on = { text: RESET, channel: "C1", user: "U1", thread_ts: ts(question) };
      await send(event("message_channel", on));
      await mention(program(), "C1");
      expect(answers(program(), "C1")).toHaveLength(1);
    });

    it("keeps silent about what it would answer by name, where it is not sure enough", async () => {
      const { send, event } = program();
      await send(event("message_channel", { text: UNSURE, channel: "C2", user: "U2" }));
      await mention(program(), "C2", UNSURE);
      expect(answers(program(), "C2")).toEqual([expect.stringContaining("it/laptops.md")]);
      expect(answers(program(), "C2")[0]).not.toContain("I answered by myself");
    });

    it("answers a message that names it once, although Slack tells of it twice", async () => {
      const { send, event } = program();
      const text = `<@UBOT> ${RESET}`;
      const named = event("app_mention", { text, channel: "C3", user: "U3" });
      const twin = event("message_channel", { text, channel: "C3", user: "U3", ts: ts(named) });
      await Promise.all([send(twin), send(named)]);
      await mention(program(), "C3");
      expect(answers(program(), "C3")).toHaveLength(2);
    });

    it("waits to be named where an admin says so", async () => {
      const { send, event } = program();
      expect(await docent(program(), "C4", "mode mention")).toContain("mention");
      await send(event("message_channel", { text: RESET, channel: "C4", user: "U4" }));
      await mention(program(), "C4");
      expect(answers(program(), "C4")).toEqual([expect.stringContaining(ANSWER)]);
    });

    it("says nothing where an admin switched it off, and whoever names it hears so alone", async () => {
      const { slack, send, event } = program();
      expect(await docent(program(), "C5", "mode off")).toBe("Docent does not answer here.");
      await send(event("message_channel", { text: RESET, channel: "C5", user: "U5" }));
      await send(event("app_mention", { text: `<@UBOT> ${RESET}`, channel: "C5", user: "U5" }));
      await slack.until(() => toldOff(program(), "U5").length === 1);
      expect(toldOff(program(), "U5")[0]?.args["text"]).toContain(OFF);
      expect(answers(program(), "C5")).toEqual([]);
    });
  });

  describe("where SLACK_CHANNEL_MODE is off", () => {
    const program = shareProgram({ mode, env: { SLACK_CHANNEL_MODE: "off" }, pages: HANDBOOK });

    it("answers in no channel, but directly and for the asker's eyes only", async () => {
      const { slack, send, event } = program();
      await send(event("app_mention", { text: `<@UBOT> ${RESET}`, channel: "C1", user: "U1" }));
      await slack.until(() => toldOff(program(), "U1").length === 1);
      await send(event("message_im", { text: RESET, channel: "D1", user: "U1" }));
      await slack.until(() => ours(program(), "D1").length === 1);
      expect(answers(program(), "D1")[0]).toContain(ANSWER);
      const { id, url } = slack.responseUrl();
      const asked = { text: RESET, response_url: url, trigger_id: id };
      await send({ ...readFixture("slash_command"), ...asked });
      await slack.until(() => slack.responses.some((one) => one.id === id));
      const whispered = slack.responses.find((one) => one.id === id);
      expect(visibleText(whispered?.body["blocks"])).toContain(ANSWER);
      expect(answers(program(), "C1")).toEqual([]);
    });

    it("answers by itself in a channel where an admin says so, and stays off in the others", async () => {
      const { slack, send, event } = program();
      expect(await docent(program(), "C6", "mode auto")).toContain("when it is very sure");
      for (const channel of ["C7", "C6"])
        await send(event("message_channel", { text: RESET, channel, user: "U6" }));
      await slack.until(() => ours(program(), "C6").length === 1);
      expect(answers(program(), "C6")[0]).toContain("I answered by myself");
      expect(answers(program(), "C7")).toEqual([]);
    });
  });
});
