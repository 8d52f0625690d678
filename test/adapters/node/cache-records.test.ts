import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecords, writeRecords } from "../../../adapters/node/cache-records.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const VALUES = [
  { name: "bees" },
  ["hum", undefined],
  new Int32Array([1, -2, 3]),
  new Map([["a", 1]]),
];

describe("a file of records", () => {
  const written = (): string => {
    const path = join(temporaryFolder(), "records");
    writeRecords(path, VALUES);
    return path;
  };

  it("gives back what was written", () => {
    expect(readRecords(written())).toEqual(VALUES);
  });

  it("takes numbers in shared memory, too", () => {
    const path = join(temporaryFolder(), "records");
    const shared = new Int32Array(new SharedArrayBuffer(64, { maxByteLength: 128 }), 0, 16).fill(7);
    writeRecords(path, [shared.subarray(0, 3)]);
    expect(readRecords(path)).toEqual([new Int32Array([7, 7, 7])]);
  });

  it("is for its owner alone, and takes the place of no other", () => {
    const path = written();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(() => writeRecords(path, [])).toThrow("EEXIST");
    expect(readRecords(path)).toEqual(VALUES);
  });

  it("is refused where it is cut off, wherever that is", () => {
    const path = written();
    const whole = readFileSync(path);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        writeFileSync(path, whole.subarray(0, length));
        expect(() => readRecords(path)).toThrow("The file is cut off");
      }),
    );
  });

  it("is refused where a byte of it is another", () => {
    const path = written();
    const whole = readFileSync(path);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const spoilt = Buffer.from(whole);
        spoilt[at] = (spoilt[at] ?? 0) ^ by;
        writeFileSync(path, spoilt);
        expect(() => readRecords(path)).toThrow(/^The file is (?:cut off|damaged)$/);
      }),
    );
  });
});
