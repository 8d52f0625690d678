import type { Clock, Log } from "../../src/index.ts";
import { failureOf, isTokenFault, slackError } from "./failure.ts";
import { TIMES } from "./limits.ts";

/** What Slack goes on refusing until somebody acts: a token that was revoked, a scope that is missing. */
export interface Refusals {
  /** What Slack said to this a moment ago, while asking again would change nothing; one call a minute finds out. */
  standing(method: string): unknown;
  /** Said once in the log, with what to do about it. */
  note(method: string, error: unknown): void;
  lift(method: string): void;
  /** The code with which the token itself is refused. */
  tokenFault(): string | undefined;
}

interface Refusal {
  readonly code: string;
  readonly error: unknown;
  at: number;
}

const TOKEN = "the token";

export function createRefusals(clock: Pick<Clock, "now">, log: Log): Refusals {
  /** By method; one of the token stands for all of them. */
  const refused = new Map<string, Refusal>();

  return {
    standing(method) {
      const refusal = refused.get(TOKEN) ?? refused.get(method);
      if (refusal === undefined) return undefined;
      if (Math.abs(clock.now() - refusal.at) < TIMES.refusedAgain) return refusal.error;
      // This one goes ahead; the others hear what comes of it.
      refusal.at = clock.now();
      return undefined;
    },
    note(method, error) {
      const failure = failureOf(error);
      if (failure.kind !== "refused") return;
      const { code } = failure;
      const ofToken = isTokenFault(code);
      if (!ofToken && code !== "missing_scope") return;
      const what = ofToken ? TOKEN : method;
      if (refused.get(what)?.code !== code) {
        const { message, remedy } = slackError(method, error);
        log.error({ method, code, remedy }, message);
      }
      refused.set(what, { code, error, at: clock.now() });
    },
    lift(method) {
      refused.delete(TOKEN);
      refused.delete(method);
    },
    tokenFault: () => refused.get(TOKEN)?.code,
  };
}
