import type { KnowledgeBase } from "../ports.ts";
import type { Problem } from "../types.ts";
import { code, list, paragraph, withCode } from "../own-blocks.ts";
import { maySee, reply } from "./command.ts";
import type { Command } from "./command.ts";
import { counted } from "../phrases.ts";

const SHOWN = 20;

export function problemsCommand(knowledge: Pick<KnowledgeBase, "snapshot">): Command {
  return {
    name: "problems",
    usage: "problems",
    summary: "what is wrong with pages, and what to do about it",
    for: "admins",
    audited: () => undefined,
    async run(_, actor) {
      const { problems } = knowledge.snapshot.facts;
      // Errors before warnings, and each page's together, as its author will mend them.
      const seen = problems
        .filter(maySee(actor))
        .toSorted((a, b) => a.severity.localeCompare(b.severity) || byPlace(a, b));
      const hidden = problems.length - seen.length;
      const rest = seen.length - SHOWN;
      const body = [
        paragraph(seen.length === 0 ? "No problems." : `${counted(seen.length, "problem")}:`),
        ...(seen.length === 0 ? [] : [list(seen.slice(0, SHOWN).map(line))]),
        ...(rest > 0
          ? [paragraph(`And ${rest} more: `, code("docent check"), " lists them all.")]
          : []),
        ...(hidden > 0
          ? [paragraph(`${counted(hidden, "more", "more")} in pages that you may not read.`)]
          : []),
      ];
      return reply(body, { problems: seen, hidden }, [{ label: "Reload", command: "reload" }]);
    },
  };
}

function byPlace(a: Problem, b: Problem): number {
  return a.page.localeCompare(b.page) || a.line - b.line;
}

function line({ page, line, message, remedy }: Problem): Parameters<typeof list>[0][number] {
  return [
    code(line === 0 ? page : `${page}:${line}`),
    ...withCode(` ${message}${/[.?!]$/u.test(message) ? "" : "."} ${remedy}`),
  ];
}
