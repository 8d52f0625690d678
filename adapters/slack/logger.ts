import { LogLevel } from "@slack/bolt";
import type { Logger } from "@slack/bolt";
import type { Log } from "../../src/index.ts";

/**
 * What Bolt and its clients say, in our log. Their debug lines hold whole payloads, so they are never taken; what is left
 * is shortened and cleared of anything shaped like a token.
 */
export function createBoltLogger(log: Log, source: string): Logger {
  const line = (messages: readonly unknown[]): string =>
    messages
      .map((message) => (message instanceof Error ? message.message : String(message)))
      .join(" ")
      .replaceAll(/x(?:ox[a-z]|app)-[\w-]+/giu, "[token]")
      .slice(0, 300);
  return {
    debug: () => undefined,
    info: (...messages) => log.debug({ source }, line(messages)),
    warn: (...messages) => log.info({ source }, line(messages)),
    error: (...messages) => log.warn({ source }, line(messages)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
