import { createMemoryStore } from "../../adapters/node/memory-store.ts";
import {
  createAdministration,
  createAssistant,
  createAudit,
  createChannels,
  createFeedback,
  createGaps,
  createPrivacy,
  createReloadNews,
  createReplicas,
  createStatistics,
  plainText,
} from "../../src/index.ts";
import type { Actor, Health, KnowledgeBase, ReloadReport, Snapshot } from "../../src/index.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { countingIds, fakePseudonym, person } from "../fakes/person.ts";
import { createCountingMetrics, createRecordingLog } from "../fakes/recorders.ts";
import { createFakeSnapshot } from "../fakes/snapshot.ts";
import { simpleTerms } from "../fakes/terms.ts";

/** Who may, who may not, and who sits at the machine. */
export const admin: Actor = {
  asker: person("ann"),
  admin: true,
  from: "slack",
  place: "slack:T1:C1",
};
export const nobody: Actor = { ...admin, asker: person("bob"), admin: false };
export const shell: Actor = { asker: { id: "shell:ann", labels: [] }, admin: true, from: "shell" };

/** Whom the platforms know. */
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  "slack:UHR": ["slack:team:T1", "slack:user:UHR", "hr"],
  "slack:UIT": ["slack:team:T1", "slack:user:UIT"],
  "discord:7": ["discord:guild:1", "discord:user:7"],
};

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

/** Administration over a knowledge of two pages, one of them not for everybody. */
export function openAdministration(
  options: { reload?: () => Promise<ReloadReport>; knowledge?: KnowledgeBase } = {},
) {
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
  const knowledge = options.knowledge ?? {
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
    about: { version: "1.4.0", commit: "0123456789abcdef", store: "redis" },
    knowledge,
    assistant: createAssistant({ ...common, gaps, knowledge, statistics }),
    gaps,
    feedback,
    statistics,
    replicas,
    channels: createChannels(store),
    audit,
    news: createReloadNews(common),
    privacy: createPrivacy({ ...common, gaps, platformKeys: [] }),
    platforms: () => [
      { name: "slack", health: { state: "ok" } },
      { name: "discord", health: { state: "ok", note: "3 shards" } },
    ],
    labelsOf: async (person) => PEOPLE[person],
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
    knowledge,
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
