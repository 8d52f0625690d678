import { join } from "node:path";
import { parseConfig } from "../src/config.ts";
import { DocentError } from "../src/index.ts";
import type { KnowledgeAddress, Pages } from "../src/index.ts";
import { wrongCall } from "./command.ts";
import type { World } from "./core.ts";

/** Where an author's command reads pages from. */
export interface Place {
  /** On the disk or in the repository, as it stands before a page's path. */
  readonly folder: string;
  /** The folder as it was at a git revision; as it is on the disk where this is left out. */
  readonly revision?: string;
  /** The last commit of a branch, fetched anew. */
  readonly repository?: Repository;
}

interface Repository {
  readonly address: Extract<KnowledgeAddress, { readonly kind: "git" }>;
  /** Where it is cloned to. */
  readonly clones: string;
}

/** All pages of a place. Rejects with `DocentError`. */
export type ReadPages = (place: Place) => Promise<Pages>;

/** The folder or repository that is named, or else the configured one. */
export async function placeOf(named: string | undefined, { env }: World): Promise<Place> {
  const meant = named === undefined ? env : { ...env, KNOWLEDGE_SOURCE: named };
  const { knowledge, dataDir } = await parseConfig(meant);
  const { address } = knowledge;
  if (address.kind === "folder") return { folder: address.path };
  return { folder: address.folder || ".", repository: { address, clones: clonesIn(dataDir) } };
}

/** Apart from the running Docent's clone: two that fetch into one could break it. */
export function clonesIn(dataDir: string): string {
  return join(dataDir, "command-line");
}

/** A place as it is, or was, at a revision: of a repository that is not here, the tip of a branch. */
export async function revisionOf(place: Place, revision: string, world: World): Promise<Place> {
  if (place.repository === undefined) return { folder: place.folder, revision };
  const { url, folder } = place.repository.address;
  try {
    return await placeOf(`${url}#${revision}:${folder}`, world);
  } catch (error) {
    const message = `${revision} is no branch of the repository that is KNOWLEDGE_SOURCE`;
    const remedy =
      "Name two of its branches; for other revisions name a folder in a work tree of it: --knowledge DIR.";
    throw new DocentError("source-failed", message, { remedy, cause: error });
  }
}

/** The folder that is named, or else the configured one: to write to. */
export async function folderOf(named: string | undefined, world: World): Promise<string> {
  const { folder, repository } = await placeOf(named, world);
  if (repository === undefined) return folder;
  throw wrongCall("The knowledge is a repository: name the folder of a work tree of it");
}

/** A folder's name as it stands before a page's path. */
export function shownFolder(folder: string): string {
  return folder.replace(/^\.\//, "").replace(/\/+$/, "");
}
