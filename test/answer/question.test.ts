import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuestion } from "../../src/answer/question.ts";

describe("the form of a question", () => {
  it.each([
    ["What is sharding?", "definition"],
    ["what's a container", "definition"],
    ["definition of an API", "definition"],
    ["api meaning", "definition"],
    ["who is Martin Fowler", "definition"],
    ["How do I deploy with Docker?", "how-to"],
    ["how to become a backend developer", "how-to"],
    ["steps to rotate the key", "how-to"],
    ["Difference between SQL and NoSQL", "difference"],
    ["REST vs GraphQL", "difference"],
    ["How is REST different from GraphQL?", "difference"],
    ["Is Redis or Memcached faster?", "difference"],
    ["Which tools are used for monitoring?", "list"],
    ["name some NoSQL databases", "list"],
    ["types of testing", "list"],
    ["why use caching", "why"],
    ["what is the reason for sharding a table", "why"],
    ["Is Python interpreted?", "yes-no"],
    ["show me an example of a query", "code"],
    ["popular web servers", "list"],
    ["the most popular web servers", "list"],
    ["up-and-coming languages to learn", "list"],
    ["security skills to master", "list"],
    ["must-have skills", "list"],
    ["what should I learn first", "list"],
    ["important class to know", "fact"],
    ["best boss", "fact"],
    ["what does API stand for", "definition"],
    ["senior backend developer salary India", "fact"],
    ["Who created Laravel?", "fact"],
  ])("%s is a %s", (text, form) => {
    expect(readQuestion(text).form).toBe(form);
  });
});

describe("what a fact should look like", () => {
  it.each([
    ["Who created Laravel?", "person"],
    ["When was PHP released?", "time"],
    ["what year did Go appear", "time"],
    ["how much does an architect earn", "money"],
    ["how many steps are there", "number"],
    ["how long does a token live", "duration"],
    ["Where does the file go?", "place"],
    ["which city pays most", "place"],
    ["Why is it fast?", "reason"],
    ["what does API stand for", "expansion"],
    ["full form of CRUD", "expansion"],
    ["PHP release year?", "time"],
    ["since when is PHP around", "time"],
    ["When does PHP make sense?", undefined],
    ["when is PHP a good fit", undefined],
    ["senior salary in India", "money"],
    ["what is the pay of a senior", "money"],
    ["which average salary does a senior get", "money"],
    ["cost of living", "money"],
    ["what do you pay a senior", "money"],
    ["how do I pay", undefined],
    ["can we pay by card?", undefined],
    ["where do customers pay", "place"],
    ["what raises pay for juniors", undefined],
    ["which skills raise salaries", undefined],
    ["how pay is set", undefined],
    ["cities with good pay", undefined],
    ["Explain queues", undefined],
  ])("%s wants %s", (text, expected) => {
    expect(readQuestion(text).expected).toBe(expected);
  });

  it("notices a negation", () => {
    expect(readQuestion("Which database is not relational?").negated).toBe(true);
    expect(readQuestion("Which database is relational?").negated).toBe(false);
  });
});

describe("hostile questions", () => {
  it("reads any text whatsoever", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 5_000 }), (text) => {
        expect(readQuestion(text)).toHaveProperty("form");
      }),
    );
  });

  it("reads what nearly asks, again and again, at any length", () => {
    const piece = fc.constantFrom(
      "what ",
      "which ",
      "is the ",
      "popular ",
      "s to ",
      "ss ",
      "a-b ",
      "with ",
      "pay ",
      "how ",
      "or ",
      "tell me ",
      "the most ",
      "name",
      "  ",
      "?",
      "n't",
    );
    const text = fc
      .tuple(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 900 }))
      .map(([pieces, times]) => pieces.join("").repeat(times));
    fc.assert(
      fc.property(text, (asked) => {
        const question = readQuestion(asked);
        // What is wanted is said at the start: however much follows, it stays so.
        expect(readQuestion(asked.slice(0, 400))).toEqual(question);
      }),
    );
  });
});

describe("words that every object inherits", () => {
  it.each(["which constructor is called", "what toString is there", "what __proto__ is it"])(
    "%s is only a question",
    (text) => {
      expect(readQuestion(text).expected).toBeUndefined();
    },
  );
});
