import type { ThreadSetup } from "../adapters/node/thread-messages.ts";
import type { Config } from "../src/index.ts";

/** What the knowledge's thread has to know of the settings. */
export function threadSetup(
  { knowledge, dataDir, answerThreshold: threshold, accessGroups: groups }: Config,
  env: ThreadSetup["env"],
): ThreadSetup {
  return { address: knowledge.address, dataDir, threshold, groups, env };
}
