import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = new URL("../../", import.meta.url);

/** Asks in a process of its own, which writes down what packages it has loaded. */
async function ask(knowledge: string, question: string) {
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
    process.on("exit", () => writeFileSync(${JSON.stringify(noted)}, [...names].join(" ")));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(hook)}`,
      "cli.ts",
      "ask",
      "--knowledge",
      knowledge,
      "--json",
      question,
    ],
    { cwd: root },
  );
  const { text, citations } = JSON.parse(stdout) as { text: string; citations: unknown };
  return { text, citations, packages: readFileSync(noted, "utf8").split(" ") };
}

describe("a question about pages that were asked before", () => {
  // Other tests keep builds, too, and the oldest go.
  it("is answered alike, and none of them is read again", { retry: 2 }, async () => {
    const folder = temporaryFolder({ "bees.md": "# Bees\n\nBees hum at a hundred hertz.\n" });
    const first = await ask(folder, "What do bees do?");
    const second = await ask(folder, "What do bees do?");
    expect(first.packages).toContain("markdown-it");
    expect(second.text).toBe("Bees hum at a hundred hertz.");
    expect(second).toMatchObject({ text: first.text, citations: first.citations });
    expect(second.packages).toContain("minisearch");
    for (const parser of ["markdown-it", "yaml"]) expect(second.packages).not.toContain(parser);
  });
});
