import { createBestEffort } from "./best-effort.ts";
import { explain, explainOpenly } from "./errors.ts";
import type {
  Build,
  Built,
  Clock,
  KnowledgeBase,
  Log,
  Metrics,
  Origin,
  ReloadReport,
  Snapshot,
  Store,
  Versions,
} from "./ports.ts";
import { checkDeclared } from "./reload/check-declared.ts";
import { leaseSnapshot } from "./reload/leased-snapshot.ts";
import type { LeasedSnapshot } from "./reload/leased-snapshot.ts";
import { noKnowledge } from "./reload/no-knowledge.ts";
import type { Pin } from "./reload/pin.ts";
import type { Probes } from "./reload/probes.ts";
import { refuseBroken, refuseFailing, refuseUnfinished } from "./reload/refuse.ts";
import { reportSwap, reportUnchanged } from "./reload/report.ts";
import { createTriggers } from "./reload/triggers.ts";
import type { LoadOptions } from "./reload/triggers.ts";
import type { DeclaredVerdict, Health } from "./types.ts";

export interface KnowledgeBaseParts {
  readonly build: Build;
  readonly versions: Versions;
  /** Shared by all replicas: which version was gone back to. */
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Tells the other replicas that the knowledge has changed. */
  readonly announce?: () => Promise<void>;
  /** Open gaps, and questions asked of late, for the report. */
  readonly gaps?: Probes;
  readonly recent?: Probes;
  /** A page with an error refuses a reload. */
  readonly strict?: boolean;
  /** A declared question that does not hold refuses a reload. */
  readonly gate?: boolean;
}

/** The knowledge, for whoever owns its lifetime. */
export interface OwnedKnowledge extends KnowledgeBase {
  /** Loads for the first time. Never rejects: without knowledge it is tried again and again, and `health` says why. */
  start(): Promise<void>;
  /** Takes up what another replica has announced. */
  follow(): Promise<void>;
  /** To be called when nothing is asked any more. */
  close(): Promise<void>;
}

interface Serving {
  readonly built: Built;
  readonly lease: LeasedSnapshot;
  readonly pin: Pin | undefined;
  readonly verdicts: readonly DeclaredVerdict[] | undefined;
}

/**
 * The only mutable reference of the core: which snapshot serves. A new one is built and examined beside it, and put in its
 * place by one assignment; whatever fails before that leaves the old one serving. The old one closes when its last question
 * has ended, and only then another is built: there are never more than two.
 */
export function createKnowledgeBase(parts: KnowledgeBaseParts): OwnedKnowledge {
  const { build, versions, clock, log, metrics, strict = false, gate = false } = parts;
  const attempt = createBestEffort(log, metrics);
  const ended = new AbortController();
  let serving: Serving | undefined;
  let empty: Snapshot = noKnowledge(new Error("It is being read for the first time."));
  let failure: unknown;
  let oldClosed: Promise<unknown> = Promise.resolve();

  async function examine({ snapshot }: Built): Promise<readonly DeclaredVerdict[] | undefined> {
    try {
      if (serving !== undefined) refuseUnfinished(snapshot.facts.problems);
      if (strict) refuseBroken(snapshot.facts.problems);
      const verdicts = gate ? await checkDeclared(snapshot) : undefined;
      if (verdicts !== undefined) refuseFailing(verdicts);
      ended.signal.throwIfAborted();
      return verdicts;
    } catch (error) {
      await snapshot.close();
      throw error;
    }
  }

  async function swap(origin: Origin, { pin, quiet = false }: LoadOptions): Promise<ReloadReport> {
    await oldClosed;
    const startedAt = clock.now();
    const old = serving;
    const before = old?.built.contents;
    const built = await build(origin, { before, signal: ended.signal });
    const elapsed = (): number => Math.max(0, clock.now() - startedAt);
    if (built === undefined) return reportUnchanged(old?.lease.snapshot ?? empty, elapsed());

    const youngVerdicts = await examine(built);
    const lease = leaseSnapshot(built.snapshot, clock);
    serving = { built, lease, pin, verdicts: youngVerdicts };
    const ms = elapsed();
    try {
      if (origin.kind === "source") await keep(built);
      const { report, verdicts } = await reportSwap(
        {
          old: old?.lease.snapshot ?? empty,
          oldVerdicts: old?.verdicts,
          young: built,
          youngVerdicts,
          ms,
        },
        quiet ? undefined : { attempt, ...parts },
      );
      serving = { ...serving, verdicts };
      return report;
    } finally {
      if (old !== undefined) oldClosed = attempt("close", undefined, () => old.lease.retire());
    }
  }

  async function keep({ snapshot: { facts }, packed }: Built): Promise<void> {
    const { version, revision } = facts;
    const kept = { version, at: clock.now(), ...(revision !== undefined && { revision }) };
    try {
      await versions.keep(kept, packed);
    } catch (error) {
      // It serves all the same; only that nobody can come back to it.
      log.warn({ version, error: explain(error) }, "the version could not be kept");
    }
  }

  async function load(origin: Origin, options: LoadOptions = {}): Promise<ReloadReport> {
    try {
      const report = await swap(origin, options);
      failure = undefined;
      const { version, pages, passages, problems } = report.after;
      metrics.count("reloads_total", { outcome: report.changed ? "changed" : "unchanged" });
      metrics.observe("reload_seconds", report.ms / 1_000);
      log.info(
        { version, pages, passages, problems: problems.length, ms: report.ms },
        report.changed ? "knowledge loaded" : "knowledge unchanged",
      );
      return report;
    } catch (error) {
      if (ended.signal.aborted) throw error;
      failure = error;
      if (serving === undefined) empty = noKnowledge(error);
      metrics.count("reloads_total", { outcome: "failed" });
      log.error({ error: explain(error) }, "knowledge not loaded");
      throw error;
    }
  }

  const triggers = createTriggers({
    stage: {
      get version() {
        return (serving?.lease.snapshot ?? empty).facts.version;
      },
      get state() {
        return serving?.built.state;
      },
      get pin() {
        return serving?.pin;
      },
      load,
      unpin() {
        if (serving !== undefined) serving = { ...serving, pin: undefined };
      },
    },
    ...parts,
    attempt,
    ended: ended.signal,
  });

  return {
    get snapshot() {
      return serving?.lease.snapshot ?? empty;
    },
    start: () => triggers.start(),
    reload: (options) => triggers.reload(options),
    rollback: (version) => triggers.rollback(version),
    follow: () => triggers.follow(),
    versions: () => versions.list(),
    health: () => healthOf(serving, failure),
    async close() {
      ended.abort(new Error("Docent stops"));
      await triggers.settled();
      await oldClosed;
      await serving?.built.snapshot.close();
    },
  };
}

/** Said to whoever asks how Docent is, so in words that everybody may hear. */
function healthOf(serving: Serving | undefined, failure: unknown): Health {
  if (serving === undefined) {
    return failure === undefined
      ? { state: "starting", note: "The knowledge is being read for the first time." }
      : { state: "failed", note: `No knowledge: ${explainOpenly(failure)}` };
  }
  if (failure !== undefined) {
    const note = `Not reloaded, the old knowledge stays: ${explainOpenly(failure)}`;
    return { state: "degraded", note };
  }
  return serving.pin === undefined
    ? { state: "ok" }
    : { state: "ok", note: `Version ${serving.pin.version} was gone back to; reload to leave it.` };
}
