import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder } from "../../../adapters/node/make-folder.ts";

it("makes a folder with those above it, and leaves one that is there", () => {
  const root = mkdtempSync(join(tmpdir(), "docent-"));
  makeFolder(join(root, "a", "b", "c"));
  makeFolder(join(root, "a", "b"));
  expect(existsSync(join(root, "a", "b", "c"))).toBe(true);
  rmSync(root, { recursive: true });
});

it.runIf(existsSync("/proc/self"))("gives up at once where no folder can be made", () => {
  expect(() => makeFolder("/proc/nowhere/data")).toThrow(/ENOENT/u);
});
