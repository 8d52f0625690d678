import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { adminSocketPath, serveAdmin } from "../../adapters/node/admin-socket.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { openStore } from "../../adapters/node/open-store.ts";
import { createPseudonyms } from "../../adapters/node/pseudonyms.ts";
import { openRemains } from "../../cli/open-remains.ts";
import {
  contentStems,
  createAudit,
  createFeedback,
  createGaps,
  createStatistics,
} from "../../src/index.ts";
import type { Store } from "../../src/index.ts";
import { countingIds } from "../fakes/person.ts";
import { createCountingMetrics, createRecordingLog } from "../fakes/recorders.ts";
import { docent } from "../support/command-line.ts";
import type { Called } from "../support/command-line.ts";
import { emptyFolder, knowledgeFolder } from "../support/knowledge-folder.ts";
import { hasRedis, startRedis, tellRedisIsMissing } from "../support/redis-server.ts";

const PAGES = {
  "it/vpn.md": "---\nreviewd: today\n---\n# VPN\n\nThe VPN connects laptops.\n",
  "hr/_access.yaml": "audience: [people]\n",
  "hr/pay.md": "# Pay\n\nThe bonus is paid in May.\n",
};
const ANN = "slack:T1:UANN";

interface Place {
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string>>;
}

function place(more: Readonly<Record<string, string>> = {}): Place {
  const dataDir = join(emptyFolder(), "data");
  const env = {
    DATA_DIR: dataDir,
    KNOWLEDGE_SOURCE: knowledgeFolder(PAGES),
    ACCESS_GROUPS: "people=slack:group:S1",
    ...more,
  };
  return { dataDir, env };
}

function call({ env }: Place, ...args: readonly string[]): Promise<Called> {
  return docent(args, { world: { env, openRemains, clock: systemClock } });
}

/** What a Docent that ran yesterday has kept. */
async function live(store: Store): Promise<void> {
  const clock = systemClock;
  const pseudonyms = createPseudonyms({ store, clock, log: createRecordingLog() });
  expect(await pseudonyms.load()).toBe(true);
  const gaps = createGaps({ store, clock, terms: contentStems });
  await gaps.record({
    text: "parental leave in Spain",
    person: pseudonyms.pseudonym(ANN),
    tenant: "slack:T1",
    labels: [],
    cause: "abstained",
  });
  const audit = createAudit({ store, clock, randomId: countingIds() });
  await audit.record({ actor: ANN, from: "slack", command: "reload", outcome: "done" });
  const statistics = createStatistics({ store, clock, log: createRecordingLog() });
  statistics.record("found", 3);
  await statistics.flush();
  const ballot = { answer: "a1", person: "p", tenant: "slack:T1", page: "it/vpn.md" } as const;
  await createFeedback({ store, clock }).vote({ ...ballot, vote: "helpful" });
}

async function keep({ env, dataDir }: Place): Promise<void> {
  const store = await openStore({
    url: env["STORE_URL"],
    dataDir,
    clock: systemClock,
    log: createRecordingLog(),
    metrics: createCountingMetrics(),
  });
  await live(store);
  await store.close();
}

describe("an administrative command where no Docent runs", () => {
  it("is answered from what was kept and from the pages, and says so in one line", async () => {
    const here = place();
    await keep(here);
    const status = await call(here, "status");
    expect(status.code).toBe(0);
    expect(status.errors).toBe(
      `Offline: no Docent runs here. This is from ${here.dataDir} and ${here.env["KNOWLEDGE_SOURCE"]} as they are now.\n`,
    );
    expect(status.out).toMatch(/^Docent 1\.2\.3.* · 2 pages, 2 passages, 1 problem/u);
    expect(status.out).toContain("store sqlite ok · replicas 0");
    expect(status.out.replaceAll(/\s+/gu, " ")).toContain(
      "Today 1 question · 100 % answered · 100 % of votes helpful · p50 3 ms, p99 3 ms · 1 open gap",
    );
    expect((await call(here, "problems")).out).toContain("did you mean reviewed?");
    expect((await call(here, "gaps")).out).toContain("#1 · 1 person · parental leave in Spain");
    expect((await call(here, "gaps", "draft", "1")).out).toContain("parental leave in Spain");
    expect((await call(here, "audit")).out).toContain(ANN);
    const json = await call(here, "audit", "--json");
    // Looking into the audit is written down, too.
    expect(JSON.parse(json.out)).toMatchObject({
      entries: [{ actor: "shell:local" }, { actor: ANN, command: "reload" }],
    });
  });

  it("changes what was kept where that is what it is for", async () => {
    const here = place();
    await keep(here);
    expect((await call(here, "gaps", "dismiss", "1")).out).toContain("dismissed");
    expect((await call(here, "gaps")).out).toContain("No open gaps.");
    const forgotten = await call(here, "forget-me", ANN);
    expect(forgotten.out.replaceAll(/\s+/gu, " ")).toContain(
      "Deleted: questions without an answer (1), administrative actions (1). Nothing about them is left.",
    );
    expect((await call(here, "audit")).out).not.toContain("UANN");
    expect((await call(here, "forget-me", ANN)).out).toContain("There was nothing about them.");
    expect((await call(here, "forget-me")).out).toContain("administrative actions (2)");
    expect(await call(here, "forget-me", "@ann")).toMatchObject({ code: 1 });
  });

  it("tells who may see a page, by labels: nobody can be looked up", async () => {
    const here = place();
    const may = await call(
      here,
      "can-see",
      "slack:group:S1",
      `${here.env["KNOWLEDGE_SOURCE"]}/hr/pay.md`,
    );
    expect(may.out.replaceAll(/\s+/gu, " ")).toContain(
      "Yes: hr/pay.md is for people (hr/_access.yaml:1), and slack:group:S1 has slack:group:S1.",
    );
    expect((await call(here, "can-see", "everybody", "hr/pay.md")).out).toMatch(/^No: /u);
    const unknown = await call(here, "can-see", "U0123ABCD", "hr/pay.md");
    expect(unknown.code).toBe(1);
    expect(unknown.out).toContain("is not connected here");
  });

  it("makes nothing in a data folder that is not there", async () => {
    const here = place();
    expect((await call(here, "gaps")).out).toContain("No open gaps.");
    expect((await call(here, "status")).code).toBe(0);
    expect(existsSync(here.dataDir)).toBe(false);
  });

  it("says what is wrong with knowledge that cannot be read, and the rest all the same", async () => {
    const here = place({ KNOWLEDGE_SOURCE: "/nowhere/at/all" });
    const { code, out } = await call(here, "status");
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/gu, " ")).toContain(
      "knowledge failed (There is no knowledge folder /nowhere/at/all.",
    );
  });

  it.each([["reload"], ["rollback"]])("%s needs one that runs, and says so", async (name) => {
    const { code, out, errors } = await call(place(), name);
    expect([code, out]).toEqual([1, ""]);
    expect(errors).toMatch(/^No running Docent was found\. Start it with npm start/u);
  });

  it("goes to the one that runs, once there is one", async () => {
    const here = place();
    const said: string[] = [];
    const admin = {
      async run(line: string) {
        said.push(line);
        return { ok: true, body: [], next: [], json: { from: "the running one" } };
      },
    };
    const door = await serveAdmin(adminSocketPath(here.dataDir), {
      admin,
      log: createRecordingLog(),
    });
    onTestFinished(() => door.close());
    const { errors, out } = await call(here, "status", "--json");
    expect([errors, out, said]).toEqual(["", '{"from":"the running one"}\n', ["status"]]);
  });
});

if (!hasRedis) {
  tellRedisIsMissing();
  it("Redis is not installed: reading what it keeps is left out", () =>
    expect(hasRedis).toBe(false));
}

describe.runIf(hasRedis)("what a real Redis keeps", { timeout: 60_000 }, () => {
  it("is read where no Docent runs, and its address is not shown", async () => {
    const server = await startRedis();
    onTestFinished(() => server.stop());
    const here = place({ STORE_URL: server.url });
    await keep(here);
    const { out, errors } = await call(here, "gaps");
    expect(out).toContain("parental leave in Spain");
    expect(errors).toBe("Offline: no Docent runs here. This is from STORE_URL as it is now.\n");
    await server.kill();
    const down = await call(here, "gaps");
    expect(down.code).toBe(1);
    expect(`${down.out}${down.errors}`).toContain("The store does not answer");
  });
});
