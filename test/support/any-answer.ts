import fc from "fast-check";
import type { Abstained, Answer, Citation, Found, Passage, Reason } from "../../src/types.ts";
import { anyBlocks } from "./any-blocks.ts";

const words = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(
    "India",
    "<!channel>",
    "@everyone",
    "*bold* <@U1>",
    "a".repeat(400),
    "`code` ||spoiler||",
    "",
  ),
);

const passage: fc.Arbitrary<Passage> = fc.record(
  {
    id: words,
    page: fc.constantFrom("it/vpn.md", "careers/<b>.md", "a_b_c/" + "x".repeat(300) + ".md"),
    lines: fc.constant([1, 40] as const),
    headings: fc.tuple(words, words).map(([first, second]): [string, string] => [first, second]),
    body: anyBlocks,
    text: words,
    audience: fc.constant(["public"]),
    url: fc.constantFrom(
      "https://git.example/it/vpn.md#L1",
      "javascript:alert(1)",
      "https://git.example/a|b>c",
      `https://git.example/${"y".repeat(2900)}`,
    ),
    owner: words,
    reviewed: fc.constantFrom("2026-11-01", "2020-01-01", "not a date"),
  },
  { requiredKeys: ["id", "page", "lines", "headings", "body", "text", "audience"] },
);

const citation: fc.Arbitrary<Citation> = fc.record({
  passage,
  lines: fc.constantFrom([3, 9] as const, [7, 7] as const),
  snippet: fc.record({ text: words, marks: fc.constant([]) }),
});

const shared = {
  id: fc.constant("a1b2c3"),
  version: fc.constant("v1"),
  query: fc.record({ text: words, asker: fc.constant({ id: "t:1", labels: [] }) }),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  related: fc.array(citation, { maxLength: 6 }),
};

/** Any found answer whatsoever. */
const anyFound: fc.Arbitrary<Found> = fc
  .record({
    ...shared,
    body: anyBlocks,
    citations: fc.tuple(citation, fc.array(citation, { maxLength: 4 })),
  })
  .map(({ citations: [first, more], ...rest }) => ({
    ...rest,
    kind: "found",
    citations: [first, ...more],
  }));

/** Any abstention whatsoever. */
const anyAbstained: fc.Arbitrary<Abstained> = fc
  .record(
    {
      ...shared,
      reason: fc.constantFrom<Reason>("empty-query", "small-talk", "no-hit", "low-confidence"),
      didYouMean: words,
    },
    { requiredKeys: ["id", "version", "query", "confidence", "related", "reason"] },
  )
  .map((rest) => ({ ...rest, kind: "abstained" }));

export const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(anyFound, anyAbstained);
