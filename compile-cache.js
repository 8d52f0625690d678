import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// What Node makes of the sources is kept beside the packages, where only their owner writes: later starts need not make it
// again. Said before anything else is read; in JavaScript, so that the first file needs no compiler that is not kept yet.
enableCompileCache(fileURLToPath(new URL("node_modules/.cache/docent", import.meta.url)));
