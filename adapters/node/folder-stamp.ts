import { realpath, stat } from "node:fs/promises";
import { walkFolder } from "./folder-walk.ts";

/**
 * What a folder looks like from outside: the paths, sizes and times of all pages in it. Undefined where it cannot be
 * looked at, which is no change: a mount that is gone for a moment is no reason to reload.
 */
export async function stampFolder(folder: string): Promise<string | undefined> {
  try {
    const { files } = await walkFolder(await realpath(folder));
    const lines: string[] = [];
    for (const { path, file } of files) {
      const { size, mtimeMs, ino } = await stat(file);
      lines.push(`${path}\n${size} ${mtimeMs} ${ino}`);
    }
    return lines.join("\n");
  } catch {
    return undefined;
  }
}
