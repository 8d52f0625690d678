import type { Problem } from "../types.ts";
import { closest } from "./closest.ts";
import { fileCalled, isDeadFile } from "./dead-files.ts";
import type { FolderFiles } from "./dead-files.ts";
import type { PageLink } from "./links.ts";
import { isPageFile, isReadme } from "./page-file.ts";

/** What is known of a page to judge links by. */
export interface LinkedPage {
  readonly path: string;
  readonly anchors: readonly string[];
  readonly links: readonly PageLink[];
}

type Fault = readonly [code: string, message: string, remedy: string];

/**
 * The links to a page, a section or a file, and the images, that lead nowhere. Only what the folder itself can tell is judged:
 * not the web, not what lies outside of the folder, and no files where it is not known which there are.
 */
export function deadLinks(pages: readonly LinkedPage[], files?: FolderFiles): readonly Problem[] {
  const anchorsByPath = new Map(pages.map(({ path, anchors }) => [path, new Set(anchors)]));
  const problems: Problem[] = [];
  for (const { path, links } of pages) {
    for (const link of links) {
      const fault = faultOf(path, link, anchorsByPath, files);
      if (fault === undefined) continue;
      const [code, message, remedy] = fault;
      problems.push({ page: path, line: link.line, severity: "warning", code, message, remedy });
    }
  }
  return problems;
}

function faultOf(
  page: string,
  link: PageLink,
  anchorsByPath: ReadonlyMap<string, ReadonlySet<string>>,
  files: FolderFiles,
): Fault | undefined {
  const [address = "", fragment = ""] = link.href.split("#", 2);
  const target = targetOf(page, decoded(address.split("?", 1)[0] ?? ""));
  // The README says how to write a page, and is none.
  if (target === undefined || isReadme(target)) return undefined;
  if (!isPageFile(target)) return fileFault(target, link, files);
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

function fileFault(target: string, { isImage }: PageLink, files: FolderFiles): Fault | undefined {
  if (!isDeadFile(target, files)) return undefined;
  const meant = fileCalled(nameOf(target), files);
  const what = isImage ? "The image is" : "The link leads to";
  const message = `${what} ${shown(target)}, which is no file of the folder`;
  if (meant === undefined)
    return ["dead-file", message, "Correct the path, or put the file there."];
  return ["dead-file", `${message}, did you mean ${meant}?`, `Let it lead to ${meant}.`];
}

/** GitHub numbers the second of two equal headings 1, and we 2. */
function hasAnchor(anchors: ReadonlySet<string>, anchor: string): boolean {
  if (anchors.has(anchor) || anchors.has(anchor.toLowerCase())) return true;
  const numbered = /^(.+)-(\d{1,6})$/.exec(anchor);
  return numbered !== null && anchors.has(`${numbered[1]}-${Number(numbered[2]) + 1}`);
}

/** The path in the folder that a link means; undefined: it is outside, or not for us to say. */
function targetOf(page: string, address: string): string | undefined {
  if (address === "") return page;
  if (address.startsWith("/")) return undefined;
  const parts = page.split("/").slice(0, -1);
  for (const part of address.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "" && part !== ".") {
      parts.push(part);
    }
  }
  return parts.join("/").normalize("NFC");
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
