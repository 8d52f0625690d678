import { randomId } from "../../adapters/node/clock.ts";
import { versionFolder } from "../../adapters/node/version-folder.ts";
import { packPages } from "../../adapters/node/packed-pages.ts";
import { stateOf } from "../../src/building.ts";
import { sha256 } from "./build-snapshot.ts";

/** Keeps one version after the other in the folder it is given, and prints each once it is kept. To be killed. */
const versions = versionFolder({ folder: process.argv[2] ?? "", randomId });
for (let at = Number(process.argv[3] ?? "0"); ; at += 1) {
  const pages = { pages: [{ path: "a.md", markdown: `${at} `.repeat(20_000) }], problems: [] };
  await versions.keep({ version: stateOf(pages, sha256), at }, await packPages(pages));
  process.stdout.write(`kept ${at}\n`);
}
