import { isPageFile, webLink } from "../../src/index.ts";
import type { Lines } from "../../src/index.ts";

/** What is shown of a question: the answer, why it is that one, or what it looks like in chats. */
export type View = "answer" | "why" | "chats";

/** The address of a question: what can be shared. */
export function askAddress(question: string, view: View = "answer"): string {
  return `/?q=${encoded(question)}${view === "answer" ? "" : `&view=${view}`}`;
}

/** A passage in full, with the cited lines lit. */
export function passageAddress(id: string, cited?: Lines): string {
  const path = `/passages/${id.split("/").map(encoded).join("/")}`;
  return cited === undefined ? path : `${path}?lines=${cited.join("-")}#cited`;
}

/**
 * Where a link on a page leads: an address of the web as it is, another page of the knowledge to that page here; undefined
 * for everything else, which is then shown as words.
 */
export function linkAddress(href: string, page: string): string | undefined {
  const web = webLink(href);
  if (web !== undefined) return web;
  if (/^[a-z][a-z0-9+.-]*:/iu.test(href) || /^[/\\]{2}/u.test(href)) return undefined;
  const base = new URL(page.split("/").map(encoded).join("/"), "http://pages.invalid/");
  const url = URL.parse(href, base.href);
  if (url?.host !== "pages.invalid") return undefined;
  const path = decoded(url.pathname.slice(1));
  if (path === undefined || !isPageFile(path)) return undefined;
  const part = decoded(url.hash) ?? "";
  return passageAddress(path + (part === "#" ? "" : part));
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % in an address: it names no page of ours.
    return undefined;
  }
}
