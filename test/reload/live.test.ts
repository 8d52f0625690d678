import { once } from "node:events";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, it, onTestFinished } from "vitest";
import type { OwnedKnowledge } from "../../src/index.ts";
import { startUntil, stop } from "../support/child.ts";
import { liveKnowledge } from "../support/live-knowledge.ts";
import { PAGES } from "../support/pages.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const QUESTION = "How many days is the annual leave of the staff?";

function page(days: string): string {
  return `---\nquestions:\n  - ${QUESTION}\n---\n# Annual leave\n\nThe annual leave of the staff is ${days} days.\n`;
}

async function live(
  folder: string,
  dataDir = temporaryFolder(),
  memoryMb?: number,
): Promise<OwnedKnowledge> {
  const knowledge = liveKnowledge(folder, dataDir, memoryMb);
  onTestFinished(() => knowledge.close());
  await knowledge.start();
  return knowledge;
}

/** Takes the snapshot once, as the assistant does. */
async function ask({ snapshot }: OwnedKnowledge): Promise<{ version: string; text: string }> {
  const asker = { id: "test:1", labels: [] };
  const outcome = await snapshot.answer({ text: QUESTION, asker });
  const text = outcome.kind === "found" ? outcome.citations[0].snippet.text : outcome.reason;
  return { version: snapshot.facts.version, text };
}

/** A thread of its own, so that it never pauses for as long as a file has to be left alone to count as written. */
const WRITER = `
  const { appendFileSync } = require("node:fs");
  const { workerData } = require("node:worker_threads");
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    appendFileSync(workerData, "filler\\n");
    Atomics.wait(nobody, 0, 0, 5);
  }
`;

describe("a reload under questions", { timeout: 60_000 }, () => {
  it("leaves no question without its answer, and none with an answer of another version", async () => {
    const folder = temporaryFolder({ ...PAGES, "leave.md": page("zero") });
    const knowledge = await live(folder);
    const days = new Map([[knowledge.snapshot.facts.version, "zero"]]);
    const answers: { version: string; text: string }[] = [];
    let over = false;
    const asking = Array.from({ length: 4 }, async () => {
      while (!over) answers.push(await ask(knowledge));
    });
    for (const word of ["one", "two", "three"]) {
      writeFileSync(join(folder, "leave.md.new"), page(word));
      renameSync(join(folder, "leave.md.new"), join(folder, "leave.md"));
      const report = await knowledge.reload();
      expect(report.pages.changed).toEqual(["leave.md"]);
      days.set(report.after.version, word);
    }
    over = true;
    await Promise.all(asking);
    expect(new Set(answers.map(({ version }) => version)).size).toBeGreaterThan(1);
    for (const { version, text } of answers) {
      expect(text).toContain(`is ${days.get(version) ?? "no version"} days`);
    }
  });

  it("fault 29, 91: of more pages than its memory holds is refused with the limit, and every question meanwhile is answered as before", async () => {
    const folder = temporaryFolder({ ...PAGES, "leave.md": page("zero") });
    const knowledge = await live(folder, temporaryFolder(), 64);
    const words = Array.from({ length: 40_000 }, (_, at) => `word${at.toString(36)}`).join(" ");
    for (let at = 0; at < 200; at++)
      writeFileSync(join(folder, `many-${at}.md`), `# ${at}\n\n${words}\n`);
    const answers: string[] = [];
    let over = false;
    const asking = (async () => {
      while (!over) answers.push((await ask(knowledge)).text);
    })();
    await expect(knowledge.reload()).rejects.toMatchObject({
      code: "snapshot-failed",
      message: "The knowledge needs more memory than its limit of 64 MB",
    });
    over = true;
    await asking;
    answers.push((await ask(knowledge)).text);
    expect(answers.every((text) => text.includes("is zero days"))).toBe(true);
    expect(knowledge.health()).toMatchObject({
      state: "degraded",
      note: expect.stringContaining("limit of 64 MB") as string,
    });
  });

  it("fault 28: takes up a page whole or not at all, however slowly it is written", async () => {
    const folder = temporaryFolder({ ...PAGES, "leave.md": page("zero") });
    const knowledge = await live(folder);
    writeFileSync(join(folder, "leave.md"), page("one").slice(0, 60));
    const writer = new Worker(WRITER, { eval: true, workerData: join(folder, "leave.md") });
    await once(writer, "online");
    await expect(knowledge.reload()).rejects.toMatchObject({
      code: "knowledge-rejected",
      message: expect.stringContaining("leave.md") as string,
    });
    expect((await ask(knowledge)).text).toContain("zero");
    await writer.terminate();
    writeFileSync(join(folder, "leave.md"), page("one"));
    await knowledge.reload();
    expect((await ask(knowledge)).text).toContain("one");
  });
});

describe("a process that is killed in the middle of a reload", { timeout: 120_000 }, () => {
  it("fault 79: leaves a complete state to the next, with whole versions to go back to", async () => {
    const folder = temporaryFolder({ ...PAGES, "leave.md": page("zero") });
    const dataDir = temporaryFolder();
    const script = new URL("../support/reload-forever.ts", import.meta.url).pathname;
    for (let round = 0; round < 3; round++) {
      const args = [script, folder, dataDir, String(round)];
      const child = await startUntil(process.execPath, args, new RegExp(`serves ${round}`));
      await stop(child, "SIGKILL");
    }
    const knowledge = await live(folder, dataDir);
    expect(knowledge.snapshot.facts).toMatchObject({ pages: 6, problems: [] });
    expect((await ask(knowledge)).text).toContain("zero");
    const kept = await knowledge.versions();
    expect(kept.length).toBeGreaterThan(2);
    const others = kept.filter(({ version }) => version !== knowledge.snapshot.facts.version);
    for (const { version } of others.slice(0, 3)) {
      await knowledge.rollback(version);
      expect(knowledge.snapshot.facts).toMatchObject({ version, pages: expect.any(Number) });
    }
  });
});
