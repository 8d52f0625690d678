import { randomInt } from "node:crypto";
import { Events, GatewayCloseCodes, Status, type Client } from "discord.js";
import {
  DocentError,
  explain,
  type Clock,
  type DiscordConfig,
  type Health,
  type Log,
  type Metrics,
} from "../../src/index.ts";
import { createClient, type Connection } from "./client.ts";
import { fatalClose, loginFault } from "./login-faults.ts";
import { createBudget, createIdentifyBudget, OPENINGS } from "./opening-budget.ts";

export interface Gateway {
  /** Resolves once connected; keeps trying while Discord is away, rejects when only an operator can help. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly health: () => Health;
  /** The client of the moment; undefined before the first connection. */
  readonly client: () => Client | undefined;
}

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** A connection that is not back after this long is given up and opened anew. */
const DEAF_MS = 3 * 60_000;
const WATCH_MS = 30_000;
const CLOSE_MS = 2_000;

export function createGateway(parts: {
  readonly config: Pick<DiscordConfig, "token" | "apiUrl" | "shards">;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Puts the listeners on every client before it connects. */
  readonly listen: (client: Client) => void;
}): Gateway {
  const { config, clock, log, metrics, listen } = parts;
  const identify = createIdentifyBudget(clock);
  const openings = createBudget(clock, OPENINGS.burst, OPENINGS.everyMs);
  const stopping = new AbortController();
  let current: Connection | undefined;
  let health: Health = { state: "starting" };
  let restarting: Promise<void> = Promise.resolve();
  let deafSince: number | undefined;
  let begun = false;

  async function abandon(): Promise<void> {
    const leaving = current;
    current = undefined;
    if (leaving === undefined) return;
    // A dead peer never confirms that it closed.
    const enough = new AbortController();
    await Promise.race([
      leaving
        .abandon()
        .catch((error: unknown) =>
          log.debug({ error: explain(error) }, "discord.js did not close cleanly"),
        ),
      clock.sleep(CLOSE_MS, enough.signal).catch(() => undefined),
    ]);
    enough.abort();
  }

  function fail(error: DocentError): void {
    if (health.state === "failed") return;
    health = { state: "failed", note: explain(error) };
    // Before that, who started it hears of it, and says so.
    if (begun) log.error({ code: error.code }, explain(error));
  }

  /** One connection, from the first call to READY. Rejects with what login said. */
  async function open(): Promise<void> {
    const connection = createClient(config, identify);
    const { client } = connection;
    let closed: DocentError | undefined;
    // discord.js keeps trying inside `login` and would never settle it.
    const ended = Promise.withResolvers<never>();
    stopping.signal.addEventListener("abort", () => ended.reject(stopping.signal.reason), {
      once: true,
    });
    current = connection;
    client.on(Events.Error, (error) =>
      log.error({ error: explain(error) }, "discord.js reported an error"),
    );
    // What comes of it is said where it is known whether an operator has to do something.
    client.on(Events.ShardError, (error) =>
      log.debug({ error: explain(error) }, "a Discord connection failed"),
    );
    client.on(Events.ShardDisconnect, ({ code }) => {
      closed = fatalClose(code);
      metrics.count("discord_disconnects_total", { code: GatewayCloseCodes[code] ?? "other" });
      if (health.state === "starting") return;
      fail(closed);
      restarting = restarting.then(abandon);
    });
    client.on(Events.ShardReconnecting, () => {
      metrics.count("discord_reconnects_total");
      // After a few at once discord.js is stopped, as it would try twice a second for ever.
      if (connection !== current || openings.take()) return;
      if (health.state === "ok") reopen("it closes again and again");
      else ended.reject(new Error("the connection closes again and again"));
    });
    listen(client);
    try {
      await Promise.race([client.login(config.token), ended.promise]);
    } catch (error) {
      await abandon();
      throw closed ?? error;
    }
  }

  /** Tries until it is connected, was stopped, or only an operator can help. */
  async function connect(): Promise<void> {
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      while (!openings.take()) await clock.sleep(openings.waitMs(), stopping.signal);
      try {
        health = attempt === 0 ? { state: "starting" } : { ...health, state: "starting" };
        await open();
        health = { state: "ok" };
        deafSince = undefined;
        return;
      } catch (error) {
        if (stopping.signal.aborted) throw error;
        const fault = loginFault(error, clock.now());
        if (fault.kind === "fatal") {
          fail(fault.error);
          throw fault.error;
        }
        const backoff = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempt, 10));
        const pause = Math.max(fault.waitMs, backoff + randomInt(Math.ceil(backoff / 4)));
        health = {
          state: "starting",
          note: `${explain(fault.error)} Next try in ${Math.ceil(pause / 1_000)} s.`,
        };
        log.warn({ attempt, pauseMs: pause }, explain(fault.error));
        await clock.sleep(pause, stopping.signal);
      }
    }
  }

  function reopen(why: string): void {
    health = { state: "degraded", note: `Discord's connection is opened anew: ${why}.` };
    log.warn({}, `Discord's connection is opened anew: ${why}`);
    restarting = restarting
      .then(abandon)
      .then(connect)
      // A fault that only an operator can cure is in the health and the log already.
      .catch(() => undefined);
  }

  function shardsDown(): number {
    return current?.client.ws.shards.filter((shard) => shard.status !== Status.Ready).size ?? 0;
  }

  /** discord.js mends connections by itself; this is for the case that it does not. */
  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await clock.sleep(WATCH_MS, stopping.signal);
      if (health.state !== "ok" || shardsDown() === 0) {
        deafSince = undefined;
        continue;
      }
      deafSince ??= clock.now();
      if (clock.now() - deafSince >= DEAF_MS) reopen("it did not come back by itself");
    }
  }

  return {
    async start() {
      await connect();
      begun = true;
      void watch().catch(() => undefined);
    },
    async stop() {
      stopping.abort();
      await abandon();
      await restarting;
      if (health.state !== "failed") health = { state: "stopped" };
    },
    health() {
      const down = shardsDown();
      const all = current?.client.ws.shards.size ?? 0;
      if (health.state === "ok" && down === 0 && all > 1) {
        return { state: "ok", note: `${all} shards` };
      }
      if (health.state !== "ok" || down === 0) return health;
      return {
        state: "degraded",
        note: `${down} of ${all} Discord connections are being reopened.`,
      };
    },
    client: () => current?.client,
  };
}
