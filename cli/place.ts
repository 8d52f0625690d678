import { parseConfig } from "../src/index.ts";
import type { Pages } from "../src/index.ts";
import { wrongCall } from "./command.ts";
import type { World } from "./core.ts";

/** Where an author's command reads pages from. */
export interface Place {
  readonly folder: string;
  /** The folder as it was at a git revision; as it is on the disk where this is left out. */
  readonly revision?: string;
}

/** All pages of a place. Rejects with `DocentError`. */
export type ReadPages = (place: Place) => Promise<Pages>;

/** The folder that is named, or else the configured one. */
export function folderOf(named: string | undefined, { env }: World): string {
  if (named !== undefined) return named;
  const { address } = parseConfig(env).knowledge;
  if (address.kind === "folder") return address.path;
  throw wrongCall("KNOWLEDGE_SOURCE is a repository: name the folder of a work tree of it");
}

/** A folder's name as it stands before a page's path. */
export function shownFolder(folder: string): string {
  return folder.replace(/^\.\//, "").replace(/\/+$/, "");
}
