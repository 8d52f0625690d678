import type { Groups } from "../access.ts";
import { accessRules } from "../knowledge/access-rules.ts";
import { passagesOf } from "../knowledge/passages.ts";
import { QUESTION_FILE } from "../knowledge/question-file.ts";
import { plainText } from "../plain-text.ts";
import type { Pages, Snapshot } from "../ports.ts";
import { holds } from "../reload/check-declared.ts";
import type { DeclaredQuestion, Outcome, Problem } from "../types.ts";
import type { OnProgress } from "./draft.ts";
import { expectedQuestions } from "./expected-questions.ts";
import type { AskedFor } from "./expected-questions.ts";
import { explainFailure } from "./explain-failure.ts";

/** A question with what its author wants of the answer, and whether it is so. */
export interface Tested {
  readonly text: string;
  /** Where it is declared: a page, or `questions.yaml`. */
  readonly page: string;
  readonly line: number;
  /** What is wanted, in words: “is answered from it/vpn.md#token”. */
  readonly wants: string;
  readonly outcome: Outcome;
  readonly holds: boolean;
  /** What happened instead, and why; empty where it holds. */
  readonly because: readonly string[];
}

interface Test extends Pick<Tested, "text" | "page" | "line" | "wants"> {
  readonly labels: readonly string[];
  /** The pages that should have answered. */
  readonly pages: readonly string[];
  holds(outcome: Outcome): boolean;
}

export interface TestOptions {
  /** As the snapshot was built with. */
  readonly groups?: Groups;
  readonly onProgress?: OnProgress;
}

/**
 * Asks every question that pages declare, then those of `questions.yaml`, the way people ask. `snapshot` has to be
 * built from `source`. Deterministic: the same pages give the same verdicts in the same order.
 */
export async function testKnowledge(
  source: Pages,
  snapshot: Snapshot,
  { groups, onProgress }: TestOptions = {},
): Promise<{ readonly tested: readonly Tested[]; readonly problems: readonly Problem[] }> {
  const rules = accessRules(source, groups);
  const { questions, problems } = expectedQuestions(
    source,
    source.questions === undefined ? [] : source.pages.map((page) => passagesOf(page, rules)),
  );
  const declared = await snapshot.declared();
  const tests = [...declared.map(declaredTest), ...questions.map(expectedTest)];
  const tested: Tested[] = [];
  for (const test of tests) {
    const { text, page, line, wants } = test;
    const query = { text, asker: { id: "docent:author", labels: test.labels } };
    const outcome = await snapshot.answer(query);
    const holds = test.holds(outcome);
    const because = holds ? [] : explainFailure(test.pages, await snapshot.why(query));
    tested.push({ text, page, line, wants, outcome, holds, because });
    onProgress?.(tested.length, tests.length);
  }
  return { tested, problems };
}

function declaredTest(question: DeclaredQuestion): Test {
  const { text, page, line, kind, passage = page, audience = [] } = question;
  return {
    text,
    page,
    line,
    labels: audience,
    pages: kind === "never" ? [] : [page],
    wants: kind === "never" ? `is never answered from ${page}` : `is answered from ${passage}`,
    holds: (outcome) => holds(question, outcome),
  };
}

function expectedTest({ text, line, labels, expect, expectText, abstain }: AskedFor): Test {
  const pages = expect.map((wanted) => wanted.split("#", 1)[0] ?? wanted);
  const wants = [
    ...(abstain ? ["is not answered"] : []),
    ...(expect.length === 0 ? [] : [`is answered from ${expect.join(" or ")}`]),
    ...(expectText.length === 0
      ? []
      : [`says ${expectText.map((one) => `“${one}”`).join(" and ")}`]),
  ];
  return {
    text,
    page: QUESTION_FILE,
    line,
    labels,
    pages,
    wants: wants.join(" and "),
    holds(outcome) {
      if (abstain) return outcome.kind === "abstained";
      const said = outcome.kind === "found" ? legible(plainText(outcome.body)) : "";
      const placed = expect.some((wanted, index) => {
        const page = pages[index] ?? wanted;
        const passage = wanted === page ? {} : { passage: wanted };
        return holds({ text, page, line, kind: "answers", ...passage }, outcome);
      });
      return (
        (placed || expect.length === 0) && expectText.every((one) => said.includes(legible(one)))
      );
    },
  };
}

function legible(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
