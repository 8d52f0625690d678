import type { Gap } from "./gaps.ts";

/** A page to begin with: the askers' words as its questions, a human's answer where there is one. */
export interface Draft {
  /** Where it could lie, relative to the knowledge folder. */
  readonly path: string;
  readonly markdown: string;
}

/** `reviewed` is left out on purpose: nobody has. */
export function draftOf(gap: Gap): Draft {
  const [question = `Gap ${gap.number}`] = gap.examples;
  const title = question.replace(/[\s?!.]+$/u, "").slice(0, 80);
  // A JSON text is a YAML text: quotes, colons and line breaks of askers stay within it.
  const questions = gap.examples.map((one) => `  - ${JSON.stringify(oneLine(one))}`);
  const body = gap.answer ?? gap.notes.map((note) => `- Missing: ${oneLine(note)}`).join("\n");
  return {
    path: `drafts/${slug(title) || `gap-${gap.number}`}.md`,
    markdown: [
      "---",
      `title: ${JSON.stringify(oneLine(title))}`,
      "questions:",
      ...questions,
      "---",
      `# ${oneLine(title)}`,
      "",
      body === "" ? "The answer, in a sentence that can stand alone." : body,
      "",
    ].join("\n"),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z\d]+/gu, "-")
    .replace(/^-|-$/gu, "")
    .slice(0, 60);
}
