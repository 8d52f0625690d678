import { expect, it } from "vitest";
import { partsOf } from "../../src/answer/parts.ts";

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
