import type { Clock, KnowledgeAddress, Log, Source } from "../../src/index.ts";
import { folderSource } from "./folder-source.ts";
import { gitSource } from "./git-source.ts";

export interface OpenSourceOptions {
  readonly clock: Clock;
  /** Where a repository is cloned to. */
  readonly dataDir: string;
  /** What git may see of the environment is taken from it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log?: Log;
  /** A repository that cannot be reached is read as it was the last time. */
  readonly offline?: boolean;
}

/** Where the pages come from, as the configuration names it. */
export function openSource(address: KnowledgeAddress, options: OpenSourceOptions): Source {
  return address.kind === "folder"
    ? folderSource({ folder: address.path, ...options })
    : gitSource({ address, ...options });
}
