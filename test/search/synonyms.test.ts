import { describe, expect, it } from "vitest";
import { readSynonyms } from "../../src/knowledge/synonym-file.ts";
import { synonymsOf } from "../../src/search/synonyms.ts";
import { contentStems } from "../../src/search/terms.ts";

describe("synonyms.yaml", () => {
  it("makes the words of a group stand for one another", () => {
    const { groups, problems } = readSynonyms("- [developer, engineer]\n");
    const synonyms = synonymsOf(groups);
    expect(problems).toEqual([]);
    expect(synonyms.at(contentStems("engineer"), 0)).toEqual([
      {
        said: { stems: contentStems("engineer"), sure: 1 },
        others: [{ stems: contentStems("developer"), sure: 1 }],
      },
    ]);
  });

  it("takes phrases, wherever they begin in a question", () => {
    const synonyms = synonymsOf(readSynonyms("- [CSRF, cross-site request forgery]\n").groups);
    const stems = contentStems("prevent cross-site request forgery");
    expect(synonyms.at(stems, 1)[0]?.said.stems).toHaveLength(4);
    expect(synonyms.at(stems, 0)).toEqual([]);
  });

  it("takes the only content word of a phrase for no more than its share of it", () => {
    const synonyms = synonymsOf(readSynonyms("- [NoSQL, no-sql]\n- [login, sign in]\n").groups);
    expect(synonyms.at(["nosql"], 0)[0]?.others).toEqual([{ stems: ["sql"], sure: 1 / 2 }]);
    expect(synonyms.at(["sign"], 0)[0]?.said).toEqual({ stems: ["sign"], sure: 1 / 2 });
  });

  it.each([
    ["developer", /not a list/u],
    ["- [one]", /two or more/u],
    ["- [a, b", /./u],
  ])("says what is wrong with %j and keeps going", (text, message) => {
    const { problems } = readSynonyms(text);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]).toMatchObject({ page: "synonyms.yaml", severity: "warning" });
  });
});
