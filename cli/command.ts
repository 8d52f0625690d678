import type { Writer } from "../adapters/console/writer.ts";
import { DocentError } from "../src/index.ts";
import type { World } from "./core.ts";

/** What every command writes to; a reader that leaves early is no failure. */
export interface Output {
  readonly out: Writer;
  readonly errors: Writer;
}

/** A sub-command of `docent`. */
export interface Command {
  readonly usage: string;
  /** The exit code: 0 also where Docent does not know. Rejects with `DocentError`; code `usage` for a wrong call. */
  run(args: readonly string[], world: World, output: Output): Promise<number>;
}

/** A wrong call: exit code 2, with the command's usage below. */
export function wrongCall(message: string): DocentError {
  return new DocentError("usage", message, { remedy: "It is called like this:" });
}
