import { createBestEffort } from "./best-effort.ts";
import { explain } from "./errors.ts";
import type {
  Build,
  Built,
  Clock,
  KnowledgeBase,
  Log,
  Metrics,
  Origin,
  ReloadReport,
  Store,
  Versions,
} from "./ports.ts";
import { checkDeclared } from "./reload/check-declared.ts";
import { chooseVersion } from "./reload/choose-version.ts";
import { coalesce } from "./reload/coalesce.ts";
import { leaseSnapshot } from "./reload/leased-snapshot.ts";
import { noKnowledge } from "./reload/no-knowledge.ts";
import { readPin, setPin } from "./reload/pin.ts";
import type { Pin } from "./reload/pin.ts";
import type { Probes } from "./reload/probes.ts";
import { refuseBroken, refuseFailing } from "./reload/refuse.ts";
import { reportSwap, unchanged } from "./reload/report.ts";
import type { Serving } from "./reload/report.ts";
import type { Health } from "./types.ts";

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
  /** Nothing is asked any more. */
  close(): Promise<void>;
}

interface Request {
  readonly byWatcher: boolean;
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/**
 * The only mutable reference of the core: which snapshot serves. A new one is built and examined beside it, and put in its
 * place by one assignment; whatever fails before that leaves the old one serving. The old one closes when its last question
 * has ended, and only then another may be built: there are never more than two.
 */
export function createKnowledgeBase(parts: KnowledgeBaseParts): OwnedKnowledge {
  const { build, versions, store, clock, log, metrics } = parts;
  const attempt = createBestEffort(log, metrics);
  const ended = new AbortController();
  let serving: Serving | undefined;
  let empty = noKnowledge(new Error("It is being read for the first time."));
  let failure: unknown;
  let starting = true;
  let oldClosed: Promise<unknown> = Promise.resolve();
  let turn: Promise<unknown> = Promise.resolve();

  /** One build at a time, whatever it is for. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  async function buildFrom(origin: Origin): Promise<Built | undefined> {
    await oldClosed;
    const built = await build(origin, {
      before: serving?.built.contents,
      signal: ended.signal,
    });
    if (built === undefined) return undefined;
    try {
      if (parts.strict === true) refuseBroken(built.snapshot.facts.problems);
      if (parts.gate === true) refuseFailing(await checkDeclared(built.snapshot));
      ended.signal.throwIfAborted();
      return built;
    } catch (error) {
      await built.snapshot.close();
      throw error;
    }
  }

  /** What needs no swap, or the swap and what there is to tell about it. */
  async function serve(origin: Origin, pin: Pin | undefined): Promise<ReloadReport> {
    const startedAt = clock.now();
    const old = serving;
    const built = await buildFrom(origin);
    const ms = Math.max(0, clock.now() - startedAt);
    if (built === undefined) return unchanged((old?.lease ?? { snapshot: empty }).snapshot, ms);

    serving = { built, lease: leaseSnapshot(built.snapshot, clock), pin };
    const { version, revision } = built.snapshot.facts;
    if (pin === undefined) {
      const kept = { version, at: clock.now(), ...(revision !== undefined && { revision }) };
      await attempt("version", undefined, () => versions.keep(kept, built.packed));
    }
    try {
      return await reportSwap({ old, young: serving, empty, ms, attempt, ...parts });
    } finally {
      if (old !== undefined) oldClosed = attempt("close", undefined, old.lease.retire);
    }
  }

  async function counted(work: () => Promise<ReloadReport>): Promise<ReloadReport> {
    try {
      const report = await work();
      failure = undefined;
      metrics.count("reloads_total", { outcome: report.changed ? "changed" : "unchanged" });
      metrics.observe("reload_seconds", report.ms / 1_000);
      const { version, pages, passages, problems } = report.after;
      const facts = { version, pages, passages, problems: problems.length, ms: report.ms };
      log.info(facts, report.changed ? "knowledge loaded" : "knowledge unchanged");
      return report;
    } catch (error) {
      failure = error;
      if (serving === undefined) empty = noKnowledge(error);
      metrics.count("reloads_total", { outcome: "failed" });
      if (!ended.signal.aborted) log.error({ error: explain(error) }, "knowledge not loaded");
      throw error;
    }
  }

  const loadSource = ({ byWatcher }: Request): Promise<ReloadReport> => {
    const states = [serving?.built.state, byWatcher ? serving?.pin?.from : undefined];
    const unless = states.filter((state) => state !== undefined);
    return counted(() => serve({ kind: "source", unless }, undefined));
  };

  const reload = coalesce<Request, ReloadReport>(
    (request) =>
      inTurn(async () => {
        const pinned = serving?.pin;
        const report = await loadSource(request);
        if (pinned !== undefined && (report.changed || !request.byWatcher)) {
          if (serving?.pin !== undefined) serving = { ...serving, pin: undefined };
          await attempt("rollback", undefined, () => setPin(store, undefined));
        }
        if (report.changed || pinned !== undefined) await tellOthers();
        return report;
      }),
    (one, other) => ({ byWatcher: one.byWatcher && other.byWatcher }),
  );

  async function tellOthers(): Promise<void> {
    const { announce } = parts;
    if (announce !== undefined) await attempt("announce", undefined, announce);
  }

  async function serveKept(pin: Pin): Promise<ReloadReport> {
    const packed = await versions.load(pin.version);
    if (packed === undefined) throw notKept(pin.version);
    return counted(() => serve({ kind: "kept", packed, version: pin.version }, pin));
  }

  const pinned = (): Promise<Pin | undefined> =>
    attempt("rollback", undefined, () => readPin(store));

  async function firstLoad(): Promise<void> {
    const pin = await pinned();
    if (pin !== undefined) {
      try {
        await serveKept(pin);
        return;
      } catch (error) {
        const { version } = pin;
        log.warn({ version, error: explain(error) }, "the version gone back to cannot be served");
      }
    }
    await loadSource({ byWatcher: false });
  }

  async function keepTrying(): Promise<void> {
    let waitMs = FIRST_RETRY_MS;
    while (serving === undefined && !ended.signal.aborted) {
      await attempt("wait", undefined, () => clock.sleep(waitMs, ended.signal));
      if (serving !== undefined || ended.signal.aborted) return;
      waitMs = Math.min(waitMs * 2, LAST_RETRY_MS);
      // A failure is logged and kept for `health` where it happens.
      await reload({ byWatcher: true }).catch(() => undefined);
    }
  }

  return {
    get snapshot() {
      return serving === undefined ? empty : serving.lease.snapshot;
    },
    async start() {
      try {
        await inTurn(firstLoad);
      } catch {
        void keepTrying();
      } finally {
        starting = false;
      }
    },
    reload: ({ by } = {}) => reload({ byWatcher: by === "watcher" }),
    rollback: (named) =>
      inTurn(async () => {
        const present = (serving?.lease.snapshot ?? empty).facts.version;
        const { version } = chooseVersion(await versions.list(), present, named);
        const from = serving?.pin?.from ?? serving?.built.state ?? "";
        const report = await serveKept({ version, from });
        await setPin(store, { version, from });
        await tellOthers();
        return report;
      }),
    versions: () => versions.list(),
    follow: () =>
      inTurn(async () => {
        const pin = await pinned();
        if (pin === undefined) await loadSource({ byWatcher: false });
        else if (pin.version !== serving?.pin?.version) await serveKept(pin);
      }),
    health: () => healthOf({ loaded: serving !== undefined, starting, failure }),
    async close() {
      ended.abort(new Error("Docent stops"));
      await turn;
      await oldClosed;
      await serving?.built.snapshot.close();
    },
  };
}
