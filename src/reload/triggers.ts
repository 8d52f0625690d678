import type { BestEffort } from "../best-effort.ts";
import { DocentError, explain } from "../errors.ts";
import type { Clock, KnowledgeBase, Log, Origin, ReloadReport, Store, Versions } from "../ports.ts";
import { chooseVersion } from "./choose-version.ts";
import { coalesce } from "./coalesce.ts";
import { readPin, setPin } from "./pin.ts";
import type { Pin } from "./pin.ts";

/** What serves, and the one way to put something else in its place. */
export interface Stage {
  readonly version: string;
  /** Of what serves; undefined: nothing does. */
  readonly state: string | undefined;
  /** Where what serves was gone back to. */
  readonly pin: Pin | undefined;
  /** Builds, examines, swaps; or rejects, and what served serves on. */
  load(origin: Origin, options?: LoadOptions): Promise<ReloadReport>;
  /** What serves is the source's, no rollback. */
  unpin(): void;
}

export interface LoadOptions {
  readonly pin?: Pin | undefined;
  /** Nobody reads the report: no question is asked for it. */
  readonly quiet?: boolean;
}

export interface TriggerParts {
  readonly stage: Stage;
  readonly versions: Versions;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly attempt: BestEffort;
  readonly announce?: (() => Promise<void>) | undefined;
  /** Aborted when Docent stops. */
  readonly ended: AbortSignal;
}

export interface Triggers extends Pick<KnowledgeBase, "reload" | "rollback"> {
  start(): Promise<void>;
  follow(): Promise<void>;
  /** Resolves when nothing is being loaded. */
  settled(): Promise<void>;
}

interface Request {
  readonly byWatcher: boolean;
  readonly quiet?: boolean;
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/** All that makes knowledge change: each for itself in its turn, reloads that wait for their turn as one. */
export function createTriggers(parts: TriggerParts): Triggers {
  const { stage, versions, store, clock, log, attempt, announce, ended } = parts;
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(() => {
      ended.throwIfAborted();
      return work();
    });
    turn = done.catch(() => undefined);
    return done;
  }

  const sharedPin = (): Promise<Pin | undefined> =>
    attempt("rollback", undefined, () => readPin(store));

  async function tellOthers(pin: Pin | undefined): Promise<void> {
    await attempt("rollback", undefined, () => setPin(store, pin));
    if (announce !== undefined) await attempt("announce", undefined, announce);
  }

  async function loadSource({ byWatcher, quiet = false }: Request): Promise<ReloadReport> {
    const states = [stage.state, byWatcher ? stage.pin?.from : undefined];
    const unless = states.filter((state) => state !== undefined);
    const report = await stage.load({ kind: "source", unless }, { quiet });
    if (!byWatcher) stage.unpin();
    return report;
  }

  async function loadKept(pin: Pin, quiet = false): Promise<ReloadReport> {
    const { version } = pin;
    const packed = await versions.load(version);
    if (packed === undefined) {
      const message = `Version ${version} is not kept by this process`;
      const remedy = "Roll back where it is kept, or bring the pages back in their source.";
      throw new DocentError("knowledge-missing", message, { remedy });
    }
    return stage.load({ kind: "kept", version, packed }, { pin, quiet });
  }

  const reload = coalesce<Request, ReloadReport>(
    (request) =>
      inTurn(async () => {
        const wasPinned = stage.pin !== undefined;
        const report = await loadSource(request);
        if (report.changed || (wasPinned && stage.pin === undefined)) await tellOthers(undefined);
        return report;
      }),
    (one, other) => ({ byWatcher: one.byWatcher && other.byWatcher }),
  );

  async function firstLoad(): Promise<void> {
    const pin = await sharedPin();
    if (pin !== undefined) {
      try {
        await loadKept(pin, true);
        return;
      } catch (error) {
        const { version } = pin;
        log.warn({ version, error: explain(error) }, "the version gone back to cannot be served");
      }
    }
    await loadSource({ byWatcher: false, quiet: true });
  }

  async function keepTrying(): Promise<void> {
    for (let waitMs = FIRST_RETRY_MS; ; waitMs = Math.min(waitMs * 2, LAST_RETRY_MS)) {
      await clock.sleep(waitMs, ended);
      if (stage.state !== undefined) return;
      // The stage tells of a failure itself.
      await reload({ byWatcher: true }).catch(() => undefined);
      if (stage.state !== undefined) return;
    }
  }

  return {
    async start() {
      try {
        await inTurn(firstLoad);
      } catch {
        // Ends by loading, or by the end of Docent.
        keepTrying().catch(() => undefined);
      }
    },
    reload: ({ by } = {}) => reload({ byWatcher: by === "watcher" }),
    rollback: (named) =>
      inTurn(async () => {
        const { version } = chooseVersion(await versions.list(), stage.version, named);
        const pin = { version, from: stage.pin?.from ?? stage.state ?? "" };
        const report = await loadKept(pin);
        await tellOthers(pin);
        return report;
      }),
    follow: () =>
      inTurn(async () => {
        const pin = await sharedPin();
        if (pin === undefined) await loadSource({ byWatcher: false, quiet: true });
        else if (pin.version !== stage.pin?.version) await loadKept(pin, true);
      }),
    settled: async () => {
      await turn;
    },
  };
}
