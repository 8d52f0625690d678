import { describe, expect, it } from "vitest";
import { DocentError } from "../src/index.ts";
import type { Problem } from "../src/index.ts";
import { settle } from "./fakes/clock.ts";
import { knowledgeUnderTest, LEAVE, LONGER } from "./support/knowledge.ts";

const EMPTY = new DocentError("knowledge-empty", "The folder has no page", { remedy: "Add one." });
const BROKEN: Problem = {
  page: "it/vpn.md",
  line: 4,
  severity: "error",
  code: "unknown-key",
  message: "front matter: `reviewd` is not known, did you mean `reviewed`?",
  remedy: "Write `reviewed`.",
};
const QUESTION = "How long is annual leave?";

describe("the first load", () => {
  it("makes Docent answer", async () => {
    const { knowledge, ask } = knowledgeUnderTest();
    expect(knowledge.health().state).toBe("starting");
    await knowledge.start();
    expect(knowledge.health()).toEqual({ state: "ok" });
    expect(await ask(QUESTION)).toContain("twelve");
  });

  it("that finds nothing leaves a Docent that says so, and is tried again until it succeeds", async () => {
    const { knowledge, source, clock, ask, log } = knowledgeUnderTest();
    source.failWith(EMPTY);
    await knowledge.start();
    expect(knowledge.health().state).toBe("failed");
    expect(knowledge.health().note).toContain("The folder has no page. Add one.");
    await expect(ask(QUESTION)).rejects.toMatchObject({ code: "knowledge-missing" });
    const asker = { id: "test:1", labels: [] };
    expect(await knowledge.snapshot.topics(asker)).toEqual([]);
    expect(await knowledge.snapshot.suggest("le", asker, 5)).toEqual([]);
    expect(await knowledge.snapshot.read("leave.md#annual-leave", asker)).toBeUndefined();
    expect(await knowledge.snapshot.declared()).toEqual([]);

    await clock.advance(10_000);
    expect(source.begun).toBeGreaterThan(2);
    source.failWith(undefined);
    await clock.advance(60_000);
    expect(await ask(QUESTION)).toContain("twelve");
    expect(knowledge.health()).toEqual({ state: "ok" });
    expect(log.text()).toContain("The folder has no page");

    const tries = source.begun;
    await clock.advance(600_000);
    expect(source.begun).toBe(tries);
  });

  it("ends with Docent, and nothing is tried any more", async () => {
    const { knowledge, source, clock } = knowledgeUnderTest();
    source.failWith(EMPTY);
    await knowledge.start();
    await knowledge.close();
    const tries = source.begun;
    await clock.advance(600_000);
    expect(source.begun).toBe(tries);
  });
});

describe("a reload", () => {
  it("takes up what has changed and says what", async () => {
    const { knowledge, source, ask } = knowledgeUnderTest({
      ...LEAVE,
      "old.md": "# Old\n\nAn old page.\n",
    });
    await knowledge.start();
    const before = knowledge.snapshot.facts;
    source.write({ ...LONGER, "new.md": "# New\n\nA new page.\n" });
    const report = await knowledge.reload();
    expect(report).toMatchObject({
      changed: true,
      pages: { added: ["new.md"], changed: ["leave.md"], removed: ["old.md"] },
      passages: { added: 1, changed: 1, removed: 1 },
      before: { version: before.version },
      after: { version: knowledge.snapshot.facts.version, pages: 2 },
    });
    expect(await ask(QUESTION)).toContain("thirty");
  });

  it("of the same pages changes nothing", async () => {
    const { knowledge, source } = knowledgeUnderTest();
    await knowledge.start();
    const { snapshot } = knowledge;
    const report = await knowledge.reload();
    expect(report.changed).toBe(false);
    expect(report.pages).toEqual({ added: [], changed: [], removed: [] });
    expect(knowledge.snapshot).toBe(snapshot);
    expect(source.opened).toHaveLength(1);
  });

  it.each([
    ["an empty folder", EMPTY],
    ["a missing mount", new DocentError("knowledge-missing", "No folder", { remedy: "Mount it." })],
    ["out of memory", new DocentError("snapshot-failed", "Too large", { remedy: "More memory." })],
  ])("that fails by %s keeps what served, and says why", async (_name, error) => {
    const { knowledge, source, ask, metrics } = knowledgeUnderTest();
    await knowledge.start();
    source.failWith(error);
    await expect(knowledge.reload()).rejects.toBe(error);
    expect(await ask(QUESTION)).toContain("twelve");
    expect(knowledge.health().state).toBe("degraded");
    expect(knowledge.health().note).toContain(`${error.message}. ${error.remedy}`);
    expect(metrics.total("reloads_total", { outcome: "failed" })).toBe(1);
    source.failWith(undefined);
    await knowledge.reload();
    expect(knowledge.health()).toEqual({ state: "ok" });
  });

  it("keeps what served where a page is broken, if it is strict", async () => {
    const { knowledge, source, ask } = knowledgeUnderTest(LEAVE, { strict: true });
    await knowledge.start();
    source.write(LONGER, [BROKEN]);
    await expect(knowledge.reload()).rejects.toMatchObject({
      code: "knowledge-rejected",
      message: `it/vpn.md:4 ${BROKEN.message}`,
      remedy: BROKEN.remedy,
    });
    expect(await ask(QUESTION)).toContain("twelve");
    expect(source.closed).toHaveLength(1);
  });

  it("keeps what served while a page is still being written", async () => {
    const { knowledge, source, ask } = knowledgeUnderTest({
      ...LEAVE,
      "vpn.md": "# VPN\n\nYes.\n",
    });
    await knowledge.start();
    const writing: Problem = { ...BROKEN, page: "leave.md", line: 0, code: "file-changing" };
    source.write({ "vpn.md": "# VPN\n\nYes.\n" }, [writing]);
    await expect(knowledge.reload()).rejects.toMatchObject({ code: "knowledge-rejected" });
    expect(await ask(QUESTION)).toContain("twelve");
  });

  it("takes a broken page along and tells of it, if it is not", async () => {
    const { knowledge, source, ask } = knowledgeUnderTest();
    await knowledge.start();
    source.write(LONGER, [BROKEN]);
    const report = await knowledge.reload();
    expect(report.after.problems).toEqual([BROKEN]);
    expect(await ask(QUESTION)).toContain("thirty");
  });

  it("keeps what served where a declared question fails, if that is its gate", async () => {
    const { knowledge, source, ask } = knowledgeUnderTest(LEAVE, { gate: true });
    await knowledge.start();
    const cat = "---\nquestions:\n  - Who feeds the office cat?\n---\n# Office cat\n\n";
    // Two pages that claim the same question: one of them must lose.
    source.write({ "a.md": `${cat}Ada feeds the cat.\n`, "b.md": `${cat}Bob feeds the cat.\n` });
    await expect(knowledge.reload()).rejects.toMatchObject({
      code: "knowledge-rejected",
      message: expect.stringContaining("b.md:3") as string,
    });
    expect(await ask(QUESTION)).toContain("twelve");
  });
});

describe("many reloads at once", () => {
  it("run one at a time and come to two", async () => {
    const { knowledge, source, clock } = knowledgeUnderTest();
    await knowledge.start();
    source.write(LONGER);
    const release = source.hold();
    const storm = Array.from({ length: 100 }, () => knowledge.reload());
    await settle();
    expect(source.begun).toBe(2);
    release();
    await clock.advance(1_000);
    const reports = await Promise.all(storm);
    expect(reports.filter((report) => report.changed)).toHaveLength(1);
    expect(new Set(reports).size).toBe(2);
    expect(source.begun).toBe(3);
    expect(source.atOnce).toBe(1);
  });

  it("leave at most two snapshots open", async () => {
    const { knowledge, source, clock } = knowledgeUnderTest();
    await knowledge.start();
    for (let round = 0; round < 5; round++) {
      source.write(round % 2 === 0 ? LONGER : LEAVE);
      const reloaded = knowledge.reload();
      await clock.advance(1_000);
      await reloaded;
      expect(source.opened.length - source.closed.length).toBeLessThanOrEqual(2);
    }
    await clock.advance(1_000);
    expect(source.opened.length - source.closed.length).toBe(1);
  });
});

describe("a question that began before a swap", () => {
  it("ends on the snapshot it began on, which closes only then", async () => {
    const { knowledge, source, clock } = knowledgeUnderTest();
    await knowledge.start();
    const old = knowledge.snapshot;
    source.write(LONGER);
    await knowledge.reload();
    // Whoever took it may have waited for the store before asking.
    const outcome = await old.answer({ text: QUESTION, asker: { id: "test:1", labels: [] } });
    expect(JSON.stringify(outcome)).toContain("twelve");
    expect(source.closed).toHaveLength(0);
    await clock.advance(1_000);
    expect(source.closed).toHaveLength(1);
  });
});
