import { createHmac, timingSafeEqual } from "node:crypto";
import type { Clock } from "../../src/index.ts";
import { TIMES } from "./limits.ts";

export interface Signed {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Buffer;
}

/** `clock`: signed by Slack, for a time that is not now. */
export type Verdict = "valid" | "replayed" | "refused" | "clock";

/**
 * Checks what https://docs.slack.dev/authentication/verifying-requests-from-slack describes, and closes what it leaves
 * open: a time stamp from the future is refused, and a signature that was seen already is answered but not handled again.
 */
export function createVerifier(signingSecret: string, clock: Clock): (request: Signed) => Verdict {
  const seen = new Map<string, number>();

  function wasSeen(signature: string): boolean {
    const now = clock.now();
    for (const [old, until] of seen) {
      if (until > now) break;
      seen.delete(old);
    }
    if (seen.has(signature)) return true;
    seen.set(signature, now + TIMES.signature + TIMES.signatureFuture);
    return false;
  }

  return ({ timestamp, signature, body }) => {
    if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/u.test(timestamp))
      return "refused";
    const expected = `v0=${createHmac("sha256", signingSecret).update(`v0:${timestamp}:`).update(body).digest("hex")}`;
    const given = Buffer.from(signature);
    const wanted = Buffer.from(expected);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return "refused";
    const age = clock.now() - Number(timestamp) * 1000;
    // Nobody else can sign: an old request sent again, or one of the two clocks is wrong.
    if (age > TIMES.signature || age < -TIMES.signatureFuture) return "clock";
    return wasSeen(expected) ? "replayed" : "valid";
  };
}
