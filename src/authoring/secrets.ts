/** What tokens of well-known makers look like. Each expression is linear: what may repeat is bounded or cannot fail behind. */
const TOKENS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["a private key", /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/g],
  ["a Slack token", /\b(?:xox[a-z](?:\.xox[a-z])?|xapp)-[A-Za-z0-9-]{10,}/g],
  ["a Slack webhook", /\bhooks\.slack\.com\/[a-z]{4,20}\/[\w/-]{16,}/g],
  ["a Discord webhook", /\bdiscord(?:app)?\.com\/api\/webhooks\/\d{1,30}\/[\w-]{16,}/g],
  ["a Discord bot token", /\b[MNO][\w-]{22,28}\.[\w-]{6}\.[\w-]{27,45}/g],
  ["a GitHub token", /\b(?:gh[a-z]_[A-Za-z0-9]{20,}|github_pat_\w{20,})/g],
  ["a GitLab token", /\bgl[a-z]{2,5}-[\w-]{16,}/g],
  ["an AWS access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g],
  ["a Google API key", /\bAIza[\w-]{30,}/g],
  ["a Stripe key", /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/g],
  ["an API key", /\bsk-[\w-]{20,}/g],
  ["an npm token", /\bnpm_[A-Za-z0-9]{30,}/g],
  ["a PyPI token", /\bpypi-[\w-]{30,}/g],
  ["a SendGrid key", /\bSG\.[\w-]{16,80}\.[\w-]{16,}/g],
  ["a Telegram bot token", /\b\d{8,10}:[\w-]{35}\b/g],
  ["a JSON web token", /\beyJ[\w-]{10,600}\.eyJ[\w-]{10,600}\.[\w-]{10,}/g],
  ["a password in an address", /\b[a-z][a-z0-9+.-]{1,15}:\/\/[^\s/:@]{0,80}:[^\s/:@]{3,120}@/gi],
  [
    "a password or key",
    /\b(?:api[_-]?key|access[_-]?key|auth[_-]?token|token|secret|passw(?:or)?d)["'`]?\s{0,3}[:=]\s{0,3}["'`]?[\w+/=.-]{16,200}/gi,
  ],
];

/** A made-up value, as documentation shows it: words for a place to fill in, or hardly any variety. */
const MADE_UP =
  /example|placeholder|your|changeme|dummy|password@|pass@|secret@|<|\{|\*{3}|\.{3}|x{5}/i;
const LEAST_VARIETY = 8;

/** What kinds of secrets a line seems to hold. */
export function secretsIn(line: string): readonly string[] {
  return TOKENS.flatMap(([kind, pattern]) =>
    [...line.matchAll(pattern)].some(([found]) => looksReal(kind, found)) ? kind : [],
  );
}

/** The text with everything that looks like a secret replaced, so that it may be shown. */
export function withoutSecrets(text: string): string {
  return TOKENS.reduce(
    (shown, [kind, pattern]) =>
      shown.replace(pattern, (found) => (looksReal(kind, found) ? "[secret]" : found)),
    text,
  );
}

function looksReal(kind: string, found: string): boolean {
  if (kind === "a private key") return true;
  if (MADE_UP.test(found)) return false;
  if (kind === "a password in an address") return true;
  return /\d/.test(found) && new Set(found).size >= LEAST_VARIETY;
}
