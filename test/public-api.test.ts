import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as authoring from "../src/authoring.ts";
import * as building from "../src/building.ts";
import * as door from "../src/index.ts";
import { withLoadedPackages } from "./support/loaded-packages.ts";

describe("the door of the core", () => {
  it("opens to these values and no others", () => {
    expect(Object.keys(door).toSorted()).toEqual([
      "AUTO_FLOOR",
      "DocentError",
      "HAS_EXPIRED",
      "HEARTBEAT_MS",
      "LEASE_MS",
      "PLATFORM_KEYS",
      "PUBLIC",
      "QUESTION_LIMIT",
      "abstention",
      "adapterOf",
      "alsoSearched",
      "asksNothing",
      "blockText",
      "buttonId",
      "canRead",
      "cellWidth",
      "checkDeclared",
      "cleanQuestion",
      "cleanText",
      "contentStems",
      "counted",
      "createAdministration",
      "createAnswerRecords",
      "createAssistant",
      "createAudit",
      "createBestEffort",
      "createChannels",
      "createEscalations",
      "createFeedback",
      "createGaps",
      "createInFlight",
      "createInbox",
      "createKnowledgeBase",
      "createLanes",
      "createLimits",
      "createPrivacy",
      "createReceive",
      "createReloadNews",
      "createReplicas",
      "createStatistics",
      "createWishes",
      "cutBlocks",
      "escalationTitle",
      "explain",
      "followReplicas",
      "graphemeWidth",
      "graphemes",
      "heading",
      "headingPath",
      "holds",
      "humanAnswered",
      "inlineText",
      "isPageFile",
      "labelText",
      "lineReference",
      "list",
      "moreLines",
      "noKnowledge",
      "noticeText",
      "nowKnown",
      "paragraph",
      "parseButtonId",
      "passageName",
      "passageNames",
      "plainText",
      "reviewLine",
      "settleGaps",
      "shorten",
      "starters",
      "tenantOf",
      "webLink",
      "wholeGraphemes",
      "whyBlocks",
      "withDeadline",
    ]);
  });

  it("loads nothing that only reading and building knowledge needs", async () => {
    const loaded = await packagesLoadedBy("src/index.ts");
    expect(loaded).toContain("lru-cache");
    for (const name of ["markdown-it", "minisearch", "yaml", "zod"]) {
      expect(loaded).not.toContain(name);
    }
  });
});

describe("the side door, for what builds", () => {
  it("opens to these values and no others", () => {
    expect(Object.keys(building).toSorted()).toEqual([
      "LARGEST_PAGE",
      "buildSnapshot",
      "changesBetween",
      "contentsOf",
      "decodePage",
      "isAccessFile",
      "isPageFile",
      "isReadme",
      "readContents",
      "shorten",
      "stateOf",
      "tooLarge",
      "withDeadline",
      "writeContents",
    ]);
  });

  it("loads no schema, because a snapshot's thread reads no settings", async () => {
    const loaded = await packagesLoadedBy("adapters/node/snapshot-program.ts");
    expect(loaded).toContain("minisearch");
    expect(loaded).not.toContain("zod");
  });
});

describe("the door for authors", () => {
  it("opens to these values and no others", () => {
    expect(Object.keys(authoring).toSorted()).toEqual([
      "checkKnowledge",
      "closest",
      "diffAnswers",
      "newPage",
      "testKnowledge",
      "usualOwner",
      "withoutSecrets",
    ]);
  });
});

describe.each(["index", "building", "authoring"])("the door %s.ts", (name) => {
  const source = readFileSync(new URL(`../src/${name}.ts`, import.meta.url), "utf8");

  it("lists its values by hand, and has no default", () => {
    expect(source).not.toMatch(/^export \* from/m);
    expect(source).not.toContain("export default");
  });

  it("says in a sentence what it or each of its groups is for", () => {
    const [first = "", ...groups] = source.trim().split(/\n\n/);
    expect(first).toMatch(/^\/\*\*[\s\S]*\. \*\/$|^\/\*\*[\s\S]*\.\n \*\/$/);
    if (groups.length === 1) return;
    for (const group of groups) expect(group).toMatch(/^\/\/ [A-Z].*[.)]\n/);
  });
});

/** Names of the packages that a process loads with a module. */
async function packagesLoadedBy(module: string): Promise<readonly string[]> {
  const url = new URL(`../${module}`, import.meta.url).href;
  const program = `await import(${JSON.stringify(url)}).catch(() => undefined);`;
  return (await withLoadedPackages(["--input-type=module", "--eval", program])).packages;
}
