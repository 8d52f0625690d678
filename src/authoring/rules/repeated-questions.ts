import type { DeclaredQuestion, Problem } from "../../types.ts";
import type { Rule } from "../draft.ts";
import { sameWords } from "../same-words.ts";

/** Questions that are declared twice: on two pages, or as one to answer and one never to answer. */
export const repeatedQuestions: Rule = ({ pages }) => {
  const firsts = new Map<string, DeclaredQuestion>();
  const problems: Problem[] = [];
  const declared = pages.flatMap((page) => page.declared);
  for (const question of declared.filter(({ kind }) => kind === "answers")) {
    const key = sameWords(question.text);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, question);
    else problems.push(problemOf(question, first));
  }
  for (const question of declared.filter(({ kind }) => kind === "never")) {
    const first = firsts.get(sameWords(question.text));
    if (first?.page === question.page) problems.push(problemOf(question, first));
  }
  return problems;
};

function problemOf({ text, page, line, kind }: DeclaredQuestion, first: DeclaredQuestion): Problem {
  const question = `The question “${text.slice(0, 120)}”`;
  const place = `${first.page}:${first.line}`;
  const [message, remedy] =
    kind === "never"
      ? [
          `${question} is declared at ${place}, and here as never to be answered`,
          "Keep one of them.",
        ]
      : [
          `${question} is also declared at ${place}`,
          "Leave it on the page that answers it best, and ask for what is special about the other.",
        ];
  return { page, line, severity: "warning", code: "repeated-question", message, remedy };
}
