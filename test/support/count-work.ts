import { Session } from "node:inspector/promises";
import { passagesOf } from "../../src/knowledge/passages.ts";
import { HOSTILE } from "./hostile-markdown.ts";

/**
 * Run as a process of its own, since counting slows down everything in it: prints, for each hostile
 * page, how many blocks of code ran for a page of the size given and for one of twice the size.
 * Counts, unlike times, are the same on every run.
 */
const size = Number(process.argv[2]);
const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

async function workFor(markdown: string): Promise<number> {
  await session.post("Profiler.takePreciseCoverage");
  passagesOf({ path: "page.md", markdown });
  const { result } = await session.post("Profiler.takePreciseCoverage");
  let work = 0;
  for (const script of result) {
    for (const { ranges } of script.functions) {
      for (const { count } of ranges) work += count;
    }
  }
  return work;
}

const counted: Record<string, readonly [number, number]> = {};
for (const [name, make] of Object.entries(HOSTILE)) {
  counted[name] = [await workFor(make(size)), await workFor(make(2 * size))];
}
session.disconnect();
process.stdout.write(JSON.stringify(counted));
