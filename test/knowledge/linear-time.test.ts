import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { HOSTILE } from "../support/hostile-markdown.ts";
import type { ReadHostile } from "../support/read-hostile.ts";

/**
 * Twice the page, twice the work: quadratic work would be four times as much. Steps up to a limit
 * may be a bit more than twice.
 */
const MOST_GROWTH = 3;
const COUNT_WORK = new URL("../support/count-work.ts", import.meta.url);
const READ_HOSTILE = new URL("../support/read-hostile.ts", import.meta.url);

/** What a script prints about pages of a size, each by its name. */
async function printed<About>(script: URL, size: number): Promise<Record<string, About>> {
  const args = [fileURLToPath(script), String(size)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const about = JSON.parse(stdout) as Record<string, About>;
  expect(Object.keys(about)).toEqual(Object.keys(HOSTILE));
  return about;
}

describe("hostile pages", () => {
  it("cost work that grows with their size and no faster", { timeout: 60_000 }, async () => {
    const counted = await printed<readonly [number, number]>(COUNT_WORK, 8_000);
    for (const [name, [once, twice]] of Object.entries(counted)) {
      expect(once, name).toBeGreaterThan(0);
      expect(twice / once, name).toBeLessThan(MOST_GROWTH);
    }
  });

  describe("are read without an error:", () => {
    let read: Record<string, ReadHostile>;
    beforeAll(async () => {
      read = await printed(READ_HOSTILE, 60_000);
    });

    // Whatever comes of them goes to a worker, a log, a browser.
    it.each(Object.keys(HOSTILE))("%s", (name) => {
      expect(read[name]).toMatchObject({ error: "", bearable: true });
      expect(read[name]?.made).toBeGreaterThan(0);
    });
  });
});
