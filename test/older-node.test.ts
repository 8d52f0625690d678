import { execFile } from "node:child_process";
import { describe, expect, it } from "vitest";

/** What a Node without a compile cache would find. */
const OLDER = `
  import { registerHooks } from "node:module";
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "node:module" && context.parentURL?.endsWith("compile-cache.js")
        ? { url: "data:text/javascript,export const nothing = 0", shortCircuit: true }
        : next(specifier, context),
  });`;

describe("a Node that is too old", () => {
  it("is told in a sentence what to do, before anything else is read", async () => {
    const hook = `data:text/javascript,${encodeURIComponent(OLDER)}`;
    const args = ["--import", hook, "--import", "./compile-cache.js", "cli.ts", "ask", "x"];
    const cwd = new URL("../", import.meta.url);
    const { code, errors } = await new Promise<{ code: unknown; errors: string }>((resolve) => {
      execFile(process.execPath, args, { cwd }, (error, _, stderr) =>
        resolve({ code: error?.code, errors: stderr }),
      );
    });
    expect(code).toBe(1);
    expect(errors).toMatch(/^Docent runs on the Node among its packages, .* Run npm ci first/);
    expect(errors).not.toContain("    at ");
  });
});
