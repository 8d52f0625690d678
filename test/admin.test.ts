import fc from "fast-check";
import { expect, test } from "vitest";
import { createReplicas, plainText } from "../src/index.ts";
import type { Actor } from "../src/index.ts";
import { admin, nobody, openAdministration, shell } from "./support/open-administration.ts";
import { snapshotOf } from "./support/build-snapshot.ts";

test("status is a screen with the knowledge, the platforms, today and what is next", async () => {
  const { administration, statistics, feedback, replicas, ask } = openAdministration();
  for (let count = 0; count < 100; count += 1) {
    statistics.record(count < 87 ? "found" : "abstained", count === 99 ? 18 : 3);
  }
  const ballot = { tenant: "slack:T1", page: "it/vpn.md" };
  for (let count = 0; count < 15; count += 1) {
    const vote = count < 14 ? ("helpful" as const) : ("not-helpful" as const);
    await feedback.vote({ ...ballot, answer: `a${count}`, person: "p", vote });
  }
  await replicas.beat({ version: "1.4.0", knowledge: "3f9c2e1abc" });
  await ask("parental leave in Spain");
  const { body, next, json } = await administration.run("status", admin);
  expect(plainText(body).split("\n\n")).toEqual([
    "Docent 1.4.0 (0123456) · knowledge 3f9c2e1 (12 minutes old) · 2 pages, 2 passages, 2 problems",
    "Slack ok · Discord ok (3 shards) · store redis ok · replicas 1",
    "Today 100 questions · 87 % answered · 93 % of votes helpful · p50 3 ms, p99 3 ms · 1 open gap",
  ]);
  expect(next.map(({ command }) => command)).toEqual(["reload", "problems", "gaps"]);
  expect(json).toMatchObject({ version: "1.4.0", openGaps: 1, today: { questions: 100 } });
});

test("status tells replicas of different versions apart, and lives without the store", async () => {
  const { say, store, clock } = openAdministration();
  for (const [id, knowledge] of [
    ["r1", "aaaaaaaaa"],
    ["r2", "bbbbbbbbb"],
  ] as const) {
    await createReplicas({ store, clock, id }).beat({ version: "1.4.0", knowledge });
  }
  expect(await say("status")).toContain("replicas 2: 1.4.0 with aaaaaaa, 1.4.0 with bbbbbbb");
  const third = createReplicas({ store, clock, id: "r3" });
  await third.beat({ version: "1.4.0", knowledge: "aaaaaaaaa", unwell: ["discord failed"] });
  expect(await say("status")).toContain(
    "replicas 3: 1.4.0 with aaaaaaa, 1.4.0 with bbbbbbb, Discord failed on 1 of them",
  );
  store.increment = () => Promise.reject(new Error("down"));
  expect(await say("status")).toContain("how today went is not known");
});

test("fault 75: who is no admin starts nothing, learns nothing, and is written down once a minute", async () => {
  const { administration, calls, audit, clock, gaps, ask } = openAdministration();
  await ask("parental leave in Spain");
  const commands = [
    "status",
    "reload",
    "rollback",
    "problems",
    "gaps",
    "audit",
    "why vpn",
    "mode off",
  ];
  for (const line of commands) {
    const refused = await administration.run(line, nobody);
    expect(refused).toMatchObject({ ok: false, json: { error: "not-allowed" } });
    expect(plainText(refused.body)).toBe("Only admins can do that.");
    await administration.run(line, nobody);
  }
  await administration.run("gaps dismiss 1", nobody);
  expect(calls).toEqual([]);
  expect(await gaps.list()).toMatchObject([{ state: "open" }]);
  const entries = await audit.list(100);
  expect(entries).toHaveLength(commands.length);
  expect(
    entries.every(({ outcome, actor }) => outcome === "refused" && actor === "slack:T1:bob"),
  ).toBe(true);
  await clock.advance(60_000);
  await administration.run("reload", nobody);
  expect(await audit.list(100)).toHaveLength(commands.length + 1);
});

test("the audit names the place once, with its platform", async () => {
  const { administration, say } = openAdministration();
  await administration.run("mode", { ...admin, place: "slack:T1:C1" });
  await administration.run("mode off", { ...admin, place: "slack:T1:C1" });
  const shown = await say("audit");
  expect(shown).toContain("slack:T1:C1");
  expect(shown).not.toContain("slack slack:");
});

test("a refusal names what admins are wanted of as its platform does", async () => {
  const { administration } = openAdministration();
  const refused = await administration.run("reload", { ...nobody, community: "server" });
  expect(plainText(refused.body)).toBe("Only admins of this server can do that.");
});

test("help lists what one may do, and for who is no admin that is to be forgotten", async () => {
  const { say } = openAdministration();
  expect(await say("help", nobody)).toBe(
    "What you can say:\n\n- forget-me delete everything Docent knows about you, at once",
  );
  const own = await say("");
  for (const name of ["status", "reload", "rollback", "problems", "gaps", "why", "mode", "audit"]) {
    expect(own).toContain(`- ${name}`);
  }
  expect(await say("/docent HELP")).toBe(own);
  expect(await say("frobnicate")).toContain("That is no command");
});

test("anybody can be forgotten, hears what went, and is not written down for it", async () => {
  const { say, ask, audit, store } = openAdministration();
  await ask("parental leave in Spain", nobody.asker.id);
  expect(await say("forget-me", nobody)).toBe(
    "Deleted: questions without an answer (1). Nothing about you is left.",
  );
  expect(await say("forget-me", nobody)).toBe("There was nothing about you.");
  expect(await audit.list(10)).toMatchObject([
    { actor: "forgotten", command: "forget-me" },
    { actor: "forgotten", command: "forget-me" },
  ]);
  const kept: unknown[] = [];
  for await (const entry of store.entries("")) kept.push(entry);
  expect(JSON.stringify(kept)).not.toContain("bob");
});

test("whatever somebody types, there is an answer, and who is no admin changes nothing", () => {
  const { administration, calls } = openAdministration();
  return fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 60 }),
        fc
          .tuple(
            fc.constantFrom("gaps", "mode", "audit", "why", "reload", "rollback", "help", "status"),
            fc.string({ maxLength: 30 }),
          )
          .map((words) => words.join(" ")),
      ),
      async (line) => {
        for (const actor of [nobody, admin]) {
          const before = calls.length;
          const { body } = await administration.run(line, actor);
          expect(plainText(body)).not.toBe("");
          if (actor === nobody) expect(calls).toHaveLength(before);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("status names the commit the knowledge was read at, and only the pages that one may read", async () => {
  const plain = snapshotOf({
    "it/vpn.md": "# VPN\n\nThe VPN connects laptops.\n",
    "hr/pay.md": "---\naudience: [hr]\n---\n# Pay\n\nThe bonus is paid in May.\n",
  });
  const revision = "89abcdef0123";
  const snapshot = { ...plain, facts: { ...plain.facts, revision, version: "3f9c2e1abc" } };
  const opened = openAdministration();
  const knowledge = { ...opened.knowledge, snapshot };
  const { administration, say, feedback: votes } = openAdministration({ knowledge });
  const ballot = { tenant: "slack:T1", person: "p", vote: "not-helpful" } as const;
  await votes.vote({ ...ballot, answer: "a1", page: "it/vpn.md" });
  await votes.vote({ ...ballot, answer: "a2", page: "hr/pay.md" });
  expect(await say("status")).toContain("knowledge 3f9c2e1 (commit 89abcde, 12 minutes old)");
  const pages = async (actor: Actor): Promise<unknown> =>
    ((await administration.run("status", actor)).json as { votes: { pages: unknown } }).votes.pages;
  expect(await pages(admin)).toMatchObject([{ page: "it/vpn.md", notHelpful: 1 }]);
  expect(await pages(shell)).toHaveLength(2);
});
