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

/** The folder that a command is about, alone or behind --knowledge as with every other command; twice is a wrong call. */
export function folderNamed(
  positionals: readonly string[],
  knowledge: string | undefined,
): string | undefined {
  const [named, ...more] = knowledge === undefined ? positionals : [knowledge, ...positionals];
  if (more[0] !== undefined) throw wrongCall(`“${more[0]}” is one argument too many`);
  return named;
}
