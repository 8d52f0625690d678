import { AsyncLocalStorage } from "node:async_hooks";
import { DocentError, explain } from "../src/index.ts";
import type { Answer, Clock, Health, Log, Metrics } from "../src/index.ts";
import type { Platform } from "./compose.ts";

type Built = Required<Platform>;

/** A chat platform that can be begun anew without the others noticing. */
export interface Half<T extends Built> extends Built {
  /** Whatever fails in what this begins is the platform's failure. */
  readonly within: <R>(act: (platform: T) => R) => R;
}

export interface Halves {
  /** Builds a platform now, and again after each failure in it that nobody caught. */
  readonly keep: <T extends Built>(name: string, build: () => T) => Half<T>;
  /** To be asked where such a failure comes out: whose it is. Undefined: nobody's in particular. */
  readonly guilty: () => Guilty | undefined;
}

interface Guilty {
  readonly name: string;
  /** Nothing where it is being restarted already, or was since. */
  readonly restart: () => void;
}

const FIRST_PAUSE_MS = 2_000;
/** Fewer than twenty connections an hour, however often it fails: Discord takes a token away that identifies in a storm. */
const LONGEST_PAUSE_MS = 5 * 60_000;
/** What ran for so long before it failed was sound: the next pause is a short one again. */
const STEADY_MS = 10 * 60_000;
/** Answers under way may end; what has not ended then is taken up from the inbox. */
const CLOSE_MS = 15_000;

/**
 * Slack and Discord as halves of one process: each runs in an asynchronous context of its own, which timers, sockets and
 * promises inherit, so that a failure that nobody caught names the half it comes from. Only that half is closed and built
 * anew, with a growing pause; the other one and the core go on. The page is none of them: its requests share nothing that
 * a failure could leave behind.
 */
export function createHalves({
  clock,
  steady,
  log,
  metrics,
}: {
  readonly clock: Pick<Clock, "sleep">;
  /** Time that only passes. */
  readonly steady: Pick<Clock, "now">;
  readonly log: Log;
  readonly metrics: Metrics;
}): Halves {
  const context = new AsyncLocalStorage<Guilty | undefined>();

  function keep<T extends Built>(name: string, build: () => T): Half<T> {
    let { platform: current, guilty } = construct();
    const ended = new AbortController();
    let startedAt = steady.now();
    let pauseMs = FIRST_PAUSE_MS / 2;
    /** While it is closed: what health says instead. */
    let between: Health | undefined;
    let restarting: Promise<void> | undefined;

    /** A context for each: what one that was closed leaves behind does not close the next. */
    function construct(): { readonly platform: T; readonly guilty: Guilty } {
      const own: Guilty = {
        name,
        restart: () => {
          if (own === guilty) restart();
        },
      };
      return { platform: context.run(own, build), guilty: own };
    }

    function within<R>(act: (platform: T) => R): R {
      return context.run(guilty, () => act(current));
    }

    async function begin(): Promise<void> {
      const mine = current;
      startedAt = steady.now();
      try {
        await within((platform) => platform.start());
      } catch (error) {
        // Closed to be begun anew: how that goes is told there.
        if (mine === current && between === undefined) throw error;
      }
    }

    async function close(): Promise<void> {
      const enough = new AbortController();
      const late = clock.sleep(CLOSE_MS, enough.signal).then(
        () => log.warn({ platform: name }, "a platform that failed does not close; it is left"),
        () => undefined,
      );
      try {
        await Promise.race([within((platform) => platform.stop()), late]);
      } catch (error) {
        log.warn({ platform: name, reason: explain(error) }, "a platform did not close cleanly");
      } finally {
        enough.abort();
      }
    }

    async function again(): Promise<void> {
      const ranMs = steady.now() - startedAt;
      pauseMs = ranMs >= STEADY_MS ? FIRST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
      const seconds = pauseMs / 1_000;
      between = {
        state: "starting",
        note: `It failed where nobody caught it, and is started again after ${seconds} s; the log says why.`,
      };
      metrics.count("platform_restarts_total", { platform: name });
      log.warn({ platform: name, pauseMs }, "the platform that failed is started again");
      await close();
      try {
        await clock.sleep(pauseMs, ended.signal);
      } catch {
        return; // The process ends.
      }
      ({ platform: current, guilty } = construct());
      between = undefined;
      begin().catch((error: unknown) => {
        if (ended.signal.aborted) return;
        log.error({ platform: name, reason: explain(error) }, "could not be started");
      });
    }

    function restart(): void {
      if (restarting !== undefined || ended.signal.aborted) return;
      // What is done about a failure is not part of what failed.
      restarting = context.run(undefined, again).finally(() => (restarting = undefined));
    }

    return {
      name,
      within,
      start: begin,
      async stop() {
        ended.abort();
        await restarting;
        if (between === undefined) await within((platform) => platform.stop());
      },
      health: () =>
        between === undefined
          ? current.health()
          : ended.signal.aborted
            ? { state: "stopped" }
            : between,
      resume: (event) => within((platform) => platform.resume(event)),
      tell: async (channel: string, answer: Answer) => {
        if (between !== undefined) throw away(name);
        await within((platform) => platform.tell(channel, answer));
      },
      labelsOf: async (user: string) =>
        between === undefined ? within((platform) => platform.labelsOf(user)) : undefined,
    };
  }

  return { keep, guilty: () => context.getStore() };
}

function away(name: string): DocentError {
  return new DocentError("platform-unavailable", `${name} is being started again`, {
    remedy: "It is tried again after the next reload.",
  });
}
