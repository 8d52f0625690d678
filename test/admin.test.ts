import fc from "fast-check";
import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import {
  createAdministration,
  createAssistant,
  createAudit,
  createChannels,
  createFeedback,
  createGaps,
  createPrivacy,
  createReplicas,
  createStatistics,
  DocentError,
  plainText,
} from "../src/index.ts";
import type { Actor, Health, ReloadReport, Snapshot } from "../src/index.ts";
import { createFakeClock } from "./fakes/clock.ts";
import { countingIds, fakePseudonym, person } from "./fakes/person.ts";
import { createCountingMetrics, createRecordingLog } from "./fakes/recorders.ts";
import { createFakeSnapshot } from "./fakes/snapshot.ts";
import { simpleTerms } from "./fakes/terms.ts";

const admin: Actor = {
  asker: person("ann"),
  admin: true,
  from: "slack",
  place: "slack:T1:C1",
};
const nobody: Actor = { ...admin, asker: person("bob"), admin: false };
const shell: Actor = { asker: { id: "shell:ann", labels: [] }, admin: true, from: "shell" };

function problem(page: string, audience?: readonly string[]) {
  return {
    page,
    line: 4,
    severity: "warning" as const,
    code: "unknown-key",
    message: "front matter: `reviewd` is not known",
    remedy: "Did you mean `reviewed`?",
    ...(audience !== undefined && { audience }),
  };
}

function build(options: { reload?: () => Promise<ReloadReport>; platforms?: Health[] } = {}) {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const log = createRecordingLog();
  const metrics = createCountingMetrics();
  const randomId = countingIds();
  const common = { store, clock, randomId, pseudonym: fakePseudonym, log, metrics };
  const fake = createFakeSnapshot([
    { path: "it/vpn.md", words: ["vpn"] },
    { path: "hr/pay.md", words: ["pay"], audience: ["hr"] },
  ]);
  const problems = [problem("it/vpn.md"), problem("hr/pay.md", ["hr"])];
  const snapshot: Snapshot = { ...fake, facts: { ...fake.facts, version: "3f9c2e1abc", problems } };
  const calls: string[] = [];
  const report: ReloadReport = {
    changed: true,
    before: snapshot.facts,
    after: { ...snapshot.facts, passages: 1_881 },
    pages: { added: ["a.md"], changed: ["b.md", "c.md", "d.md"], removed: [] },
    passages: { added: 8, changed: 3, removed: 0 },
    declared: {
      total: 41,
      passing: 40,
      nowPassing: [],
      nowFailing: [
        { text: "What is the VPN?", page: "it/vpn.md", line: 5, kind: "answers" },
        { text: "What is the secret pay?", page: "hr/pay.md", line: 5, kind: "answers" },
      ],
    },
    answeredGaps: [],
    changedAnswers: [
      {
        question: "vpn for ann@example.com?",
        before: { kind: "abstained", reason: "no-hit", confidence: 0, related: [] },
        after: { kind: "abstained", reason: "no-hit", confidence: 0, related: [] },
      },
    ],
    ms: 812,
  };
  const gaps = createGaps({ store, clock, terms: simpleTerms });
  const feedback = createFeedback(common);
  const statistics = createStatistics(common);
  const replicas = createReplicas({ store, clock, id: "r1" });
  const audit = createAudit(common);
  const knowledge = {
    snapshot,
    reload: async () => {
      calls.push("reload");
      return options.reload === undefined ? report : options.reload();
    },
    rollback: async (version?: string) => {
      calls.push(`rollback ${version ?? ""}`);
      return report;
    },
    versions: async () => [{ version: "3f9c2e1abc", at: clock.now() - 12 * 60_000 }],
    health: (): Health => ({ state: "ok" }),
  };
  const administration = createAdministration({
    ...common,
    about: { version: "1.4.0", commit: "0123456789abcdef" },
    knowledge,
    assistant: createAssistant({ ...common, gaps, knowledge }),
    gaps,
    feedback,
    statistics,
    replicas,
    channels: createChannels(store),
    audit,
    privacy: createPrivacy({ ...common, gaps, platformKeys: [] }),
    platforms: () => [
      { name: "slack", health: { state: "ok" } },
      { name: "discord", health: { state: "ok", note: "3 shards" } },
    ],
    settle: async () => ({ closed: await gaps.list(), told: 2 }),
  });
  const say = async (line: string, actor: Actor = admin): Promise<string> =>
    plainText((await administration.run(line, actor)).body);
  const ask = (text: string, name = "carol"): Promise<void> =>
    gaps.record({
      text,
      person: fakePseudonym(name),
      tenant: "slack:T1",
      labels: [],
      cause: "abstained",
    });
  return {
    administration,
    say,
    ask,
    calls,
    audit,
    clock,
    store,
    log,
    gaps,
    feedback,
    statistics,
    replicas,
  };
}

test("status is a screen with the knowledge, the platforms, today and what is next", async () => {
  const { administration, statistics, feedback, replicas, ask } = build();
  for (let count = 0; count < 100; count += 1) {
    await statistics.record(count < 87 ? "found" : "abstained", count === 99 ? 18 : 3);
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
    "Slack ok · Discord ok (3 shards) · knowledge ok · store ok · replicas 1",
    "Today 100 questions · 87 % answered · 93 % of votes helpful · p50 3 ms, p99 3 ms · 1 open gap",
  ]);
  expect(next.map(({ command }) => command)).toEqual(["reload", "problems", "gaps"]);
  expect(json).toMatchObject({ version: "1.4.0", openGaps: 1, today: { questions: 100 } });
});

test("status tells replicas of different versions apart, and lives without the store", async () => {
  const { say, store, clock } = build();
  for (const [id, knowledge] of [
    ["r1", "aaaaaaaaa"],
    ["r2", "bbbbbbbbb"],
  ] as const) {
    await createReplicas({ store, clock, id }).beat({ version: "1.4.0", knowledge });
  }
  expect(await say("status")).toContain("replicas 2: 1.4.0 with aaaaaaa, 1.4.0 with bbbbbbb");
  store.increment = () => Promise.reject(new Error("down"));
  expect(await say("status")).toContain("how today went is not known");
});

test("reload says what has changed, what is answered now, and what is answered differently", async () => {
  const { administration, ask } = build();
  await ask("parental leave in Spain");
  const { body, next, json, ok } = await administration.run("reload", admin);
  expect(ok).toBe(true);
  expect(plainText(body).split("\n\n")).toEqual([
    "Reloaded in 0.8 s: 3 pages changed, 1 added · 1,881 passages · 40 of 41 declared questions pass",
    '1 gap now has an answer ("parental leave in Spain") · 2 people were told · 1 recent question is answered differently · 2 declared questions no longer hold',
  ]);
  expect(next).toEqual([{ label: "Show", command: "reload show" }]);
  expect(json).toMatchObject({ changed: true, pages: { changed: 3 }, closedGaps: [1], ms: 812 });
});

test("what is different after a reload is shown without addresses, and without pages one may not read", async () => {
  const { say } = build();
  expect(await say("reload show")).toContain("Nothing was reloaded here");
  await say("reload");
  const shown = await say("reload show");
  expect(shown).toContain("it/vpn.md:5 What is the VPN?");
  expect(shown).toContain("vpn for [e-mail]?");
  expect(shown).not.toContain("secret pay");
  expect(await say("reload show", shell)).toContain("secret pay");
});

test("a reload that is refused keeps the old knowledge and says page, line and remedy", async () => {
  const { say, audit } = build({
    reload: () =>
      Promise.reject(
        new DocentError("knowledge-rejected", "it/vpn.md:4 `reviewd` is not known", {
          remedy: "Did you mean `reviewed`?",
        }),
      ),
  });
  expect(await say("reload")).toBe(
    "Not reloaded, the old knowledge stays: it/vpn.md:4 `reviewd` is not known. Did you mean `reviewed`?",
  );
  expect(await audit.list(1)).toMatchObject([{ command: "reload", outcome: "failed" }]);
});

test("a failure nobody expected has an id that the log has", async () => {
  const { say, log } = build({ reload: () => Promise.reject(new Error("worker died")) });
  const said = await say("reload");
  const [, id = "?"] = /\(id ([\w-]+)\)/u.exec(said) ?? [];
  expect(log.text()).toContain(id);
  expect(log.text()).toContain("worker died");
});

test("who is no admin starts nothing, learns nothing, and is written down once a minute", async () => {
  const { administration, calls, audit, clock, gaps, ask } = build();
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
    expect(plainText(refused.body)).toBe("Only admins of this workspace can do that.");
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

test("help lists what one may do, and for who is no admin that is to be forgotten", async () => {
  const { say } = build();
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

test("problems come with place and remedy; those of pages one may not read only as a number", async () => {
  const { say } = build();
  const own = await say("problems");
  expect(own).toContain(
    "it/vpn.md:4 front matter: `reviewd` is not known. Did you mean `reviewed`?",
  );
  expect(own).not.toContain("hr/pay.md");
  expect(own).toContain("1 more in pages that you may not read.");
  expect(await say("problems", shell)).toContain("hr/pay.md");
});

test("gaps are listed, drafted and decided on, and decisions are written down", async () => {
  const { say, ask, administration, audit, clock } = build();
  expect(await say("gaps")).toBe("No open gaps.");
  await ask("parental leave in Spain", "p1");
  await clock.advance(1_000);
  await ask("Spain parental leave?", "p2");
  await ask("vpn on linux", "p3");
  expect(await say("gaps")).toBe(
    [
      "2 gaps, heaviest first:",
      "- #1 · 2 people · Spain parental leave? (also: parental leave in Spain)\n- #2 · 1 person · vpn on linux",
    ].join("\n\n"),
  );
  expect((await administration.run("gaps draft 1", admin)).json).toMatchObject({
    path: "drafts/spain-parental-leave.md",
  });
  expect(await say("gaps assign 1 @carol")).toContain("assigned to @carol");
  expect(await say("gaps dismiss #2")).toContain("dismissed");
  expect(await say("gaps")).not.toContain("vpn");
  expect(await say("gaps all")).toContain("vpn");
  expect(await say("gaps open 2")).toContain("vpn on linux");
  expect(await say("gaps assign 1")).toContain("Say whom");
  expect(await say("gaps close 9")).toContain("There is no gap 9");
  expect(await say("gaps draft 9")).toContain("There is no gap 9");
  expect(await say("gaps frob")).toContain("not understood");
  const commands = (await audit.list(100)).map(({ command, outcome }) => `${command} ${outcome}`);
  expect(commands.sort()).toEqual([
    "gaps assign 1 done",
    "gaps assign 1 failed",
    "gaps close 9 failed",
    "gaps dismiss 2 done",
    "gaps open 2 done",
  ]);
});

test("why explains with what the admin may read, and the question is written down nowhere", async () => {
  const { say, audit, log } = build();
  expect(await say("why how does the vpn work?")).toContain("it/vpn.md:1");
  expect(await say("why what is the pay?")).not.toContain("hr/pay.md");
  expect(await say("why")).toContain("Say which question");
  expect(await audit.list(10)).toEqual([]);
  expect(log.text()).not.toContain("vpn");
});

test("a channel's mode is set where one is, and nowhere else", async () => {
  const { say, audit } = build();
  expect(await say("mode")).toBe("Docent answers here when it is mentioned.");
  expect(await say("mode off")).toBe("Docent does not answer here.");
  expect(await say("mode")).toBe("Docent does not answer here.");
  expect(await say("mode toString")).toContain("There are three");
  expect(await say("mode auto", shell)).toContain("This is no channel");
  expect((await audit.list(10)).map(({ command }) => command).sort()).toEqual([
    "mode auto",
    "mode off",
  ]);
});

test("rollback goes back, and lists what there is to go back to", async () => {
  const { say, calls } = build();
  expect(await say("rollback abc")).toContain("Back to 3f9c2e1 in 0.8 s");
  await say("rollback");
  expect(calls).toEqual(["rollback abc", "rollback "]);
  expect(await say("rollback list")).toContain("3f9c2e1abc since 2026-11-20 11:48");
});

test("the audit shows who did what, from where, with what outcome", async () => {
  const { say, administration } = build();
  await say("reload");
  expect(await say("audit")).toContain(
    "2026-11-20 12:00 | slack:T1:ann | reload | done | slack slack:T1:C1",
  );
  expect(await say("audit lots")).toContain("Say how many");
  expect((await administration.run("audit 1", admin)).json).toMatchObject({
    entries: [{ actor: "slack:T1:ann" }],
  });
});

test("anybody can be forgotten, hears what went, and is not written down for it", async () => {
  const { say, ask, audit, store } = build();
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

test("whatever somebody types, there is an answer, and who is no admin changes nothing", () =>
  fc.assert(
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
        const { administration, calls } = build();
        for (const actor of [nobody, admin]) {
          const { body } = await administration.run(line, actor);
          expect(plainText(body)).not.toBe("");
          if (actor === nobody) expect(calls).toEqual([]);
        }
      },
    ),
    { numRuns: 60 },
  ));
