import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { LongFirst } from "./test/support/long-first.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    environment: "node",
    // What Node makes of the sources is kept for the threads and programs that tests start, where `npm start` keeps it, too.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/docent") },
    pool: "threads",
    // Two more than there are cores, where the default leaves one idle: half of the time a test waits for its own servers.
    maxWorkers: Math.max(2, availableParallelism()) + 2,
    // What one file has imported, and V8 has compiled, serves the next: a third less of the processor's time. So what tests
    // share keeps no state of a test, and registers no hook when it is imported.
    isolate: false,
    sequence: { sequencer: LongFirst },
    // Against hanging for good, not a measure: counting what is covered makes each step several times as dear.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters:
      process.env["CI"] === undefined
        ? ["default"]
        : ["default", ["json", { outputFile: "artefacts/tests.json" }]],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/types.ts", "src/ports.ts"],
      reporter: ["text-summary", "html"],
      reportsDirectory: "coverage",
      reportOnFailure: true,
      thresholds: { lines: 95 },
    },
  },
});
