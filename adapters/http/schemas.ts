import { z } from "zod";
import { blockShape, lines, named } from "./block-shapes.ts";
import { LIMITS } from "./limits.ts";

/** The shapes of the API: requests are checked against them, and the description is made from them. */

const text = (description: string) => z.string().describe(description);

const source = {
  passage: text("The passage's id, for /api/v1/passages/{id}."),
  page: text("The page's file, relative to the knowledge folder."),
  lines,
  headings: z.array(z.string()).min(1).describe("From the page's title to the section's heading."),
  url: text("A web address of the passage.").optional(),
  owner: text("Who looks after the page.").optional(),
  reviewed: text("Date of the last review, such as 2026-11-02.").optional(),
};

export const citationShape = named(
  "Citation",
  "Where a statement stands.",
  z.object({
    ...source,
    snippet: z
      .object({
        text: z.string(),
        marks: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
      })
      .describe("An extract, with start and end (excluded, in UTF-16 units) of what matched."),
  }),
);

const ofEveryAnswer = {
  id: text("What feedback refers to."),
  version: text("The version of the knowledge that was asked."),
  confidence: z.number().min(0).max(1).describe("Probability that the body answers the question."),
  text: text("The answer as plain text."),
  related: z.array(citationShape),
};

export const answerShape = named(
  "Answer",
  "Found, with where it stands; or abstained, with what is closest.",
  z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("found"),
      ...ofEveryAnswer,
      body: z.array(blockShape),
      citations: z.array(citationShape).min(1),
    }),
    z.object({
      kind: z.literal("abstained"),
      ...ofEveryAnswer,
      reason: z.enum(["empty-query", "small-talk", "no-hit", "low-confidence"]),
      didYouMean: text("The question as it was probably meant.").optional(),
    }),
  ]),
);

export const askShape = named(
  "Ask",
  "A question.",
  z.strictObject({
    // Described and not checked here: the door says in words that a question is too long.
    question: z.string().meta({ description: "At most 4,000 characters.", maxLength: 4_000 }),
    conversation: z
      .string()
      .regex(/^[\w-]{1,64}$/u, "must be 1 to 64 letters, digits, - or _")
      .describe("A name of your own: questions under the same name may lean on earlier ones.")
      .optional(),
  }),
);

export const feedbackShape = named(
  "Feedback",
  "One vote a caller and answer; the later one counts.",
  z.strictObject({
    answer: z.string().min(1).max(64).describe("The answer's id."),
    vote: z.enum(["helpful", "not-helpful"]),
    note: z.string().max(LIMITS.note).describe("What was missing.").optional(),
  }),
);

export const suggestQuery = z.object({
  q: z.string().max(4_000).default("").describe("What has been typed so far."),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(10)
    .default(LIMITS.suggestions)
    .describe("How many at most, 1 to 10."),
});

export const suggestionsShape = named(
  "Suggestions",
  "Questions that begin like what was typed, best first.",
  z.object({
    suggestions: z.array(
      z.object({ text: text("What to ask."), passage: text("What answers it.") }),
    ),
  }),
);

export const topicsShape = named(
  "Topics",
  "The folders of the knowledge with their pages.",
  z.object({
    topics: z.array(
      z.object({
        name: z.string(),
        pages: z.array(
          z.object({
            path: z.string(),
            title: z.string(),
            passage: text("The first passage's id."),
          }),
        ),
      }),
    ),
  }),
);

export const passageShape = named(
  "Passage",
  "A section of a page.",
  z.object({ ...source, text: text("As plain text."), body: z.array(blockShape) }),
);

export const problemShape = named(
  "Problem",
  "An error as RFC 9457 describes it.",
  z.object({
    type: text("A stable name, such as urn:docent:problem:rate-limited."),
    title: z.string(),
    status: z.int(),
    detail: text("What is wrong, and where."),
    remedy: text("What to do about it."),
    errors: z.array(z.object({ where: z.string(), message: z.string() })).optional(),
    id: text("What the admins find a failure by.").optional(),
    trace: text("What the admins find the request by; also in the header Docent-Trace."),
  }),
);
