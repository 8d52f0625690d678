import { counted } from "../../phrases.ts";
import type { Found, Problem } from "../../types.ts";
import type { Asked, Rule } from "../draft.ts";

/** Answers that do not fit into one message of a platform, drawn as it draws them; one problem for each answer. */
export const cutAnswers: Rule = ({ asked, screens, snapshot }) => {
  const seen = new Set<string>();
  return asked.flatMap((one): readonly Problem[] => {
    const answer = answerOf(one, snapshot.facts.version);
    if (answer === undefined) return [];
    const [first] = answer.body;
    const [{ passage }] = answer.citations;
    const line = first?.lines[0] ?? passage.lines[0];
    const cuts = screens.flatMap((screen) => {
      const omitted = screen.omittedLines(answer);
      return omitted > 0 ? `${screen.name} (${counted(omitted, "line")} hidden)` : [];
    });
    const key = `${passage.page}:${line}`;
    if (cuts.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        page: passage.page,
        line,
        severity: "warning",
        code: "cut-answer",
        message: `The answer to “${one.text.slice(0, 120)}” is cut in ${cuts.join(" and in ")}`,
        remedy: "Part the section under headings of its own, or shorten its list, table or code.",
      },
    ];
  });
};

function answerOf({ text, why: { outcome } }: Asked, version: string): Found | undefined {
  if (outcome.kind !== "found") return undefined;
  return {
    ...outcome,
    id: "check",
    version,
    query: { text, asker: { id: "docent:author", labels: [] } },
  };
}
