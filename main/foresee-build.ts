import type { StartedWorker } from "../adapters/node/start-worker.ts";
import type { ForeseeMessage } from "../adapters/node/thread-messages.ts";
import type { Config } from "../src/index.ts";
import { threadSetup } from "./thread-setup.ts";

/**
 * Lets the first thread begin with a folder while the rest of the program is still being read. A repository is left until
 * the store is open: another process may be at work on its clone. A folder that is watched is left, too: what changes in it before the
 * watch begins is seen by nobody, and the sooner it is read the more that is.
 */
export function foreseeBuild(
  { worker }: StartedWorker,
  config: Config,
  env: ForeseeMessage["setup"]["env"],
): void {
  const { address, watch } = config.knowledge;
  if (address.kind !== "folder" || watch) return;
  const message: ForeseeMessage = { kind: "foresee", setup: threadSetup(config, env) };
  worker.postMessage(message, []);
}
