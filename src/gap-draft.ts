import type { Gap } from "./gaps.ts";

/** A page to begin with: the askers' words as its questions, a human's answer where there is one. */
export interface Draft {
  /** Where it could lie, relative to the knowledge folder. */
  readonly path: string;
  readonly markdown: string;
}

/** `reviewed` is left out on purpose: nobody has. */
export function draftOf(gap: Gap): Draft {
  const asked = gap.examples.map(oneLine).filter((one) => one !== "");
  const title =
    oneLine((asked[0] ?? "").replace(/[\s?!.]+$/u, "").slice(0, 80)) || `Gap ${gap.number}`;
  // A JSON text is a YAML text: quotes, colons and line breaks of askers stay within it.
  const questions = asked.map((one) => `  - ${JSON.stringify(one)}`);
  const body = gap.answer ?? gap.notes.map((note) => `- Missing: ${oneLine(note)}`).join("\n");
  return {
    path: `drafts/${slug(title) || `gap-${gap.number}`}.md`,
    markdown: [
      "---",
      `title: ${JSON.stringify(title)}`,
      "questions:",
      ...questions,
      "---",
      `# ${title}`,
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
