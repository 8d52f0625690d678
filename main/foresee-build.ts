import type { StartedWorker } from "../adapters/node/start-worker.ts";
import type { ForeseeMessage } from "../adapters/node/thread-messages.ts";
import type { Config } from "../src/index.ts";
import { threadSetup } from "./thread-setup.ts";

/**
 * Lets the first thread begin with a folder while the rest of the program is still being read. A repository is left until
 * the store is open: another process may be at work on its clone.
 */
export function foreseeBuild(
  { worker }: StartedWorker,
  config: Config,
  env: ForeseeMessage["setup"]["env"],
): void {
  if (config.knowledge.address.kind !== "folder") return;
  const message: ForeseeMessage = { kind: "foresee", setup: threadSetup(config, env) };
  worker.postMessage(message, []);
}
