const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const SAFE_SCHEMES: ReadonlySet<string> = new Set(["http", "https", "mailto"]);

/**
 * The address if it may be shown as a link: http, https, mailto, or relative to the page; undefined
 * for the rest (`javascript:`, `data:`, `file:`, `//host`, …). Expects an address as markdown-it
 * normalises it, without white space.
 */
export function safeHref(href: string): string | undefined {
  if (href === "" || href.startsWith("//") || href.startsWith("/\\")) return undefined;
  const scheme = SCHEME.exec(href)?.[1]?.toLowerCase();
  return scheme === undefined || SAFE_SCHEMES.has(scheme) ? href : undefined;
}

/** Where an image may come from: as a link, but never `mailto:`. */
export function safeImageHref(href: string): string | undefined {
  return /^mailto:/i.test(href) ? undefined : safeHref(href);
}
