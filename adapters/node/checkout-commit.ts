import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const NAME = /^refs\/[\w./-]+$/;

/**
 * The commit that a folder is checked out at, read from git's own files: no process is started for a line of `status`.
 * Undefined where the folder is no checkout, such as in an image, or keeps its branches in another form.
 */
export function checkoutCommit(folder: string): string | undefined {
  try {
    const own = ownFolder(folder);
    const head = read(own, "HEAD");
    if (COMMIT.test(head)) return head;
    const name = head.replace(/^ref: /, "");
    if (!NAME.test(name) || name.includes("..")) return undefined;
    return branchTip(sharedFolder(own), name);
  } catch {
    // Whatever is missing there: then the commit is not known.
    return undefined;
  }
}

/** `.git`, which in a further work tree is a file that names the folder. */
function ownFolder(folder: string): string {
  const path = join(folder, ".git");
  if (statSync(path).isDirectory()) return path;
  return resolve(folder, read(folder, ".git").replace(/^gitdir: /, ""));
}

/** Further work trees share their branches with the first. */
function sharedFolder(own: string): string {
  try {
    return resolve(own, read(own, "commondir"));
  } catch {
    return own;
  }
}

function branchTip(folder: string, name: string): string | undefined {
  try {
    const tip = read(folder, name);
    if (COMMIT.test(tip)) return tip;
  } catch {
    // Packed together with the others.
  }
  const packed = read(folder, "packed-refs").split("\n");
  const tip = packed.find((line) => line.endsWith(` ${name}`))?.split(" ", 1)[0] ?? "";
  return COMMIT.test(tip) ? tip : undefined;
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), "utf8").trim();
}
