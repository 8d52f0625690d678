import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const SCRIPT = new URL("../support/stray.ts", import.meta.url).pathname;

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    encoding: "utf8",
  });
  const lines = stderr
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { status, stdout, lines };
}

test.each([
  ["timer", "exception", "Error: a stray timer"],
  ["promise", "rejection", "Error: a stray promise"],
  ["nothing", "rejection", "undefined"],
])(
  "fault 94: a failure in a %s that nobody caught is logged with its stack and counted, and the process lives",
  (how, kind, stack) => {
    const { status, stdout, lines } = run(how);
    expect([status, stdout]).toEqual([
      0,
      `docent_stray_failures_total{kind="${kind}",platform="none"} 61\nstill here\n`,
    ]);
    expect(lines).toHaveLength(61);
    expect(lines[0]).toMatchObject({ level: "error", kind, msg: "a failure that nobody caught" });
    expect(lines[0]?.["stack"]).toContain(stack);
    if (stack.startsWith("Error")) expect(lines[0]?.["stack"]).toContain("stray.ts:");
  },
);

test("fault 94: a storm of them ends the process with a code that it is started again on", () => {
  const { status, stdout, lines } = run("timer", "30");
  expect([status, stdout]).toEqual([1, ""]);
  // One an hour and a minute, then twenty within a minute; the next one is one too many.
  expect(lines).toHaveLength(61 + 20);
});
