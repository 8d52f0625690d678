import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it, onTestFinished } from "vitest";
import { startFakeSlack } from "../../fakes/slack/fake-slack.ts";
import { visibleText } from "../../fakes/slack/read-blocks.ts";
import { emptyFolder } from "../../support/knowledge-folder.ts";
import { readFixture } from "./harness.ts";

const root = new URL("../../../", import.meta.url);

/** The first of the lines between a heading and the next that matches. */
function within(page: string, heading: string, pattern: RegExp): string {
  const [, section = ""] = page.split(`\n## ${heading}\n`);
  const [, found] = pattern.exec(section.split("\n## ")[0] ?? "") ?? [];
  if (found === undefined) throw new Error(`nothing like ${String(pattern)} below "${heading}"`);
  return found;
}

it.each([
  ["README.md", "Connect Slack"],
  ["docs/slack.md", "From nothing to an answer in five minutes"],
])(
  "whoever follows %s, below “%s”, to the letter has an answer with its source",
  async (file, heading) => {
    const page = readFileSync(new URL(file, root), "utf8");
    const command = within(page, heading, /^ *(SLACK_BOT_TOKEN=.*npm start)$/mu);
    const question = within(page, heading, /`@Docent ([^`]+)`/u);
    const said = within(page, heading, /log\s+says\s+`([^`]+)`/u);
    const slack = await startFakeSlack(() => Date.now());
    const dataDir = emptyFolder();
    const typed = command.replace("xoxb-…", slack.botToken).replace("xapp-…", slack.appToken);
    const shell = spawn("sh", ["-c", typed], {
      cwd: root,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"] ?? "",
        HOME: dataDir,
        // Not in the text: the fake instead of Slack, and nothing of this machine's.
        SLACK_API_URL: slack.apiUrl,
        DATA_DIR: dataDir,
        PORT: "0",
      },
    });
    let printed = "";
    for (const stream of [shell.stdout, shell.stderr])
      stream.on("data", (bytes: Buffer) => (printed += bytes.toString()));
    const ended = new Promise((resolve) => shell.once("exit", resolve));
    onTestFinished(async () => {
      if (shell.pid !== undefined) process.kill(-shell.pid, "SIGTERM");
      await ended;
      await slack.close();
      expect(slack.faults).toEqual([]);
    });

    await slack.until(() => printed.includes(said) || shell.exitCode !== null);
    expect(printed).toContain(said);
    const mention = readFixture("app_mention");
    const ts = `${Math.floor(Date.now() / 1000)}.000100`;
    const event = { ...(mention["event"] as object), ts, text: `<@UBOT> ${question}` };
    await slack.socket.deliver("events_api", { ...mention, event });
    await slack.until(() => slack.workspace.messages.length === 1);
    const [answer] = slack.workspace.messages;
    expect(answer?.thread).toBe(ts);
    expect(visibleText(answer?.blocks)).toMatch(/careers\/\S+\.md:\d+/u);
  },
  60_000,
);
