import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { liveKnowledge } from "./live-knowledge.ts";

/** Changes a page and reloads, again and again, and prints each version that serves. To be killed. */
const [, , folder = "", dataDir = "", round = ""] = process.argv;
const knowledge = liveKnowledge(folder, dataDir);
await knowledge.start();
for (let change = 0; ; change++) {
  process.stdout.write(`serves ${change} ${knowledge.snapshot.facts.version}\n`);
  const page = join(folder, "changing.md");
  writeFileSync(`${page}.new`, `# Changing\n\nThis is change ${change} of round ${round}.\n`);
  renameSync(`${page}.new`, page);
  await knowledge.reload();
}
