import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** 9,746 pages of MicrosoftDocs/cpp-docs, beside the project and not part of it. */
const ARCHIVE = fileURLToPath(
  new URL("../../../shared/eval/markdown-cpp-docs.tar.gz", import.meta.url),
);

export interface LargeFolder {
  readonly folder: string;
  remove(): void;
}

/** Unpacks the large folder into a temporary one; undefined where the archive is not there. */
export function unpackLargeFolder(): LargeFolder | undefined {
  if (!existsSync(ARCHIVE)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "docent-bench-"));
  execFileSync("tar", ["-xzf", ARCHIVE, "-C", folder]);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
