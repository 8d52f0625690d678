import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readFixture } from "./adapters/slack/harness.ts";
import { pressOn } from "./adapters/slack/pressing.ts";
import { startProgram } from "./adapters/slack/program.ts";
import { visibleText } from "./fakes/slack/read-blocks.ts";
import { freshFolder } from "./support/sqlite-files.ts";

const WHO = "UCANARY7";
const WORD = "zanzibarine";

function everyByte(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, "latin1"))
    .join("\n");
}

it("fault 99: who asks to be forgotten gets a receipt, and is in no file of the program any more", async () => {
  const dataDir = freshFolder();
  const { slack, send, event, end, printed } = await startProgram({ mode: "socket", dataDir });
  const { messages } = slack.workspace;
  const mine = { user: { id: WHO, team_id: "T1" } };
  const asked = { user: WHO, channel: "D7" };

  await send(event("message_im", { ...asked, text: `How much ${WORD} leave is there in Spain?` }));
  await slack.until(() => messages.length === 1);
  await send({ ...pressOn(slack, messages[0], "Tell me when you know"), ...mine });
  await send(event("message_im", { ...asked, text: "What is Redis good for?" }));
  await slack.until(() => messages.length === 2);
  await send({ ...pressOn(slack, messages[1], "Not helpful"), ...mine });
  await slack.until(() => slack.workspace.views.size > 0);

  const forget = async (): Promise<string> => {
    const before = slack.responses.length;
    await send({
      ...readFixture("slash_command"),
      command: "/docent",
      text: "forget-me",
      user_id: WHO,
      channel_id: "D7",
      response_url: slack.responseUrl().url,
    });
    await slack.until(() => slack.responses.length > before);
    return visibleText(slack.responses.at(-1)?.body["blocks"]);
  };
  await slack.until(() => slack.responses.length === 1);
  const receipt = await forget();
  expect(receipt).toMatch(/^Deleted: answers \(2\)/u);
  for (const what of ["votes (1)", "wishes to be told (1)", "questions without an answer"]) {
    expect(receipt).toContain(what);
  }
  expect(await forget()).toBe("There was nothing about you.");

  expect(await end("SIGTERM")).toBe(0);
  const left = everyByte(dataDir);
  expect(left.length).toBeGreaterThan(1_000);
  expect(left).not.toMatch(/CANARY7/u);
  expect(left.toLowerCase()).not.toContain(WORD);
  expect(printed()).not.toMatch(/CANARY7/u);
}, 60_000);
