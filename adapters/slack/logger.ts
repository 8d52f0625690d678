import { LogLevel } from "@slack/bolt";
import type { Logger } from "@slack/bolt";
import type { Log } from "../../src/index.ts";

/**
 * What Bolt and its clients say, as debug lines of ours: every failure reaches us as an error as well, and is then said
 * once, with its remedy. Their own debug lines hold whole payloads, so they are never taken; what is left is shortened and
 * cleared of anything shaped like a token.
 */
export function createBoltLogger(log: Log, source: string): Logger {
  const line = (messages: readonly unknown[]): string =>
    messages
      .map((message) => (message instanceof Error ? message.message : String(message)))
      .join(" ")
      .replaceAll(/x(?:ox[a-z]|app)-[\w-]+/giu, "[token]")
      .slice(0, 300);
  const say = (...messages: readonly unknown[]): void => log.debug({ source }, line(messages));
  return {
    debug: () => undefined,
    info: say,
    warn: say,
    error: say,
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
