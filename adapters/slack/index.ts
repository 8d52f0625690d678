import { createBestEffort, DocentError, explain } from "../../src/index.ts";
import type { Adapter, Answer, Health, Services } from "../../src/index.ts";
import { createDirectory } from "./directory.ts";
import { createRequests } from "./http-requests.ts";
import type { HandleRequest } from "./http-requests.ts";
import { createIntake } from "./intake.ts";
import { TIMES } from "./limits.ts";
import type { Parts } from "./parts.ts";
import { labelsOf } from "./person.ts";
import { createPosting } from "./posting.ts";
import { createRecords } from "./records.ts";
import { missingScopes } from "./scopes.ts";
import { createSlackServer } from "./server.ts";
import type { Identity, SlackSettings } from "./settings.ts";
import { createSockets } from "./sockets.ts";
import type { Sockets } from "./sockets.ts";
import { tell } from "./tell.ts";
import { createWeb } from "./web.ts";
import { wire } from "./wire.ts";

export type { SlackSettings } from "./settings.ts";
export type { HandleRequest } from "./http-requests.ts";

export interface SlackAdapter extends Adapter {
  /** Brings an answer to where its asker wanted it: `slack:T1:U1`, as `Assistant.tellMe` was given. */
  tell(channel: string, answer: Answer): Promise<void>;
  /** What somebody may read by; undefined where Slack does not know them or has not been reached yet. */
  labelsOf(user: string): Promise<readonly string[] | undefined>;
  /** Serves Slack's signed requests on another server's port; absent in Socket Mode. */
  readonly handleRequest?: HandleRequest;
  /** The port of our own server, once it listens. */
  port(): number | undefined;
}

/** Wires Slack to the core: everything that decides is elsewhere. */
export function createSlack(settings: SlackSettings, services: Services): SlackAdapter {
  const { clock, log, metrics, store } = services;
  const web = createWeb(settings, services);
  let identity: Identity | undefined;
  let removed: string | undefined;
  let state: "idle" | "starting" | "running" | "stopped" = "idle";
  let boundPort: number | undefined;

  const me = (): Identity => {
    if (identity === undefined)
      throw new DocentError("platform-unavailable", "Slack has not started", { remedy: "Wait." });
    return identity;
  };
  const posting = createPosting(web, clock, log, metrics);
  const records = createRecords(store, createBestEffort(log, metrics));
  const directory = createDirectory(web, clock, log, {
    admins: settings.admins,
    team: () => me().team,
  });
  const parts: Parts = { settings, services, web, posting, records, directory, me };

  const wired = wire(parts, (how) => {
    removed = how;
    log.error(
      { how, remedy: "Install the app again and set the new token." },
      "Docent was removed from the workspace",
    );
    services.purge(`slack:${me().team}`).catch((error: unknown) => {
      log.error({ error: explain(error) }, "what was kept of the workspace could not be deleted");
    });
  });
  const intake = createIntake(wired, services);

  const { connection } = settings;
  const sockets: Sockets | undefined =
    connection.kind === "socket"
      ? createSockets(
          { ...settings, appToken: connection.appToken },
          (event) => void intake.take(event),
          services,
        )
      : undefined;
  const handleRequest =
    connection.kind === "http"
      ? createRequests(connection.signingSecret, intake, services)
      : undefined;
  const server = handleRequest === undefined ? undefined : createSlackServer(handleRequest, health);
  const stopping = new AbortController();

  function health(): Health {
    if (state === "stopped") return { state: "stopped" };
    if (removed !== undefined)
      return {
        state: "failed",
        note: `Slack: ${removed}. Install the app again and set the new token.`,
      };
    const fault = web.tokenFault();
    if (fault !== undefined)
      return {
        state: "failed",
        note: `Slack refuses the bot token: ${fault}. Set a new one and restart.`,
      };
    if (identity === undefined) return { state: "starting", note: "asking Slack who we are" };
    const missing = missingScopes(identity.scopes);
    const link = sockets?.health() ?? { state: "ok" as const };
    if (link.state !== "ok" || missing.length === 0) return link;
    return {
      state: "degraded",
      note: `Slack: missing scopes ${missing.join(", ")}. Paste adapters/slack/manifest.json into the app's manifest and install the app again.`,
    };
  }

  async function connect(): Promise<void> {
    identity = await web.identify();
    stopping.signal.throwIfAborted();
    const missing = missingScopes(identity.scopes);
    if (missing.length > 0) {
      log.error(
        {
          missing,
          remedy:
            "Paste adapters/slack/manifest.json into the app's manifest and install it again.",
        },
        "Slack: scopes are missing",
      );
    }
    intake.open();
    if (sockets !== undefined) await sockets.start();
    else if (settings.listen !== undefined)
      boundPort = await server?.listen(settings.listen.host, settings.listen.port);
    state = "running";
  }

  /** A network that is down at the start comes back; the socket keeps trying by itself once it has begun. */
  async function keepTrying(): Promise<void> {
    for (let wait = 1000; identity === undefined; wait = Math.min(wait * 2, TIMES.unreachable)) {
      await clock.sleep(wait, stopping.signal);
      try {
        await connect();
      } catch (error) {
        log.debug({ error: explain(error) }, "Slack cannot be reached yet");
      }
    }
  }

  return {
    name: "slack",
    health,
    port: () => boundPort,
    ...(handleRequest !== undefined && { handleRequest }),
    async start() {
      if (state !== "idle") return;
      state = "starting";
      try {
        await connect();
      } catch (error) {
        // Stopping ends the wait; there is nothing left to report then.
        if (identity === undefined) keepTrying().catch(() => undefined);
        throw error;
      }
    },
    async stop() {
      if (state === "stopped") return;
      state = "stopped";
      stopping.abort(new Error("stopped"));
      intake.close();
      const left = await intake.inFlight.drain(TIMES.drain);
      if (left > 0)
        log.warn(
          { left },
          "Slack stops with questions unanswered; they are taken up from the inbox",
        );
      await sockets?.stop();
      await server?.close();
    },
    resume: (event) => wired.hearing.resume(event),
    tell: (channel, answer) => tell(parts, channel, answer),
    labelsOf: async (user) => (identity === undefined ? undefined : labelsOf(parts, user)),
  };
}
