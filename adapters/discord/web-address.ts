import { webLink } from "../../src/index.ts";
import { LIMITS } from "./limits.ts";

/** A web address as it may stand in a masked link; Discord follows http and https only. */
export function safeUrl(href: string): string | undefined {
  const address = webLink(href);
  if (
    address === undefined ||
    address.toLowerCase().startsWith("mailto:") ||
    !URL.canParse(address)
  ) {
    return undefined;
  }
  return new URL(address).href.replace(
    /[()[\]<>|*`\\]/gu,
    (sign) => `%${sign.codePointAt(0)?.toString(16).toUpperCase()}`,
  );
}

/** RFC 3986, of a host with a public name, without a name and password in it. */
const WELL_FORMED =
  /^https?:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](?::\d+)?\/(?:[\w\-.~:/?@!$&'+,;=]|%[0-9a-f]{2})*(?:#(?:[\w\-.~:/?@!$&'+,;=]|%[0-9a-f]{2})*)?$/iu;

/**
 * The address as a link button takes it. Undefined where Discord might find it not well formed (too long, `http://wiki/page`),
 * for then it would refuse the whole message.
 */
export function buttonUrl(href: string): string | undefined {
  const url = safeUrl(href);
  if (url === undefined || url.length > LIMITS.buttonUrl) return undefined;
  return WELL_FORMED.test(url) ? url : undefined;
}
