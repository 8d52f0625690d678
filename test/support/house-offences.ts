/** What a file may not say, with the rule of the linter that must object. */
export const OFFENCES: readonly (readonly [file: string, code: string, rule: string])[] = [
  [
    "src/answer/reads-files.ts",
    'export { readFile } from "node:fs/promises";',
    "no-restricted-imports",
  ],
  ["src/answer/types-of-node.ts", 'export type { Stats } from "node:fs";', "no-restricted-imports"],
  [
    "src/answer/late-import.ts",
    'export const load = () => import("zod");',
    "no-restricted-imports",
  ],
  [
    "src/search/other-index.ts",
    'export { MiniSearch } from "minisearch";',
    "no-restricted-imports",
  ],
  ["src/answer/parses.ts", 'export { markdown } from "markdown-it";', "no-restricted-imports"],
  ["src/sdk.ts", 'export { App } from "@slack/bolt";', "no-restricted-imports"],
  [
    "src/outward.ts",
    'export { render } from "../adapters/slack/render.ts";',
    "no-restricted-imports",
  ],
  [
    "src/search/outward.ts",
    'export { render } from "../../adapters/slack/render.ts";',
    "no-restricted-imports",
  ],
  ["src/upward.ts", 'export { main } from "../main.ts";', "no-restricted-imports"],
  [
    "src/upward-to-main.ts",
    'export { talkInTerminal } from "../main/terminal.ts";',
    "no-restricted-imports",
  ],
  ["src/upward-to-cli.ts", 'export { runCli } from "../cli/run.ts";', "no-restricted-imports"],
  ["src/clock.ts", "export const now = () => Date.now();", "no-restricted-properties"],
  ["src/luck.ts", "export const luck = () => Math.random();", "no-restricted-properties"],
  ["src/environment.ts", 'export const home = () => process.env["HOME"];', "no-restricted-globals"],
  [
    "src/hidden-environment.ts",
    "export const pid = () => globalThis.process.pid;",
    "no-restricted-globals",
  ],
  ["src/speaks.ts", 'export const say = () => console.log("x");', "no-restricted-globals"],
  [
    "src/waits.ts",
    "export const wait = () => setTimeout(() => undefined, 1);",
    "no-restricted-globals",
  ],
  ["src/default.ts", "export default 1;", "no-default-export"],
  ["src/any.ts", "export const loose = (some: any) => some;", "no-explicit-any"],
  ["src/one.ts", 'import { two } from "./two.ts";\nexport const one = () => two;', "no-cycle"],
  ["src/two.ts", 'import { one } from "./one.ts";\nexport const two = () => one;', "no-cycle"],
  [
    "src/forgets.ts",
    "const later = async () => 1;\nexport const go = () => {\n  later();\n};",
    "no-floating-promises",
  ],
  [
    "adapters/slack/inside.ts",
    'export { cutBlocks } from "../../src/cut.ts";',
    "no-restricted-imports",
  ],
  [
    "adapters/slack/building.ts",
    'export { buildSnapshot } from "../../src/building.ts";',
    "no-restricted-imports",
  ],
  [
    "adapters/node/inside.ts",
    'export { cutBlocks } from "../../src/cut.ts";',
    "no-restricted-imports",
  ],
  [
    "adapters/node/authoring.ts",
    'export { newPage } from "../../src/authoring.ts";',
    "no-restricted-imports",
  ],
  [
    "adapters/node/neighbour.ts",
    'export { render } from "../slack/render.ts";',
    "no-restricted-imports",
  ],
  [
    "adapters/slack/neighbour.ts",
    'export { render } from "../discord/render.ts";',
    "no-restricted-imports",
  ],
  ["adapters/slack/upward.ts", 'export { main } from "../../main.ts";', "no-restricted-imports"],
  [
    "adapters/slack/views/inside.ts",
    'export { cutBlocks } from "../../../src/cut.ts";',
    "no-restricted-imports",
  ],
  [
    "adapters/slack/views/neighbour.ts",
    'export { render } from "../../discord/render.ts";',
    "no-restricted-imports",
  ],
  [
    "adapters/http/neighbour.ts",
    'export { render } from "../slack/render.ts";',
    "no-restricted-imports",
  ],
  [
    "adapters/slack/environment.ts",
    'export const token = () => process.env["TOKEN"];',
    "no-process-env",
  ],
  ["cli/inside.ts", 'export { cutBlocks } from "../src/cut.ts";', "no-restricted-imports"],
  ["main.ts", 'export { cutBlocks } from "./src/cut.ts";', "no-restricted-imports"],
  ["main/inside.ts", 'export { cutBlocks } from "../src/cut.ts";', "no-restricted-imports"],
  ["main/environment.ts", 'export const home = () => process.env["HOME"];', "no-process-env"],
];

/** What the same rules must let pass. */
export const ALLOWED: readonly (readonly [file: string, code: string])[] = [
  ["src/search/search-index.ts", 'export { MiniSearch } from "minisearch";'],
  ["src/search/terms.ts", 'export { stemmer } from "@orama/stemmers/english";'],
  ["src/knowledge/markdown.ts", 'export { markdown } from "markdown-it";'],
  ["src/config.ts", 'export { z } from "zod";'],
  ["src/limits.ts", 'export { RateLimiterMemory } from "rate-limiter-flexible";'],
  ["src/index.ts", 'export { z } from "./config.ts";'],
  [
    "adapters/slack/index.ts",
    'export { z } from "../../src/index.ts";\nexport { App } from "@slack/bolt";',
  ],
  [
    "adapters/slack/views/home.ts",
    'export { z } from "../../../src/index.ts";\nexport { App } from "../index.ts";',
  ],
  [
    "adapters/http/preview.ts",
    'export { render } from "../slack/render.ts";\nexport { draw } from "../discord/render.ts";',
  ],
  ["adapters/node/clock.ts", "export const now = () => Date.now();"],
  [
    "adapters/node/folder-source.ts",
    'export { z } from "../../src/index.ts";\nexport { decodePage } from "../../src/building.ts";\nexport { explain } from "../../src/errors.ts";',
  ],
  [
    "cli/run.ts",
    'export { z } from "../src/index.ts";\nexport { App } from "../adapters/slack/index.ts";',
  ],
  [
    "main/platforms.ts",
    'export { z } from "../src/index.ts";\nexport { App } from "../adapters/slack/index.ts";',
  ],
  ["some.config.ts", "export default 1;"],
];
