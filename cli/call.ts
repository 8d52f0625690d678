import { parseArgs } from "node:util";
import type { ParseArgsOptionsConfig } from "node:util";
import { wrongCall } from "./command.ts";

/** Reads the arguments of a command; what it does not know is a wrong call. */
export function callOf<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    const [sentence = ""] = (error instanceof Error ? error.message : String(error)).split(". ");
    throw wrongCall(sentence);
  }
}

/** The one argument that a command may have; more than one is a wrong call. */
export function atMostOne(positionals: readonly string[]): string | undefined {
  if (positionals.length > 1) throw wrongCall(`“${positionals[1]}” is one argument too many`);
  return positionals[0];
}
