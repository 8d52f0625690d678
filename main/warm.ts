import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import "../compile-cache.js";

/*
 * The end of an installation: what Node makes of the sources and Docent of the pages is kept, so that the first start is as
 * quick as those after it. Nothing depends on it.
 */
const cwd = fileURLToPath(new URL("..", import.meta.url));
const asked = promisify(execFile)(process.execPath, ["cli.ts", "ask", "Docker"], {
  cwd,
  timeout: 60_000,
});
const read = [
  import("./foresee-build.ts"),
  import("./run.ts"),
  import("../adapters/http/index.ts"),
  import("../adapters/node/serve-snapshot.ts"),
];
await Promise.all([asked, ...read]).then(
  () => console.log("Docent is ready for a quick first start."),
  () => console.log("The first start will take a little longer, and say what is wrong."),
);
