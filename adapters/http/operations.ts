import { z } from "zod";
import type { ProblemName } from "./problem.ts";
import {
  answerShape,
  askShape,
  feedbackShape,
  passageShape,
  suggestionsShape,
  suggestQuery,
  topicsShape,
} from "./schemas.ts";

/** One thing the API does, as its description tells it. */
export interface Operation {
  readonly id: string;
  readonly method: "get" | "post";
  /** As OpenAPI writes it: `/api/v1/passages/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly meaning: string;
  readonly pathParameters?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Absent: 204, nothing comes back. */
  readonly answer?: z.ZodType;
  /** Whether it carries an ETag of the knowledge's version. */
  readonly cached: boolean;
  readonly problems: readonly ProblemName[];
  /** A call that works on the shipped knowledge, after the server's address. */
  readonly example: { readonly path: string; readonly json?: string };
}

const EVERYWHERE: readonly ProblemName[] = [
  "unauthorized",
  "foreign-origin",
  "unknown-host",
  "rate-limited",
  "internal-error",
];
/** Whatever looks into the knowledge waits for it for so long and no longer. */
const LOOKED_UP: readonly ProblemName[] = ["question-too-hard", ...EVERYWHERE];
const WITH_BODY: readonly ProblemName[] = [
  "invalid-request",
  "not-json",
  "body-too-large",
  "unsupported-media-type",
];

export const OPERATIONS: readonly Operation[] = [
  {
    id: "ask",
    method: "post",
    path: "/api/v1/ask",
    summary: "Ask a question",
    meaning:
      "Gives the answer, cut out of the knowledge word for word, with the lines it stands on; or says that the knowledge holds none.",
    body: askShape,
    answer: answerShape,
    cached: false,
    problems: [...WITH_BODY, "question-too-long", "no-knowledge", ...LOOKED_UP],
    example: { path: "/api/v1/ask", json: '{"question": "What is Docker?"}' },
  },
  {
    id: "suggest",
    method: "get",
    path: "/api/v1/suggest",
    summary: "Suggest questions",
    meaning: "Questions that the knowledge answers and that begin like what was typed.",
    query: suggestQuery,
    answer: suggestionsShape,
    cached: true,
    problems: ["invalid-request", ...LOOKED_UP],
    example: { path: "/api/v1/suggest?q=dock" },
  },
  {
    id: "topics",
    method: "get",
    path: "/api/v1/topics",
    summary: "List what there is to ask about",
    meaning: "The folders of the knowledge with their pages.",
    answer: topicsShape,
    cached: true,
    problems: LOOKED_UP,
    example: { path: "/api/v1/topics" },
  },
  {
    id: "readPassage",
    method: "get",
    path: "/api/v1/passages/{id}",
    summary: "Read a passage",
    meaning: "A section of a page in full.",
    pathParameters: z.object({
      id: z
        .string()
        .describe("As citations name it, percent-encoded: operations%2Fdocker.md%23docker"),
    }),
    answer: passageShape,
    cached: true,
    problems: ["not-found", ...LOOKED_UP],
    example: { path: "/api/v1/passages/operations%2Fdocker.md%23docker" },
  },
  {
    id: "giveFeedback",
    method: "post",
    path: "/api/v1/feedback",
    summary: "Say whether an answer helped",
    meaning:
      "One vote a caller and answer; the later one counts. Answers are remembered for a week.",
    body: feedbackShape,
    cached: false,
    problems: [...WITH_BODY, "not-found", ...EVERYWHERE],
    example: {
      path: "/api/v1/feedback",
      json: '{"answer": "<id of the answer>", "vote": "helpful"}',
    },
  },
];
