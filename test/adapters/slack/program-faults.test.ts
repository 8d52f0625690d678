import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, it } from "vitest";
import { visibleText } from "../../fakes/slack/read-blocks.ts";
import { signedPost } from "../../fakes/slack/signed-post.ts";
import { HANDBOOK, RESET } from "../../support/handbook.ts";
import { knowledgeFolder } from "../../support/knowledge-folder.ts";
import { SECRET, ts } from "./harness.ts";
import { startProgram } from "./program.ts";
import type { Program } from "./program.ts";

const QUESTION = "How much does a senior backend developer earn in India?";
const ANSWER = "in the portal, under Security";
const PATIENCE_MS = 90_000;
const MEGABYTE = 1_000_000;

/** Asks by name in a channel of its own; resolves with what is said below it. */
async function ask({ slack, send, event }: Program, text: string, user: string): Promise<string> {
  const mention = event("app_mention", { text: `<@UBOT> ${text}`, user, channel: `C${user}` });
  await send(mention);
  const said = () => slack.workspace.messages.filter(({ thread }) => thread === ts(mention));
  await slack.until(() => said().length > 0);
  expect(said()).toHaveLength(1);
  return visibleText(said()[0]?.blocks);
}

/** Kilobytes of memory that a process holds. */
const memoryOf = (pid: number): number =>
  Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }));

it(
  "fault 2, 63: requests that are far too large or never end take neither memory nor the answers of others",
  async () => {
    const env = { KNOWLEDGE_SOURCE: knowledgeFolder(HANDBOOK) };
    const program = await startProgram({ mode: "http", env });
    const slow = connect(Number(new URL(program.origin).port), "127.0.0.1");
    const hungUp = new Promise((resolve) => slow.once("close", resolve));
    slow.on("error", () => undefined);
    slow.resume();
    slow.write("POST /slack/events HTTP/1.1\r\nHost: docent\r\nX-Slow: ");
    for (let asked = 0; asked < 5; asked += 1) await ask(program, RESET, `UA${asked}`);

    const before = memoryOf(program.pid);
    const body = "a".repeat(10 * MEGABYTE);
    for (const secret of [SECRET, "other", SECRET, "other", SECRET, "other"]) {
      const timestamp = Math.floor(Date.now() / 1000);
      const status = await signedPost({
        url: `${program.origin}/slack/events`,
        secret,
        timestamp,
        body,
      }).then(
        (response) => response.status,
        // It may hang up before all was sent.
        () => 413,
      );
      expect(status).toBe(413);
    }
    expect(await ask(program, RESET, "UB")).toContain(ANSWER);
    expect((memoryOf(program.pid) - before) / 1024).toBeLessThan(30);
    // Headers that drip are given up after ten seconds.
    await hungUp;
    expect(await ask(program, RESET, "UC")).toContain(ANSWER);
  },
  PATIENCE_MS,
);

it(
  "fault 3 to 6: words that are made to take long are answered or refused once each, and hold up nobody",
  async () => {
    const program = await startProgram({ mode: "socket" });
    const letters = Array.from({ length: 1999 }, (_, index) =>
      String.fromCodePoint(97 + (index % 26)),
    );
    const near = Array.from({ length: 330 }, (_, index) => `develeper${index.toString(36)}`);
    const bombs: readonly (readonly [text: string, said: RegExp])[] = [
      ["a".repeat(10 * MEGABYTE), /up to 4000\. Please shorten it/u],
      [letters.join(" "), /./u],
      [near.join(" ").slice(0, 3990), /./u],
      ["developmentarchitecturaly".repeat(159), /./u],
      [`${"a".repeat(3000)}!`, /./u],
      ["```".repeat(1200), /./u],
      ["[".repeat(3900), /./u],
    ];
    const [said, quick] = await Promise.all([
      Promise.all(bombs.map(([text], index) => ask(program, text, `UA${index}`))),
      ask(program, QUESTION, "UB"),
    ]);
    for (const [index, [, expected]] of bombs.entries()) expect(said[index]).toMatch(expected);
    expect(said.join("\n")).not.toContain("Something went wrong");
    expect(quick).toContain("careers/");
  },
  PATIENCE_MS,
);

it(
  "fault 13: a question that was deleted is in no file of the program any more, nor in its log",
  async () => {
    const env = { KNOWLEDGE_SOURCE: knowledgeFolder(HANDBOOK) };
    const program = await startProgram({ mode: "socket", env });
    const { slack, send, event, end, printed, dataDir } = program;
    const words = "which zanzibarian canary sings quixotically at midnight";
    const mention = event("app_mention", { text: `<@UBOT> ${words}` });
    await send(mention);
    await slack.until(() => slack.workspace.messages.length === 1);
    await send(event("message_deleted", { deleted_ts: ts(mention) }));
    await slack.until(() => slack.workspace.messages.length === 0);
    // What somebody asks afterwards is kept, so that the search below would have found the other, too.
    await ask(program, "which capybara dances", "U9");
    expect(await end("SIGTERM")).toBe(0);
    const kept = readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name), "latin1"))
      .join("\n");
    expect(kept).toContain("capybara");
    for (const text of [kept, printed()]) expect(text).not.toContain("zanzibarian");
  },
  PATIENCE_MS,
);
