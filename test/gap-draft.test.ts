import fc from "fast-check";
import { expect, test } from "vitest";
import { draftOf } from "../src/gap-draft.ts";
import { closestGroup, groupId } from "../src/gap-groups.ts";
import { parseFrontMatter } from "../src/knowledge/front-matter.ts";
import { openGaps } from "./support/open-gaps.ts";

test("a draft is a page whose questions are the askers' words, whatever they hold", () =>
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), {
        minLength: 1,
        maxLength: 4,
      }),
      (examples) => {
        const { markdown, path } = draftOf({
          number: 3,
          state: "open",
          askers: 1,
          notHelped: 0,
          weight: 1,
          examples,
          notes: [],
          lastAskedAt: 0,
        });
        const { frontMatter } = parseFrontMatter(markdown, path);
        const asked = examples.filter((one) => one.trim() !== "");
        expect(frontMatter.questions).toHaveLength(asked.length);
        expect(frontMatter.title).toBeDefined();
        expect(path).toMatch(/^drafts\/[a-z\d-]{1,60}\.md$/u);
      },
    ),
  ));

test("a draft takes up what a human answered, and what askers missed", async () => {
  const { gaps, ask } = openGaps();
  await ask("parental leave in Spain?", "p1", { note: "only Germany is there" });
  const [before] = await gaps.list();
  expect(draftOf(before!).markdown).toContain("- Missing: only Germany is there");
  await gaps.attach("parental leave, Spain", "16 weeks, ask people@example.com");
  const [gap] = await gaps.list();
  expect(draftOf(gap!)).toEqual({
    path: "drafts/parental-leave-in-spain.md",
    markdown: [
      "---",
      'title: "parental leave in Spain"',
      "questions:",
      '  - "parental leave in Spain?"',
      "---",
      "# parental leave in Spain",
      "",
      "16 weeks, ask [e-mail]",
      "",
    ].join("\n"),
  });
});

test("a question joins a group that holds exactly its terms, in any order", () => {
  const term = fc.constantFrom("vpn", "linux", "leave", "spain", "redis", "port");
  const groupTerms = fc.uniqueArray(term, { minLength: 1, maxLength: 4 });
  return fc.assert(
    fc.property(fc.uniqueArray(groupTerms, { minLength: 1, selector: groupId }), (lists) => {
      const groups = lists.map((terms) => ({ id: groupId(terms), terms }));
      for (const { id, terms } of groups) {
        expect(closestGroup(terms.toReversed(), groups)?.id).toBe(id);
      }
    }),
  );
});
