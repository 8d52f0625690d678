import { exec } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { withLoadedPackages } from "./support/loaded-packages.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** As npm does it at the end of an installation: with the Node of the packages. */
async function install(cwd: string): Promise<string> {
  const PATH = `${dirname(process.execPath)}${delimiter}${process.env["PATH"]}`;
  const { stdout, stderr } = await promisify(exec)(scripts.postinstall, {
    cwd,
    env: { ...process.env, PATH },
  });
  return `${stdout}${stderr}`;
}

describe("the end of an installation", () => {
  // Other tests keep builds, too, and the oldest go.
  it("leaves the shipped pages ready for the first question", { retry: 2 }, async () => {
    expect(await install(root)).toBe("Docent is ready for a quick first start.\n");
    const { packages } = await withLoadedPackages(["cli.ts", "ask", "What is Docker?"]);
    expect(packages).toContain("minisearch");
    for (const parser of ["markdown-it", "yaml"]) expect(packages).not.toContain(parser);
  });

  it("fails nowhere, not even where only the list of packages is yet", async () => {
    expect(await install(temporaryFolder())).toBe("");
  });
});
