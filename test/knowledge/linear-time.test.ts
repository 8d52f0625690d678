import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { passagesOf } from "../../src/knowledge/passages.ts";
import { HOSTILE } from "../support/hostile-markdown.ts";

const SIZE = 8_000;
/**
 * Twice the page, twice the work: quadratic work would be four times as much. Steps up to a limit
 * may be a bit more than twice.
 */
const MOST_GROWTH = 3;

describe("hostile pages", () => {
  it("cost work that grows with their size and no faster", { timeout: 60_000 }, async () => {
    const script = fileURLToPath(new URL("../support/count-work.ts", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script, String(SIZE)]);
    const counted = JSON.parse(stdout) as Record<string, readonly [number, number]>;
    expect(Object.keys(counted)).toEqual(Object.keys(HOSTILE));
    for (const [name, [once, twice]] of Object.entries(counted)) {
      expect(once, name).toBeGreaterThan(0);
      expect(twice / once, name).toBeLessThan(MOST_GROWTH);
    }
  });

  for (const [name, make] of Object.entries(HOSTILE)) {
    it(`are read without an error: ${name}`, () => {
      const markdown = make(60_000);
      const { passages, problems } = passagesOf({ path: "page.md", markdown });
      expect(passages.length + problems.length).toBeGreaterThan(0);
      // Whatever comes of it goes to a worker, a log, a browser: it must be no deeper than they bear.
      expect(JSON.parse(JSON.stringify(structuredClone(passages)))).toEqual(passages);
    });
  }
});
