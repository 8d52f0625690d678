import { relative } from "node:path";
import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/**
 * What takes longer than ten seconds, the longest first. Where no run is remembered, as after a fresh clone, vitest begins with
 * the largest files, and those that are long though small would run alone at the end.
 */
const LONG = [
  "test/adapters/http/browser.test.ts",
  "test/main/two-programs.test.ts",
  "test/shipped-authoring.test.ts",
  "test/shipped-knowledge.test.ts",
  "test/store-faults.test.ts",
  "test/adapters/node/git-source.test.ts",
  "test/adapters/discord/faults-delivery.test.ts",
  "test/adapters/slack/program-faults.test.ts",
  "test/adapters/slack/program.test.ts",
  "test/replicas.test.ts",
  "test/main/replicas.test.ts",
  "test/main/reload-faults.test.ts",
  "test/reload/live.test.ts",
  "test/knowledge/linear-time.test.ts",
  "test/adapters/node/rates.test.ts",
  "test/adapters/node/store-outages.test.ts",
  "test/adapters/discord/process.test.ts",
  "test/adapters/node/worker-snapshot.test.ts",
];

/** The order in which vitest begins the files of tests. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONG.indexOf(relative(this.ctx.config.root, moduleId));
      return at < 0 ? LONG.length : at;
    };
    return sorted.toSorted((a, b) => place(a) - place(b));
  }
}
