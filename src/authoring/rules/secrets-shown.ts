import { unixLines } from "../../knowledge/page-text.ts";
import type { Problem } from "../../types.ts";
import { QUESTION_FILE } from "../../knowledge/question-file.ts";
import type { Rule } from "../draft.ts";
import { secretsIn } from "../secrets.ts";

/** What looks like a token or a password, wherever it stands. The problem says its kind and its line, and never what it is. */
export const secretsShown: Rule = ({ source }) => {
  const files = [
    ...source.pages,
    { path: "synonyms.yaml", markdown: source.synonyms ?? "" },
    { path: QUESTION_FILE, markdown: source.questions ?? "" },
  ];
  return files.flatMap(({ path, markdown }) =>
    unixLines(markdown)
      .split("\n")
      .flatMap((line, index) => {
        const [kind] = secretsIn(line);
        return kind === undefined ? [] : problemOf(path, index + 1, kind);
      }),
  );
};

function problemOf(page: string, line: number, kind: string): Problem {
  return {
    page,
    line,
    severity: "error",
    code: "secret",
    message: `The line seems to hold ${kind}, which everybody who may ask could be shown`,
    remedy:
      "Revoke it where it was made, then delete it here; the history of the repository keeps it.",
  };
}
