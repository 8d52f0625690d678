const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  // The script may turn HTML of this server into nodes through its one policy, and nothing else into anything.
  "require-trusted-types-for 'script'",
  "trusted-types docent",
].join("; ");

/** On every response, errors included: nothing runs, loads or frames that is not this server's own. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  // Not `no-referrer`: with that a form's `Origin` is `null`, and it is what tells our forms from others.
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  // What an answer says is for whoever asked; handlers that know better replace it.
  "cache-control": "private, no-cache",
};

/**
 * The same for JSON that only a program can have asked for, which no browser makes a page of: without what restrains pages
 * alone: each header is checked and copied anew for every answer.
 */
export const JSON_SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};
