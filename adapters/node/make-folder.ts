import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it. Not by Node's `recursive`: where a file system answers "no such file" to making a
 * folder in one that exists, as /proc does, that never returns.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    if (!existsSync(path)) throw error; // somebody else may have been quicker
  }
}
