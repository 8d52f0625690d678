import { expect, it } from "vitest";
import { deadWikiLinks } from "../../src/knowledge/dead-wiki-links.ts";
import { passagesOf } from "../../src/knowledge/passages.ts";

function check(
  pages: Readonly<Record<string, string>>,
  files?: readonly string[],
): readonly string[] {
  const read = Object.entries(pages).map(([path, markdown]) => passagesOf({ path, markdown }));
  return deadWikiLinks(read, files && new Set(files)).map(
    ({ page, line, code, message }) => `${page}:${line} ${code} ${message}`,
  );
}

it("links of a wiki that lead nowhere are reported, with what was probably meant", () => {
  const problems = check({
    "ops/zigbee.md":
      "# Zigbee\n\nSee [[Pairng]],\n[[Zigbee#Range]] and [[#Range]].\n\n- [[No such page]]",
    "ops/pairing.md": "# Pairing\n\nPress the button.",
  });
  expect(problems).toEqual([
    "ops/zigbee.md:3 dead-link [[Pairng]] is the name of no page, did you mean [[Pairing]]?",
    "ops/zigbee.md:3 dead-anchor [[Zigbee#Range]] names a heading that ops/zigbee.md does not have",
    "ops/zigbee.md:3 dead-anchor [[#Range]] names a heading that ops/zigbee.md does not have",
    "ops/zigbee.md:6 dead-link [[No such page]] is the name of no page",
  ]);
});

it("links of a wiki may name a page by title, other name, file or path, a heading, a block, or a file of another kind", () => {
  const links = [
    "Where we work",
    "HQ",
    "the_office",
    "sites/The-Office",
    "the_office.md#Ground floor",
    "#Here",
    "HQ#^b1",
    "plan.pdf",
  ];
  const problems = check({
    "a.md": `# A\n\n## Here\n\n${links.map((link) => `[[${link}|words]]`).join(" ")}`,
    "sites/the_office.md": "---\naliases: [HQ]\n---\n# Where we work\n\n## Ground floor\n\nRooms.",
  });
  expect(problems).toEqual([]);
});

it("files that a wiki links to or shows are reported where the folder has none of the name", () => {
  const page = "# A\n\n![[map.png]] ![[Gone.png|300]] [[plan.pdf]]\n\n- [[docs/plan.pdf#page=2]]";
  expect(check({ "a.md": page }, ["a.md", "img/Map.png", "it/docs/plan.pdf"])).toEqual([
    "a.md:3 dead-file [[Gone.png]] is the name of no page and of no file",
  ]);
  expect(check({ "a.md": page })).toEqual([]);
});

it("a picture of a wiki is still no text", () => {
  const { passages } = passagesOf({ path: "a.md", markdown: "# A\n\n![[map.png]]\n\nRooms." });
  expect(passages.map(({ passage }) => passage.body.length)).toEqual([1]);
});
