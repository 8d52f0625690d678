import type { Rule } from "../draft.ts";

/** Passages that nobody meets who asks what the pages let people ask: neither in an answer nor among what is related. */
export const unreachedPassages: Rule = ({ pages, asked }) => {
  const reached = new Set(
    asked.flatMap(({ why: { outcome } }) => {
      const answering = outcome.kind === "found" ? outcome.citations : [];
      return [...answering, ...outcome.related].map(({ passage }) => passage.id);
    }),
  );
  return pages.flatMap(({ passages }) =>
    passages
      .filter(({ passage }) => !reached.has(passage.id))
      .map(({ passage }) => ({
        page: passage.page,
        line: passage.lines[0],
        severity: "warning" as const,
        code: "unreached-passage",
        message: `No declared question and no heading leads to “${(passage.headings.at(-1) ?? "").slice(0, 80)}”`,
        remedy: `Declare a question for it (\`- "…? -> #${slugOf(passage.id)}"\`), or give it a heading in its own words.`,
      })),
  );
};

function slugOf(id: string): string {
  return id.slice(id.indexOf("#") + 1).replace(/~\d+$/, "");
}
