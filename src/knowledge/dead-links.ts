import type { Problem } from "../types.ts";
import { closest } from "./closest.ts";
import type { PageLink } from "./links.ts";
import { isPageFile, isReadme } from "./page-file.ts";

/** What is known of a page to judge links by. */
export interface LinkedPage {
  readonly path: string;
  readonly anchors: readonly string[];
  readonly links: readonly PageLink[];
}

/**
 * The links from page to page, or to a section, that lead nowhere. Only what the pages themselves
 * can tell is judged: not the web, not other files, not what lies outside of the folder.
 */
export function deadLinks(pages: readonly LinkedPage[]): readonly Problem[] {
  const anchorsByPath = new Map(pages.map(({ path, anchors }) => [path, new Set(anchors)]));
  const problems: Problem[] = [];
  for (const { path, links } of pages) {
    for (const { href, line } of links) {
      const fault = faultOf(path, href, anchorsByPath);
      if (fault === undefined) continue;
      const [code, message, remedy] = fault;
      problems.push({ page: path, line, severity: "warning", code, message, remedy });
    }
  }
  return problems;
}

function faultOf(
  page: string,
  href: string,
  anchorsByPath: ReadonlyMap<string, ReadonlySet<string>>,
): readonly [code: string, message: string, remedy: string] | undefined {
  const [address = "", fragment = ""] = href.split("#", 2);
  const target = targetOf(page, decoded(address.split("?", 1)[0] ?? ""));
  if (target === undefined) return undefined;
  const anchors = anchorsByPath.get(target);
  if (anchors === undefined) {
    const meant = sameName(target, anchorsByPath.keys()) ?? closest(target, anchorsByPath.keys());
    const message = `The link leads to ${shown(target)}, which is no page of the knowledge`;
    if (meant === undefined) return ["dead-link", message, "Correct the path, or delete the link."];
    return ["dead-link", `${message}, did you mean ${meant}?`, `Let it lead to ${meant}.`];
  }
  const anchor = decoded(fragment);
  if (anchor === "" || anchor === "top" || hasAnchor(anchors, anchor)) return undefined;
  const meant = closest(anchor, anchors);
  const message = `The link leads to the section #${shown(anchor)}, which ${target} does not have`;
  if (meant === undefined) return ["dead-anchor", message, "Name a section that is there."];
  return ["dead-anchor", `${message}, did you mean #${meant}?`, `Let it lead to #${meant}.`];
}

/** GitHub numbers the second of two equal headings 1, and we 2. */
function hasAnchor(anchors: ReadonlySet<string>, anchor: string): boolean {
  if (anchors.has(anchor) || anchors.has(anchor.toLowerCase())) return true;
  const numbered = /^(.+)-(\d{1,6})$/.exec(anchor);
  return numbered !== null && anchors.has(`${numbered[1]}-${Number(numbered[2]) + 1}`);
}

/** The page that a link means; undefined: not one of the knowledge, or not for us to say. */
function targetOf(page: string, address: string): string | undefined {
  if (address === "") return page;
  if (!isPageFile(address) || address.startsWith("/")) return undefined;
  const parts = page.split("/").slice(0, -1);
  for (const part of address.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "" && part !== ".") {
      parts.push(part);
    }
  }
  const target = parts.join("/").normalize("NFC");
  // It says how to write a page, and is none.
  return isReadme(target) ? undefined : target;
}

function sameName(target: string, paths: Iterable<string>): string | undefined {
  const name = nameOf(target);
  for (const path of paths) {
    if (nameOf(path) === name) return path;
  }
  return undefined;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}

function shown(name: string): string {
  return name.slice(0, 120);
}
