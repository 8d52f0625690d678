import { chmodSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cacheFolder } from "../../../adapters/node/cache-folder.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe("the folder that builds are kept in", () => {
  it("gives back what was kept under a key, to the next process, too", () => {
    const folder = join(temporaryFolder(), "deep", "er");
    cacheFolder(folder).write("bees", [["hum"], 7]);
    expect(cacheFolder(folder).read("bees")).toEqual([["hum"], 7]);
    expect(cacheFolder(folder).read("birds")).toBeUndefined();
  });

  it("has nothing where a file was damaged, until it is kept again", () => {
    const folder = temporaryFolder();
    const cache = cacheFolder(folder);
    cache.write("bees", ["hum"]);
    const [name = ""] = readdirSync(folder);
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path).fill(0, 40));
    expect(cache.read("bees")).toBeUndefined();
    cache.write("bees", ["hum"]);
    expect(cache.read("bees")).toEqual(["hum"]);
  });

  it("keeps the four that were used last, and nothing that was left unfinished", () => {
    const folder = temporaryFolder({ "left.tmp": "half of it" });
    const cache = cacheFolder(folder);
    let minute = 1;
    const age = (): void => {
      for (const name of readdirSync(folder)) {
        const path = join(folder, name);
        if (readFileSync(path).length > 0) utimesSync(path, minute * 60, minute * 60);
      }
      minute += 1;
    };
    for (const key of ["a", "b", "c", "d"]) {
      age();
      cache.write(key, [key]);
    }
    age();
    expect(cache.read("a")).toEqual(["a"]);
    cache.write("e", ["e"]);
    expect(readdirSync(folder)).toHaveLength(4);
    expect([cache.read("a"), cache.read("e")]).toEqual([["a"], ["e"]]);
  });

  it("is done without where it cannot be made, or something cannot be written down", () => {
    const blocked = join(temporaryFolder({ file: "no folder" }), "file");
    cacheFolder(blocked).write("bees", ["hum"]);
    expect(cacheFolder(blocked).read("bees")).toBeUndefined();

    const folder = temporaryFolder();
    cacheFolder(folder).write("bees", [() => "no data"]);
    expect(readdirSync(folder)).toEqual([]);
    chmodSync(folder, 0o500);
    cacheFolder(folder).write("bees", ["hum"]);
    chmodSync(folder, 0o700);
  });
});
