import fc from "fast-check";
import type { Block, Inline, Lines } from "../../src/types.ts";

/** Words as pages have them, and what a hostile page would have. */
const words = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "A sentence. Another one.",
      "<!channel> <@U123> <#C1> <!subteam^S1> @everyone @here <@&1>",
      "*bold* _it_ ~no~ `code` ```fence``` > quote | pipe ||spoiler||",
      "<https://evil.example|click> [a](javascript:alert(1)) &amp; &lt;",
      "\u202Eabc\u0000\u0007 👩‍👩‍👧 e\u0301\u0301\u0301",
      "x".repeat(120),
      "",
    ),
  },
);

const hrefs = fc.constantFrom(
  "https://example.com/a?b=c",
  "http://example.com",
  "mailto:a@example.com",
  "javascript:alert(1)",
  "data:text/html,x",
  "../other.md#part",
  "#part",
  "",
  `https://example.com/${"x".repeat(3100)}`,
);

const { inlines } = fc.letrec<{ inline: Inline; inlines: readonly Inline[] }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, depthIdentifier: "inline" },
    fc.record({ kind: fc.constantFrom("text", "code"), text: words }),
    fc.record({ kind: fc.constant("break"), hard: fc.boolean() }),
    fc.record({ kind: fc.constant("image"), href: hrefs, alt: words }),
    fc.record({
      kind: fc.constantFrom("strong", "emphasis", "mark"),
      children: tie("inlines"),
    }),
    fc.record({ kind: fc.constant("link"), href: hrefs, children: tie("inlines") }),
  ) as fc.Arbitrary<Inline>,
  inlines: fc.array(tie("inline"), { maxLength: 4, depthIdentifier: "inline" }),
}));

/** Any inline content whatsoever. */
export const anyInlines: fc.Arbitrary<readonly Inline[]> = inlines;

const lines: fc.Arbitrary<Lines> = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 9 }))
  .map(([first, more]) => [first, first + more] as const);

const rows = fc.array(fc.record({ cells: fc.array(inlines, { maxLength: 4 }), lines }), {
  maxLength: 5,
});

const { blocks } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: "block" },
    fc.record({ kind: fc.constant("paragraph"), children: inlines, lines }),
    fc.record({
      kind: fc.constant("heading"),
      level: fc.integer({ min: 1, max: 6 }),
      children: inlines,
      lines,
    }),
    fc.record({ kind: fc.constant("rule"), lines }),
    fc.record({
      kind: fc.constant("code"),
      language: fc.constantFrom("", "sh", "c++", "```"),
      text: fc.array(words, { maxLength: 5 }).map((some) => some.join("\n")),
      lines,
    }),
    fc.record({
      kind: fc.constant("table"),
      header: fc.array(inlines, { maxLength: 4 }),
      align: fc.array(fc.constantFrom("left", "center", "right", "none"), { maxLength: 4 }),
      rows,
      lines,
    }),
    fc.record({
      kind: fc.constant("list"),
      ordered: fc.boolean(),
      start: fc.integer({ min: 0, max: 20 }),
      items: fc.array(fc.record({ children: tie("blocks"), lines }), {
        maxLength: 4,
        depthIdentifier: "block",
      }),
      lines,
    }),
    fc.record({ kind: fc.constant("quote"), children: tie("blocks"), lines }),
  ) as fc.Arbitrary<Block>,
  blocks: fc.array(tie("block"), { maxLength: 5, depthIdentifier: "block" }),
}));

/** Any body whatsoever: every kind, nested, empty, hostile. */
export const anyBlocks: fc.Arbitrary<readonly Block[]> = blocks;
