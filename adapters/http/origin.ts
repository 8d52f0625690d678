/** Names that only mean this machine itself. */
export function isLoopbackName(host: string): boolean {
  return /^(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/iu.test(host);
}

/**
 * Whether a request that changes something comes from a page of ours. `Sec-Fetch-Site` cannot be set by a page; `Origin` is
 * compared with the name the request was sent to. A form always carries one of them in today's browsers, so a form without
 * either is refused; the API takes JSON only, which no page can send to another site without asking first.
 */
export function isOwnOrigin(request: {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly host: string | undefined;
  readonly api: boolean;
}): boolean {
  const { origin, fetchSite, host, api } = request;
  if (fetchSite !== undefined && fetchSite !== "same-origin" && fetchSite !== "none") return false;
  if (origin === undefined) return fetchSite !== undefined || api;
  const from = URL.parse(origin)?.host;
  return from !== undefined && from !== "" && from === normalHost(host);
}

/**
 * Whether a page of another site reads something of ours behind its reader's back, as an image or by a script. A question that
 * is read leaves its marks, a gap for one; who follows a link means to ask it. Programs send none of these headers.
 */
export function isForeignRead(request: {
  readonly fetchSite: string | undefined;
  readonly fetchMode: string | undefined;
  readonly fetchDest: string | undefined;
}): boolean {
  const { fetchSite, fetchMode, fetchDest } = request;
  if (fetchSite !== "cross-site" && fetchSite !== "same-site") return false;
  return fetchMode !== "navigate" || fetchDest !== "document";
}

/** Without the port where it is the default: as `URL` writes it. A proxy may end TLS, so both defaults count. */
function normalHost(host: string | undefined): string {
  return (host ?? "").toLowerCase().replace(/:(?:80|443)$/u, "");
}
