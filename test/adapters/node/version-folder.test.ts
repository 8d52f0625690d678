import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { randomId } from "../../../adapters/node/clock.ts";
import { packPages, unpackPages } from "../../../adapters/node/packed-pages.ts";
import { versionFolder } from "../../../adapters/node/version-folder.ts";
import { stateOf } from "../../../src/building.ts";
import { sha256 } from "../../support/build-snapshot.ts";
import { startUntil, stop } from "../../support/child.ts";
import { temporaryFolder, writeFiles } from "../../support/temporary-folder.ts";

const version = (number: number): string => sha256(String(number)).slice(0, 12);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a folder of versions", () => {
  it("has none at first", async () => {
    const versions = versionFolder({ folder: `${temporaryFolder()}/none/yet`, randomId });
    expect(await versions.list()).toEqual([]);
    expect(await versions.load(version(1))).toBeUndefined();
  });

  it("keeps the last ten, latest first, and gives each back as it was", async () => {
    const folder = temporaryFolder();
    const versions = versionFolder({ folder, randomId });
    for (let at = 1; at <= 14; at++) {
      await versions.keep(
        { version: version(at), at, revision: sha256("c") },
        bytes(`pages ${at}`),
      );
    }
    const listed = await versions.list();
    expect(listed.map(({ at }) => at)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5]);
    expect(listed[0]).toEqual({ version: version(14), at: 14, revision: sha256("c") });
    expect(Buffer.from((await versions.load(version(5))) ?? []).toString()).toBe("pages 5");
    expect(await versions.load(version(4))).toBeUndefined();
    expect(readdirSync(folder)).toHaveLength(10);
  });

  it("keeps a version once, as of the last time it began to serve", async () => {
    const versions = versionFolder({ folder: temporaryFolder(), randomId });
    for (const [at, number] of [
      [1, 1],
      [2, 2],
      [3, 1],
    ] as const) {
      await versions.keep({ version: version(number), at }, bytes("pages"));
    }
    expect(await versions.list()).toEqual([
      { version: version(1), at: 3 },
      { version: version(2), at: 2 },
    ]);
  });

  it("is not confused by what else lies there, and sweeps up only what was left long ago", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "notes.txt": "mine", "half.tmp": "half" });
    const versions = versionFolder({ folder, randomId });
    await versions.keep({ version: version(1), at: Date.now() }, bytes("pages"));
    expect(readdirSync(folder)).toContain("half.tmp");
    await versions.keep({ version: version(2), at: Date.now() + 7_200_000 }, bytes("pages"));
    expect(readdirSync(folder)).not.toContain("half.tmp");
    expect(readdirSync(folder)).toContain("notes.txt");
    expect(await versions.list()).toHaveLength(2);
  });

  it("takes memory that is shared with other threads", async () => {
    const versions = versionFolder({ folder: temporaryFolder(), randomId });
    const packed = await packPages({ pages: [], problems: [] });
    expect(packed.buffer).toBeInstanceOf(SharedArrayBuffer);
    await versions.keep({ version: version(1), at: 1 }, packed);
    expect(unpackPages((await versions.load(version(1))) ?? new Uint8Array())).toEqual({
      pages: [],
      problems: [],
    });
  });

  it(
    "fault 90: that a process is killed in the middle of writing to holds whole versions only",
    { timeout: 60_000 },
    async () => {
      const folder = temporaryFolder();
      const script = new URL("../../support/keep-forever.ts", import.meta.url).pathname;
      for (let round = 1; round <= 12; round++) {
        const first = round * 1_000;
        const ready = new RegExp(`kept ${first + (round % 4)}\\b`);
        const child = await startUntil(process.execPath, [script, folder, String(first)], ready);
        await stop(child, "SIGKILL");
        const versions = versionFolder({ folder, randomId });
        const listed = await versions.list();
        expect(listed.length).toBeGreaterThan(0);
        expect(listed.length).toBeLessThanOrEqual(11);
        for (const kept of listed) {
          const pages = unpackPages((await versions.load(kept.version)) ?? new Uint8Array());
          expect(stateOf(pages, sha256)).toBe(kept.version);
        }
      }
    },
  );
});
