import { parseConfig } from "../src/config.ts";
import type { Config } from "../src/index.ts";

/** How a supervisor tells a mistake in the settings from a crash (sysexits.h, EX_CONFIG). */
const WRONG_SETTINGS = 78;

/**
 * The settings of this process; ends it where they are wrong, and says how. Loads the settings alone: the thread that
 * builds the knowledge waits for them.
 */
export async function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Config> {
  try {
    return await parseConfig(env);
  } catch (error) {
    const { explain } = await import("../src/index.ts");
    process.stderr.write(`${explain(error)}\n`);
    process.exit(WRONG_SETTINGS);
  }
}
