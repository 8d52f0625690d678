import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

export interface Token {
  readonly name: string;
  readonly secret: string;
}

/** The name of the token in an `Authorization` header; undefined where it is none of ours. */
export type CheckToken = (authorization: string | undefined) => string | undefined;

/**
 * `Bearer <secret>` for programs, `Basic <name:secret>` for browsers. What is offered is compared with every token, as
 * keyed digests of one length, so that the time taken says neither which token came close nor how close.
 */
export function createTokenCheck(tokens: readonly Token[]): CheckToken {
  const key = randomBytes(32);
  const digest = (text: string): Buffer => createHmac("sha256", key).update(text).digest();
  const known = tokens.map(({ name, secret }) => ({ name, digest: digest(secret) }));

  return (authorization) => {
    const offered = credentials(authorization);
    if (offered === undefined) return undefined;
    const offeredDigest = digest(offered.secret);
    let match: string | undefined;
    for (const token of known) {
      const same = timingSafeEqual(token.digest, offeredDigest);
      if (same && (offered.name ?? token.name) === token.name) match = token.name;
    }
    return match;
  };
}

function credentials(
  authorization: string | undefined,
): { readonly name?: string; readonly secret: string } | undefined {
  const [, scheme = "", rest = ""] = /^(bearer|basic) +(\S+)$/iu.exec(authorization ?? "") ?? [];
  if (scheme === "") return undefined;
  if (scheme.toLowerCase() === "bearer") return { secret: rest };
  const [, name, secret] =
    /^([^:]*):(.*)$/su.exec(Buffer.from(rest, "base64").toString("utf8")) ?? [];
  return name === undefined || secret === undefined ? undefined : { name, secret };
}
