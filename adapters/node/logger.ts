import { pino } from "pino";
import type { Config, Log } from "../../src/index.ts";
import { readableLine } from "./readable-line.ts";

/** Shorter values would be found in every second line by chance. */
const SHORTEST_SECRET = 6;
/** Slack's tokens by their shape, for those that came some other way than through the configuration. */
const TOKENS = /\b(?:xox[a-z.]{1,8}|xapp)-[\w-]{4,}/g;
/** Keys under which libraries log credentials. */
const REDACTED = ["token", "secret", "password", "authorization", "cookie"];

export interface LogOptions {
  readonly level: Config["logLevel"];
  /** Never written, wherever they turn up: in a field, a message, a stack. */
  readonly secrets: readonly string[];
  /** A terminal is written to in words, everything else in JSON. */
  readonly destination: { readonly isTTY?: boolean; write(line: string): void };
}

/** One line an event: whatever a question or a page holds, it cannot begin a line of its own. */
export function createLog({ level, secrets, destination }: LogOptions): Log {
  // As they stand in JSON, longest first, so that a secret inside another leaves no rest.
  const hidden = [...new Set(secrets)]
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .map((secret) => JSON.stringify(secret).slice(1, -1))
    .toSorted((a, b) => b.length - a.length);

  function withoutSecrets(line: string): string {
    let clean = line.replace(TOKENS, "[secret]");
    for (const secret of hidden) clean = clean.replaceAll(secret, "[secret]");
    return clean;
  }

  const drawn = destination.isTTY === true ? readableLine : (line: string) => line;

  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: pino.stdSerializers.err, error: pino.stdSerializers.err },
      redact: {
        paths: REDACTED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
        censor: "[secret]",
      },
    },
    { write: (line: string) => destination.write(drawn(withoutSecrets(line))) },
  );
}
