/** What is soon there is seen at once; what takes seconds needs the core that asking it again would take. */
const SHORTEST_MS = 5;
const LONGEST_MS = 50;

/** Waits for what a real server does in its own time; the test's own limit ends it. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let ms = SHORTEST_MS; !(await condition()); ms = Math.min(ms * 1.2, LONGEST_MS)) {
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}
