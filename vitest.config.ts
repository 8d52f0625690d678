import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    environment: "node",
    pool: "threads",
    // Every core, where the default leaves one idle: much of the suite waits for processes and servers of its own.
    maxWorkers: Math.max(2, availableParallelism()),
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
