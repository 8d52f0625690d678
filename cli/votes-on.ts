import { resolve } from "node:path";
import { parseConfig } from "../src/config.ts";
import { explain } from "../src/index.ts";
import type { Tally } from "../src/index.ts";
import type { Output } from "./command.ts";
import type { World } from "./core.ts";
import { plainLog } from "./open-core.ts";

/**
 * What people said of answers from the pages of a folder: of the configured one, or of a work tree of the configured
 * repository; votes are on those pages and on no others. A store that cannot be read costs the votes alone.
 */
export async function votesOn(
  folder: string,
  world: World,
  { errors }: Output,
): Promise<Tally["pages"]> {
  const { env, version } = world;
  const config = await parseConfig(env);
  const { address } = config.knowledge;
  if (address.kind === "folder" && resolve(address.path) !== resolve(folder)) return [];
  try {
    const remains = await world.openRemains(config, { log: plainLog(errors), env, version });
    try {
      return (await remains.votes()).pages;
    } finally {
      await remains.close();
    }
  } catch (error) {
    await errors.write(`warning: the votes on answers could not be read: ${explain(error)}\n`);
    return [];
  }
}
