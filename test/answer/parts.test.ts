import { expect, it } from "vitest";
import { halvesOf, partsOf } from "../../src/answer/parts.ts";

const texts = (message: string): string[] => partsOf(message).map(({ text }) => text);

it.each([
  ["who is robert c. martin", []],
  [
    "What did Robert C. Martin write? Who knows?",
    ["What did Robert C. Martin write?", "Who knows?"],
  ],
  ["I use Docker. what is it", ["I use Docker.", "what is it"]],
  ["What is C++. Who made it?", ["What is C++.", "Who made it?"]],
])("a message is parted after its sentences, and not after an initial: %s", (message, expected) => {
  expect(texts(message)).toEqual(expected);
});

it.each([
  "what is the gannet, what is the curlew?",
  "How does Docker work, how much does it cost?",
  "where is the desk, when is it open and who has the key?",
])("two questions may stand with a comma between them: %s", (text) => {
  expect(halvesOf(text)).toHaveLength(2);
});

it.each([
  "When I know Java, which framework should I learn?",
  "Where tests fail, who is told?",
  "How do I decide, which database is right?",
  "Who decides, which database is used?",
  "What do you think, how long does it take to learn Java?",
  "What matters more, how much is earned or how much is learned?",
])("a comma does not part a condition, nor what asks for what stands behind it: %s", (text) => {
  expect(halvesOf(text)).toEqual([]);
});
