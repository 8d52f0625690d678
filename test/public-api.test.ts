import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as door from "../src/index.ts";

const source = readFileSync(new URL("../src/index.ts", import.meta.url), "utf8");

describe("the door of the core", () => {
  it("opens to these values and no others", () => {
    expect(Object.keys(door).toSorted()).toEqual([
      "AUTO_FLOOR",
      "DocentError",
      "HAS_EXPIRED",
      "HEARTBEAT_MS",
      "LARGEST_PAGE",
      "LEASE_MS",
      "PLATFORM_KEYS",
      "PUBLIC",
      "QUESTION_LIMIT",
      "abstention",
      "adapterOf",
      "asksNothing",
      "blockText",
      "buildSnapshot",
      "buttonId",
      "canRead",
      "cellWidth",
      "changesBetween",
      "checkDeclared",
      "checkKnowledge",
      "cleanQuestion",
      "cleanText",
      "contentStems",
      "contentsOf",
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
      "createReplicas",
      "createStatistics",
      "createWishes",
      "cutBlocks",
      "decodePage",
      "diffAnswers",
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
      "isAccessFile",
      "labelText",
      "lineReference",
      "list",
      "moreLines",
      "newPage",
      "noKnowledge",
      "noticeText",
      "nowKnown",
      "paragraph",
      "parseButtonId",
      "parseConfig",
      "passageName",
      "passageNames",
      "plainText",
      "readContents",
      "reviewLine",
      "settleGaps",
      "shorten",
      "starters",
      "stateOf",
      "tenantOf",
      "testKnowledge",
      "tooLarge",
      "usualOwner",
      "webLink",
      "wholeGraphemes",
      "whyBlocks",
      "withDeadline",
      "withoutSecrets",
      "writeContents",
    ]);
  });

  it("lists its values by hand, and has no default", () => {
    expect(source).not.toMatch(/^export \* from/m);
    expect(source).not.toContain("export default");
  });

  it("says in a sentence what each group is for", () => {
    const groups = source.trim().split(/\n\n/).slice(1);
    for (const group of groups) expect(group).toMatch(/^\/\/ [A-Z].*\.\n/);
  });
});
