import { pino } from "pino";
import type { Config, Log } from "../../src/index.ts";
import { readableLine } from "./readable-line.ts";

/** Shorter values would be found in every second line by chance. */
const SHORTEST_SECRET = 6;
/** Slack's tokens by their shape, for those that came some other way than through the configuration. */
const TOKENS = /\b(?:xox[a-z.]{1,8}|xapp)-[\w-]{4,}/g;
/** Keys under which libraries log credentials. */
const CREDENTIALS: ReadonlySet<string> = new Set([
  "token",
  "secret",
  "password",
  "authorization",
  "cookie",
]);
const CREDENTIAL_KEY = new RegExp(`"(?:${[...CREDENTIALS].join("|")})":`, "u");

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
    let clean = withoutCredentials(line).replace(TOKENS, "[secret]");
    for (const secret of hidden) clean = clean.replaceAll(secret, "[secret]");
    return clean;
  }

  const drawn = destination.isTTY === true ? readableLine : (line: string) => line;

  return pino(
    {
      level,
      base: null,
      timestamp: createTimestamp(),
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: pino.stdSerializers.err, error: pino.stdSerializers.err },
    },
    { write: (line: string) => destination.write(drawn(withoutSecrets(line))) },
  );
}

/** A line is read again only where it holds such a key at all; then they are found however deep they lie. */
function withoutCredentials(line: string): string {
  if (!CREDENTIAL_KEY.test(line)) return line;
  const fields: unknown = JSON.parse(line, (key, value: unknown) =>
    CREDENTIALS.has(key) ? "[secret]" : value,
  );
  return `${JSON.stringify(fields)}\n`;
}

/** As pino writes the time, but the date anew only once a second. */
function createTimestamp(): () => string {
  let second = Number.NaN;
  let upToSecond = "";
  return () => {
    const now = Date.now();
    if (Math.floor(now / 1_000) !== second) {
      second = Math.floor(now / 1_000);
      upToSecond = new Date(now).toISOString().slice(0, -"000Z".length);
    }
    return `,"time":"${upToSecond}${String(now % 1_000).padStart(3, "0")}Z"`;
  };
}
