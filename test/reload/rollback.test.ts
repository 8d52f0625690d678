import { describe, expect, it } from "vitest";
import { knowledgeUnderTest, LEAVE, LONGER } from "../support/knowledge.ts";

const QUESTION = "How long is annual leave?";

/** Twelve days were served, thirty are. */
async function afterTwoVersions(given: Parameters<typeof knowledgeUnderTest>[1] = {}) {
  const under = knowledgeUnderTest(LEAVE, given);
  await under.knowledge.start();
  const first = under.knowledge.snapshot.facts.version;
  await under.clock.advance(1);
  under.source.write(LONGER);
  await under.knowledge.reload();
  const second = under.knowledge.snapshot.facts.version;
  await under.clock.advance(1_000);
  return { ...under, first, second };
}

describe("a rollback", () => {
  it("serves the version before, and what has changed by it", async () => {
    const { knowledge, first, second, ask } = await afterTwoVersions();
    const report = await knowledge.rollback();
    expect(report).toMatchObject({
      changed: true,
      before: { version: second },
      after: { version: first },
      pages: { changed: ["leave.md"] },
    });
    expect(await ask(QUESTION)).toContain("twelve");
    expect(knowledge.health()).toMatchObject({ state: "ok", note: expect.stringContaining(first) });
  });

  it("goes to the version that is named, by its first letters if that is enough", async () => {
    const { knowledge, first } = await afterTwoVersions();
    await knowledge.rollback(first.slice(0, 6));
    expect(knowledge.snapshot.facts.version).toBe(first);
  });

  it("to a version nobody has kept is refused, with those that are", async () => {
    const { knowledge, first, second, ask } = await afterTwoVersions();
    await expect(knowledge.rollback("cafe")).rejects.toMatchObject({
      code: "usage",
      remedy: expect.stringContaining(first) as string,
    });
    await expect(knowledge.rollback(second)).rejects.toMatchObject({ code: "usage" });
    expect(await ask(QUESTION)).toContain("thirty");
  });

  it("to a damaged version is refused, and what served serves on", async () => {
    const { knowledge, versions, first, ask } = await afterTwoVersions();
    versions.damage(first);
    await expect(knowledge.rollback()).rejects.toMatchObject({ code: "knowledge-unreadable" });
    expect(await ask(QUESTION)).toContain("thirty");
  });

  it("lasts until an admin reloads", async () => {
    const { knowledge, clock, ask, store } = await afterTwoVersions();
    await knowledge.rollback();
    const reloaded = knowledge.reload();
    await clock.advance(1_000);
    await reloaded;
    expect(await ask(QUESTION)).toContain("thirty");
    expect(await store.get("rollback")).toBeUndefined();
  });

  it("is not undone by a watcher that sees the same pages again, only by new ones", async () => {
    const { knowledge, source, clock, ask } = await afterTwoVersions();
    await knowledge.rollback();
    await clock.advance(1_000);
    expect((await knowledge.reload({ by: "watcher" })).changed).toBe(false);
    expect(await ask(QUESTION)).toContain("twelve");
    source.write({ "leave.md": "# Annual leave\n\nAnnual leave is forty days a year.\n" });
    await knowledge.reload({ by: "watcher" });
    expect(await ask(QUESTION)).toContain("forty");
  });

  it("outlives a restart", async () => {
    const { knowledge, store, versions } = await afterTwoVersions();
    await knowledge.rollback();
    const restarted = knowledgeUnderTest(LONGER, { store, versions });
    await restarted.knowledge.start();
    expect(await restarted.ask(QUESTION)).toContain("twelve");
    expect((await restarted.knowledge.reload({ by: "watcher" })).changed).toBe(false);
  });

  it("to what is not kept any more gives way to the source at a restart", async () => {
    const { knowledge, store, versions, first } = await afterTwoVersions();
    await knowledge.rollback();
    versions.forget(first);
    const restarted = knowledgeUnderTest(LONGER, { store, versions });
    await restarted.knowledge.start();
    expect(await restarted.ask(QUESTION)).toContain("thirty");
    expect(restarted.log.text()).toContain("cannot be served");
  });

  it("again goes further back, and the versions are listed latest first", async () => {
    const { knowledge, source, clock, first, second } = await afterTwoVersions();
    source.write({ "leave.md": "# Annual leave\n\nAnnual leave is forty days a year.\n" });
    await knowledge.reload();
    const third = knowledge.snapshot.facts.version;
    expect((await knowledge.versions()).map(({ version }) => version)).toEqual([
      third,
      second,
      first,
    ]);
    for (const version of [second, first]) {
      const done = knowledge.rollback();
      await clock.advance(1_000);
      await done;
      expect(knowledge.snapshot.facts.version).toBe(version);
    }
    await expect(knowledge.rollback()).rejects.toMatchObject({ code: "usage" });
  });
});
