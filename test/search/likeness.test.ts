import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { englishWords } from "../../adapters/node/english-words.ts";
import { openArrays } from "../../src/search/arrays.ts";
import { createLikeness, SAME_QUESTION } from "../../src/search/likeness.ts";
import { knowledgeOf, slotsFor } from "../support/searching.ts";

const isWord = englishWords();

/** How much a question is like what the first page declares; `besides` are pages that use the words as well. */
function compared(
  {
    questions = [],
    never = [],
  }: { readonly questions?: readonly string[]; readonly never?: readonly string[] },
  {
    synonyms,
    besides = [],
  }: { readonly synonyms?: string; readonly besides?: readonly string[] } = {},
) {
  const list = (key: string, texts: readonly string[]): string =>
    texts.length === 0
      ? ""
      : `${key}:\n${texts.map((one) => `  - ${JSON.stringify(one)}\n`).join("")}`;
  const pages = Object.fromEntries(
    besides.map((text, at) => [`b${at}.md`, `# Zz${at}\n\n${text}`]),
  );
  const arrays = openArrays(
    knowledgeOf({
      "a.md": `---\n${list("questions", questions)}${list("never", never)}---\n# Zz\n\nText of a page.`,
      ...pages,
    }).corpus,
  );
  const likeness = createLikeness(arrays);
  return (asked: string) =>
    likeness.of(
      slotsFor(arrays, asked, { isWord, ...(synonyms !== undefined && { synonyms }) }),
      0,
    );
}

describe("likeness to what a passage is named", () => {
  const arrays = openArrays(
    knowledgeOf({
      "a.md": `---
questions:
  - "How do I rotate the signing key? -> #keys"
never:
  - "Who holds the master password?"
---
# Security

## Keys

Keys are rotated in the portal by whoever holds them.`,
      "b.md": "# Holidays\n\nEverybody has thirty days.",
    }).corpus,
  );
  const likeness = createLikeness(arrays);
  const to = (question: string) => likeness.of(slotsFor(arrays, question), 0);

  it("is highest for the very question its author declared", () => {
    expect(to("How do I rotate the signing key?").declared).toBeGreaterThan(0.95);
    expect(to("How many holidays are there?").declared).toBe(0);
  });

  it("tells what is declared word for word from what has the same words of content only", () => {
    const to = compared({ questions: ["Redis", "Define Redis"] });
    const [bare, defined] = [to("redis"), to("define Redis?!")];
    expect(defined.name).toBe(bare.name + 1);
    expect(bare.declared).toBeGreaterThan(1);
    expect(defined.declared).toBe(bare.declared);
    expect(to("the redis").declared).toBeLessThanOrEqual(1);
  });

  it("sees the own heading and the path to it", () => {
    expect(to("security keys").heading).toBeGreaterThan(0.9);
    expect(to("keys").heading).toBeGreaterThan(to("keys of holidays").heading);
  });

  it("is as high for a heading that asks the very question, and far less for what it nearly asks", () => {
    const faq = openArrays(
      knowledgeOf({
        "a.md": "# Fees\n\n## Who pays the entry fee?\n\nThe club does.\n\n## Entry fees\n\nTen.",
        "b.md": "# Zz\n\nA fee, an entry, who pays.",
      }).corpus,
    );
    const like = createLikeness(faq);
    const declared = (asked: string, passage = 0): number =>
      like.of(slotsFor(faq, asked, { isWord }), passage).declared;
    expect(declared("who pays the entry fee")).toBeGreaterThan(1);
    expect(declared("who pays the fee")).toBeGreaterThan(0);
    expect(declared("who pays the fee")).toBeLessThan(0.5);
    expect(declared("entry fees", 1)).toBe(0);
  });

  it("bans the question its author said it must not answer", () => {
    expect(to("Who holds the master password?").declared).toBe(Number.NEGATIVE_INFINITY);
  });

  it("compares each question anew with what the whole page is called", () => {
    const before = to("Who holds the master password?");
    expect(to("How do I rotate the signing key?").never).toBeLessThan(before.never);
    expect(to("Who holds the master password?")).toEqual(before);
  });

  it.each([
    ["Why Redis?", "Redis"],
    ["When was Redis?", "redis"],
    ["How many ovens are there?", "How do I use ovens?"],
    ["Which ovens are not hot?", "Which ovens are hot?"],
  ])("is not the same where other things are asked: %s, declared: %s", (asked, declared) => {
    const likeTo = compared({ questions: [declared] });
    expect(likeTo(declared).declared).toBeGreaterThanOrEqual(SAME_QUESTION);
    expect(likeTo(asked).declared).toBeLessThan(SAME_QUESTION);
  });

  it("is the same for a topic that is declared word for word, without any small words", () => {
    const ovens = compared({ questions: ["popular ovens"] });
    expect(ovens("popular ovens").declared).toBe(to("How do I rotate the signing key?").declared);
    expect(ovens("ovens popular").declared).toBeCloseTo(1, 12);
  });

  it("tells how much it is like what must not be answered, banned or not", () => {
    expect(to("Who holds the master password?").never).toBeGreaterThan(SAME_QUESTION);
    expect(to("who has the master password of the portal").never).toBeGreaterThan(0.3);
    expect(to("holidays").never).toBe(0);
  });
});

describe("a question that must not be answered", () => {
  const question = "What do frontend developers earn?";
  it("bans nothing where it is declared as answered, too", () => {
    const both = compared({ questions: [question], never: [question] })(question);
    expect(both.declared).toBeGreaterThan(SAME_QUESTION);
    expect(both.never).toBeGreaterThan(SAME_QUESTION);
  });

  it("bans nothing where one that is answered is more like the question", () => {
    const to = compared({ questions: ["Why do frontend developers earn?"], never: [question] });
    expect(to("Why do frontend developers earn?").declared).toBeGreaterThan(SAME_QUESTION);
    expect(to(question).declared).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("a compound", () => {
  const besides = ["Node of a tree", "A js file and another js file", "Some Node.js"];
  it.each([
    ["What is Node.js?", "what is nodejs"],
    ["What is Node.js?", "what is node js"],
    ["What is Node.js?", "What is Node.js?"],
    ["What is nodejs?", "What is Node.js?"],
    ["What is node js?", "What is Node.js?"],
    ["What is maxRetries?", "what is max_retries"],
    ["What is maxRetries?", "what is max retries"],
  ])("is one name however it is written: %s and %s", (declared, asked) => {
    expect(compared({ questions: [declared] })(asked).declared).toBeGreaterThan(SAME_QUESTION);
    expect(compared({ questions: [declared] }, { besides })(asked).declared).toBeGreaterThan(
      SAME_QUESTION,
    );
  });

  it.each([
    ["What is Node.js?", "what is js"],
    ["What is Node.js?", "what is a node"],
    ["What is JS?", "What is Node.js?"],
    ["What is Node.js?", "What is Vue.js?"],
    ["What is Node.js?", "what is Node.js and js and express"],
    ["What is Node.js good for?", "What is Next.js good for?"],
  ])("is not another name that shares a part: %s and %s", (declared, asked) => {
    expect(compared({ questions: [declared] })(asked).declared).toBeLessThan(SAME_QUESTION);
    expect(compared({ questions: [declared] }, { besides })(asked).declared).toBeLessThan(
      SAME_QUESTION,
    );
  });
});

describe("words that mean the same", () => {
  const synonyms = "- [database, db]\n- [RPC, remote procedure call]\n";
  it("make the same question of another, all but a trace", () => {
    const to = compared({ questions: ["What is a database?"] }, { synonyms });
    expect(to("what is a db").declared).toBeGreaterThan(SAME_QUESTION);
    expect(to("what is a db").declared).toBeLessThan(to("what is a database").declared);
  });

  it("ask for the same in a declared question, and only there", () => {
    const to = compared(
      { questions: ["Who invented PHP?"] },
      { besides: ["started", "who was created"] },
    );
    expect(to("who started PHP").declared).toBeGreaterThan(SAME_QUESTION);
    expect(to("how do I start PHP").declared).toBeLessThan(SAME_QUESTION);
  });

  it("count once where a question says the same in both ways", () => {
    const both = "What is RPC (remote procedure call)?";
    const to = compared({ questions: [both] }, { synonyms });
    expect(to(both).declared).toBeGreaterThan(SAME_QUESTION);
    expect(to("what is remote procedure call").declared).toBeGreaterThan(SAME_QUESTION);
  });
});

describe("questions that ask for different things of one thing", () => {
  it.each([
    ["When was PHP made?", "Who made PHP?"],
    ["When was PHP made?", "Why was PHP made?"],
    ["How is PHP made?", "Why is PHP made?"],
    ["What does API stand for?", "What is API?"],
    ["What is API?", "What is the full form of API?"],
  ])("are different ones: %s and %s", (declared, asked) => {
    const { declared: alike } = compared({ questions: [declared] })(asked);
    expect(alike).toBeLessThan(SAME_QUESTION);
    expect(alike).toBeGreaterThan(0.5);
  });

  it.each([
    ["What does API stand for?", "what is the full form of API"],
    ["What does API stand for?", "API stands for?"],
    ["When was PHP made?", "what year was PHP made"],
    ["What does idempotent mean?", "idempotent means?"],
    ["Who made PHP?", "which company made PHP"],
    ["Why was PHP made?", "why was it that they made PHP"],
    ["What's sharding?", "what is sharding"],
    ["What is sharding?", "what’s sharding"],
  ])("are the same in other words: %s and %s", (declared, asked) => {
    expect(compared({ questions: [declared] })(asked).declared).toBeGreaterThan(SAME_QUESTION);
  });
});

it("the very question that was declared is always the same question", () => {
  const word = fc.constantFrom(
    ..."what who year year's stands for full form name short of does mean API Node.js js maxRetries user's RPC remote procedure call db database is the PHP released".split(
      " ",
    ),
  );
  const question = fc
    .array(word, { minLength: 1, maxLength: 9 })
    .map((words) => `${words.join(" ")}?`)
    .filter((text) => /api|js|max|user|rpc|remote|db|database|php|released/iu.test(text));
  const synonyms = "- [database, db]\n- [RPC, remote procedure call]\n- [Node.js, nodejs]\n";
  fc.assert(
    fc.property(question, fc.array(question, { maxLength: 2 }), (asked, others) => {
      const { declared } = compared({ questions: [asked] }, { synonyms, besides: others })(asked);
      expect(declared).toBeGreaterThanOrEqual(SAME_QUESTION);
    }),
  );
});
