import * as node from "node:module";
import { fileURLToPath } from "node:url";

if (node.enableCompileCache === undefined) {
  console.error(
    `Docent runs on the Node among its packages, and this is ${process.version}. Run npm ci first; then it is found.`,
  );
  process.exit(1);
}
// What Node makes of the sources is kept beside the packages, where only their owner writes: later starts need not make it
// again. Said before anything else is read; in JavaScript, so that the first file needs no compiler that is not kept yet.
node.enableCompileCache(fileURLToPath(new URL("node_modules/.cache/docent", import.meta.url)));
