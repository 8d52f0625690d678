import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "./temporary-folder.ts";

const ROOT = new URL("../../", import.meta.url);

/** Runs Node with these arguments, and tells what it printed and the names of the packages it loaded. */
export async function withLoadedPackages(
  args: readonly string[],
): Promise<{ readonly stdout: string; readonly packages: readonly string[] }> {
  const noted = join(temporaryFolder(), "packages");
  const hook = `
    import { registerHooks } from "node:module";
    import { writeFileSync } from "node:fs";
    const names = new Set();
    registerHooks({
      load(url, context, next) {
        const name = /.*node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1];
        if (name !== undefined) names.add(name);
        return next(url, context);
      },
    });
    process.on("exit", () => writeFileSync(${JSON.stringify(noted)}, JSON.stringify([...names])));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(hook)}`, ...args],
    { cwd: ROOT },
  );
  return { stdout, packages: JSON.parse(readFileSync(noted, "utf8")) as readonly string[] };
}
