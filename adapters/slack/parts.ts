import type { Services } from "../../src/index.ts";
import type { Directory } from "./directory.ts";
import type { Posting } from "./posting.ts";
import type { Records } from "./records.ts";
import type { Identity, SlackSettings } from "./settings.ts";
import type { Web } from "./web.ts";

/** What every part of the adapter is built from. */
export interface Parts {
  readonly settings: SlackSettings;
  readonly services: Services;
  readonly web: Web;
  readonly posting: Posting;
  readonly records: Records;
  readonly directory: Directory;
  /** Known once the adapter has started. */
  readonly me: () => Identity;
}

/** Somebody who pressed, typed or opened something that only they see. */
export interface Person {
  readonly team: string;
  readonly userTeam: string;
  readonly user: string;
  /** Where they did it, where that is a channel they are in. */
  readonly channel?: string | undefined;
}
